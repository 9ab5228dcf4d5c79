"""Every mistake of an item is told once, with its place and what to do."""

import pytest

from ht_newsgen.kit.problems import Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.media import NoPicture
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import Case, cases, told

PRESS = make_press()


def no_pictures(src: str) -> NoPicture:
    return NoPicture(
        say("there is no picture {src}", src=src), say("Save the picture next to the item")
    )


def path_and_text(text: str) -> tuple[str, str]:
    if not text.startswith("@ "):
        return "content/flash/raids.md", text
    first, _, rest = text.partition("\n")
    return first.removeprefix("@ "), rest


def earned(case: Case) -> str:
    path, text = path_and_text(case.text.removesuffix("\n"))
    reading = parse_item(text.encode(), path, CONFIG, no_pictures, press=PRESS)
    is_wrong = any(problem.severity is Severity.ERROR for problem in reading.problems)
    assert (reading.item is None) == is_wrong
    return told(sorted(reading.problems))


@pytest.mark.parametrize("case", cases("mistakes.txt"), ids=lambda case: case.name)
def test_every_mistake_of_an_item_is_told(case: Case) -> None:
    """Each item of `mistakes.txt` earns what stands below it; with an error it is not read."""
    assert earned(case) == case.earned
