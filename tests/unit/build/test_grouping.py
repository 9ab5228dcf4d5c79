"""What an editor with many problems sees first."""

from ht_newsgen.build.reports.grouping import grouped, in_order
from ht_newsgen.build.reports.text import SHOWN_PLACES, SUMMED_UP, as_text
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say


def wrong(path: str, line: int = 1, message: str = "odd", *, warning: bool = False) -> Problem:
    return Problem(
        place=Place(path, line),
        rule="a/odd" if message == "odd" else "a/even",
        message=say("{message}", message=message),
        severity=Severity.WARNING if warning else Severity.ERROR,
    )


def no_lines(path: str, line: int) -> str:
    del path, line
    return ""


def test_errors_stand_before_warnings_and_nothing_is_told_twice() -> None:
    """Only errors keep the site from being published."""
    first, last = wrong("b.md", message="x"), wrong("a.md", message="y", warning=True)

    assert in_order([last, first, first]) == [first, last]


def test_the_same_mistake_in_many_files_is_told_once_with_all_its_places() -> None:
    """Twice is told twice: a list of one would help nobody."""
    thrice = [wrong(f"{name}.md") for name in "cab"]
    twice = [wrong(f"{name}.md", message="even") for name in "ab"]

    assert [(one.first, one.others) for one in grouped([*thrice, *twice])] == [
        (twice[0], ()),
        (thrice[1], (Place("b.md", 1), Place("c.md", 1))),
        (twice[1], ()),
    ]
    assert as_text(thrice, no_lines) == (
        "a.md:1: a/odd: odd\n    The same in 2 other places:\n        b.md:1\n        c.md:1"
    )


def test_a_long_list_of_places_is_cut_and_counted() -> None:
    """Programs are told all of them."""
    told = as_text([wrong("a.md", line) for line in range(1, SHOWN_PLACES + 12)], no_lines)

    assert f"    The same in {SHOWN_PLACES + 10} other places:\n" in told
    assert told.count("\n        a.md:") == SHOWN_PLACES
    assert "\n        … and 10 more\n" in told


def test_a_long_report_ends_with_how_often_each_rule_is_broken() -> None:
    """It is what one sees when all has run past; a short report needs none."""
    many = [wrong("a.md", line) for line in range(SUMMED_UP - 1)]

    assert "By rule:" not in as_text(many, no_lines)
    assert as_text([*many, wrong("b.md", message="even")], no_lines).endswith(
        f"\n\nBy rule:\n    {SUMMED_UP - 1}  a/odd\n     1  a/even\n"
        "`ht-newsgen explain RULE` tells why a rule is there, with examples."
    )
