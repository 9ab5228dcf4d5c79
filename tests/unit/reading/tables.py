"""Tables of texts and what they earn, kept in files beside the tests.

A table is a text file of cases:

    === the name of the case, which says what is wrong or right with it
    the text that is read
    =>
    what comes of it

Everything before the first case is a comment.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from ht_newsgen.kit.problems import Problem, Severity

FOLDER = Path(__file__).parent


class Case(Struct, frozen=True):
    """One case of a table."""

    name: str
    text: str
    earned: str


def cases(table: str) -> tuple[Case, ...]:
    """The cases of a table beside this file."""
    text = (FOLDER / table).read_text(encoding="utf-8")
    return tuple(_case(block) for block in text.split("\n=== ")[1:])


def _case(block: str) -> Case:
    name, _, rest = block.partition("\n")
    text, arrow, earned = f"\n{rest}\n".partition("\n=>\n")
    assert arrow, f"the case {name} has no line =>"
    return Case(name.strip(), text[1:] + "\n", earned.strip("\n"))


def told(problems: Iterable[Problem]) -> str:
    """Problems as they stand in a table: place, rule and message, with the help below."""
    return "\n".join(_told(problem) for problem in problems)


def _told(problem: Problem) -> str:
    place = f"{problem.place.line}:{problem.place.column}"
    mark = " (warning)" if problem.severity is Severity.WARNING else ""
    first = f"{place} {problem.rule}{mark}: {problem.message}"
    return f"{first}\n    {problem.help}" if problem.help else first
