"""How many problems there are, in one sentence."""

from collections.abc import Iterable
from gettext import NullTranslations

from ht_newsgen.kit.problems import Problem, Severity
from ht_newsgen.kit.sentences import ENGLISH, UNSAID, Sentence, say, say_counted, spoken


def tally(problems: Iterable[Problem], words: NullTranslations = ENGLISH) -> str:
    """How many in how many files: `3 errors and 1 warning in 2 files`."""
    found = list(problems)
    if not found:
        return spoken(say("no problems"), words)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    where = in_files(len({problem.place.path for problem in found}))
    return spoken(
        say("{what} {where}", what=_counts(errors, len(found) - errors), where=where), words
    )


def _counts(errors: int, warnings: int) -> Sentence:
    if errors and warnings:
        return say("{errors} and {warnings}", errors=_errors(errors), warnings=_warnings(warnings))
    return _errors(errors) if errors else _warnings(warnings)


def _errors(count: int) -> Sentence:
    return say_counted("{count} error", "{count} errors", count=count)


def _warnings(count: int) -> Sentence:
    return say_counted("{count} warning", "{count} warnings", count=count)


def in_files(count: int) -> Sentence:
    """`in 2 files`."""
    return say_counted("in {count} file", "in {count} files", count=count)


def mendable(problems: Iterable[Problem]) -> Sentence:
    """What `check --fix` would do about them; nothing to say if it can do nothing."""
    count = sum(bool(problem.mends) for problem in problems)
    return say("`ht-newsgen check --fix` mends {count} of them.", count=count) if count else UNSAID


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
