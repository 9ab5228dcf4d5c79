"""What is mended without asking is what has exactly one right answer."""

import pytest

from ht_newsgen.kit.mending import Judgement, mend
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.body import make_press
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import Case, cases
from tests.unit.reading.test_mistakes import no_pictures

PRESS = make_press()
PATH = "content/flash/2018/2018-02-19-raids.md"


def mended(front: str, path: str) -> str:
    """The front matter after its mending; all else of the file must be as it was."""
    before, after = "\ufeff---\r\n", "---\r\n\r\nPolice\tsearched four flats.  \n"

    def judge(data: bytes) -> Judgement:
        return Judgement(reading=parse_item(data, path, CONFIG, no_pictures, press=PRESS).problems)

    text = mend((before + front + after).encode(), judge).data.decode()
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : -len(after)]


@pytest.mark.parametrize("case", cases("mends.txt"), ids=lambda case: case.name)
def test_what_has_one_right_answer_is_mended(case: Case) -> None:
    """Each front matter of `mends.txt` becomes what stands below it."""
    path, _, rest = f"@ {PATH}\n{case.text}".removeprefix("@ ").partition("\n")
    if rest.startswith("@ "):
        path, _, rest = rest.removeprefix("@ ").partition("\n")
    expected = rest.rstrip("\n") if case.earned == "as it is" else case.earned
    assert mended(rest.rstrip("\n") + "\n", path) == expected + "\n"
