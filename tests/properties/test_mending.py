"""Laws of mending: `check --fix` changes the spots that are wrong, and nothing else."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.kit.mending import Judgement, apply, mend
from ht_newsgen.kit.problems import Mend, Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.media import NoPicture
from tests.properties.test_reading import FRONT_MATTERS, PATHS, PRESS
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import cases

SLIPS = st.lists(
    st.sampled_from(
        [
            line
            for table in ("mends.txt", "slips.txt", "mistakes.txt")
            for case in cases(table)
            for line in case.text.splitlines()
            if not line.startswith("@ ")
        ]
    ),
    max_size=8,
).map("\n".join)
FILES = st.builds(
    lambda start, front, body, ending: f"{start}---\n{front}\n---\n{body}".replace("\n", ending),
    st.sampled_from(["", "\ufeff", "\n \n", "-"]),
    SLIPS | FRONT_MATTERS,
    st.sampled_from(["Text.", "", "Text.\x07\n\n", "[a](b)\n"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def no_picture(src: str) -> NoPicture:
    return NoPicture(say("there is no picture {src}", src=src))


@settings(max_examples=60)
@given(FILES, PATHS)
def test_a_file_is_mended_once_and_only_where_it_was_wrong(text: str, path: str) -> None:
    """Done twice it changes nothing more; other lines stay; nothing gets worse."""
    data = text.encode("utf-8", "replace")

    def judge(data: bytes) -> Judgement:
        return Judgement(reading=parse_item(data, path, CONFIG, no_picture, press=PRESS).problems)

    once = mend(data, judge)

    assert mend(once.data, judge).data == once.data
    assert changed_lines(data, once.data) <= {
        one.line for found in once.problems for one in found.mends
    }
    assert (once.data != data) == bool(once.problems)
    before, after = told(judge(data)), told(judge(once.data))
    for name, count in Counter(map(named, once.problems)).items():
        assert after[name] <= max(before[name] - count, 0)
    errors = (found for found in judge(once.data).reading if found.severity is Severity.ERROR)
    assert not Counter(map(named, errors)) - before


def changed_lines(before: bytes, after: bytes) -> set[int]:
    """The numbers of the lines that are not the same, their ends included."""
    old, new = (re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", data.decode()) for data in (before, after))
    assert len(old) == len(new)
    pairs = enumerate(zip(old, new, strict=True), start=1)
    return {number for number, (one, other) in pairs if one != other}


def told(judgement: Judgement) -> Counter[tuple[str, str]]:
    return Counter(map(named, judgement.reading))


def named(found: Problem) -> tuple[str, str]:
    return found.rule, str(found.message)


WORDS = st.text(st.sampled_from("abč\r\n é"), max_size=6)


@given(WORDS, st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), WORDS, WORDS), max_size=4))
def test_a_mend_is_made_where_the_file_is_as_it_says_and_nowhere_else(
    text: str, wishes: list[tuple[int, int, str, str]]
) -> None:
    """What was used can be taken back from the end; the rest of the text is untouched."""
    problems = [Problem(Place("x", 1), "a/b", say("odd"), mends=(Mend(*wish),)) for wish in wishes]

    after, used = apply(text.encode(), problems)

    assert len(after.decode()) == len(text) + sum(
        len(in_file(text, one.new)) - len(one.old) for found in used for one in found.mends
    )
    assert used or after == text.encode()


def in_file(text: str, new: str) -> str:
    ending = re.search(r"\r\n|\r|\n", text)
    return new.replace("\n", ending[0] if ending else "\n")
