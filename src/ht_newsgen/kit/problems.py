"""Problems: mistakes as values, with a place, a rule and help.

Whatever somebody's text can cause is answered with a `Problem`, never with an exception, so
that all mistakes of a site are told in one run. How problems look on a screen is decided where
they are shown (`build/report.py`), which also fetches the line of text they point at.
"""

from enum import StrEnum

from msgspec import Struct

from ht_newsgen.kit.sentences import UNSAID, Sentence


class Severity(StrEnum):
    """An error keeps its file out of the site; a warning does not, unless `--strict` says so."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True):
    """Where in the site something stands; lines and columns count from 1, 0 means "all of it"."""

    path: str
    """Relative to the site's folder, with forward slashes."""
    line: int = 0
    column: int = 0
    """In characters, not bytes."""


class Rule(Struct, frozen=True, order=True):
    """One kind of mistake; the tables of rules are tuples one can read from top to bottom."""

    id: str
    """`family/name`, as printed and documented, such as `front-matter/type`."""
    summary: str
    """What is asked for, in one sentence."""
    severity: Severity = Severity.ERROR


class Mend(Struct, frozen=True, order=True):
    """A change of one spot of a file: what stands there, and what should stand there.

    A spot lies on one line; lines end as `reading.front_matter.decode` sees them, so they may be
    of any system. What stands there is named, so that nobody changes a file that is another by now.
    """

    line: int
    """Lines and columns count from 1, columns in characters after a byte-order mark."""
    column: int
    old: str
    new: str
    """With a line feed wherever a line is to end."""


class Problem(Struct, frozen=True, order=True):
    """One mistake: where it is, which rule it breaks, what is, what should be, and help."""

    place: Place
    rule: str
    message: Sentence
    """What is and what should be, in one sentence, without a full stop."""
    help: Sentence = UNSAID
    """What to do; the mended text where it can be worked out: `Write it as: slug: floods`."""
    severity: Severity = Severity.ERROR
    mends: tuple[Mend, ...] = ()
    """What `check --fix` changes in the file; empty unless there is exactly one right answer."""


def problem(
    rule: Rule,
    place: Place,
    message: Sentence,
    advice: Sentence = UNSAID,
    mends: tuple[Mend, ...] = (),
) -> Problem:
    """A problem of the given rule, with the severity that the rule has."""
    return Problem(
        place=place,
        rule=rule.id,
        message=message,
        help=advice,
        severity=rule.severity,
        mends=mends,
    )


def has_errors(problems: tuple[Problem, ...], *, strict: bool = False) -> bool:
    """Whether any of these stops a build; under `strict` a warning does too."""
    return any(strict or found.severity is Severity.ERROR for found in problems)
