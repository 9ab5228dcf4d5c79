"""Mending single spots of a file."""

from ht_newsgen.kit.mending import Judgement, apply, is_better, mend
from ht_newsgen.kit.problems import Mend, Place, Problem, Severity
from ht_newsgen.kit.sentences import UNSAID, say


def wrong(rule: str, *mends: Mend, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(
        Place("content/a.md", 1), rule, say("{rule} is wrong", rule=rule), UNSAID, severity, mends
    )


def test_every_other_byte_is_kept() -> None:
    """The byte-order mark, line ends of all systems, spaces at ends of lines, odd characters."""
    data = "\ufeffa: x \r\nb:\u2028y\rč: z\n".encode()

    after, used = apply(data, [found := wrong("k/a", Mend(3, 4, "z", "ž"))])

    assert after == "\ufeffa: x \r\nb:\u2028y\rč: ž\n".encode()
    assert used == [found]


def test_of_two_mends_of_one_spot_the_first_is_made() -> None:
    """The other is judged anew when the first is done."""
    first, second = wrong("k/a", Mend(1, 1, "ab", "x")), wrong("k/b", Mend(1, 2, "b", "y"))
    third = wrong("k/c", Mend(1, 3, "c", "z"))

    assert apply(b"abc", [first, second, third]) == (b"xz", [first, third])


def test_a_problem_with_two_spots_is_mended_whole_or_not_at_all() -> None:
    """Half of an answer is none."""
    both = wrong("k/a", Mend(1, 1, "a", "x"), Mend(2, 1, "gone", "y"))

    assert apply(b"a\nb\n", [both]) == (b"a\nb\n", [])


def test_what_is_not_utf_8_is_left_alone() -> None:
    """Nobody can tell which characters stand there."""
    assert apply(b"\xe8: a", [wrong("k/a", Mend(1, 1, "\xe8", "c"))]) == (b"\xe8: a", [])


def test_a_new_line_ends_as_the_others_do() -> None:
    """A mend names a line feed; a file of Windows has more."""
    split = wrong("k/a", Mend(1, 2, "", "\n"))

    assert apply(b"ab\r\nc", [split])[0] == b"a\r\nb\r\nc"


def test_mending_stops_where_it_would_do_harm() -> None:
    """What is harmless is mended all the same."""

    def judge(data: bytes) -> Judgement:
        found = []
        if b"a" in data:
            found.append(wrong("k/a", Mend(1, 1, "a", "A")))
        if b"b" in data:
            found.append(wrong("k/b", Mend(1, 2, "b", "B")))
        if b"B" in data:
            found.append(wrong("k/worse"))
        return Judgement(reading=tuple(found))

    mended = mend(b"ab", judge)

    assert mended.data == b"Ab"
    assert [found.rule for found in mended.problems] == ["k/a"]


def test_checks_that_begin_to_speak_are_no_harm() -> None:
    """As long as a file could not be read, nobody looked at what it says."""
    before = Judgement(reading=(slip := wrong("k/yaml"),))
    after = Judgement(reading=(), checks=(wrong("editorial/long"),))
    readable = Judgement(reading=(), checks=(slip,))

    assert is_better(before, after, [slip])
    assert not is_better(readable, after, [slip])


def test_a_warning_is_no_harm() -> None:
    """It may be the price of an item that can be read."""
    before = Judgement(reading=(slip := wrong("k/yaml"),))
    after = Judgement(reading=(wrong("k/odd", severity=Severity.WARNING),))

    assert is_better(before, after, [slip])
