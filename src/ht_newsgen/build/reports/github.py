"""Problems as they are told to a pull request: workflow commands of GitHub."""

from collections.abc import Iterable
from gettext import NullTranslations

from ht_newsgen.build.reports.grouping import in_order
from ht_newsgen.build.visible import visible
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import ENGLISH, spoken


def as_github(
    problems: Iterable[Problem], words: NullTranslations = ENGLISH, *, folder: str = ""
) -> str:
    """One workflow command a problem, which GitHub shows beside the line in the diff.

    It shows the first ten errors and warnings of a step, so what matters most stands first.

    See "Workflow commands for GitHub Actions", setting an error message; the escapes are those
    of `escapeData` and `escapeProperty` in actions/toolkit, packages/core/src/command.ts.
    """
    return "\n".join(one_for_github(found, words, folder) for found in in_order(problems))


def one_for_github(found: Problem, words: NullTranslations, folder: str) -> str:
    """`::error file=…,line=…,col=…,title=RULE::message`."""
    properties = {
        "file": f"{folder}/{found.place.path}" if folder and found.place.path else found.place.path,
        "line": str(found.place.line or ""),
        "col": str(found.place.column or ""),
        "title": found.rule,
    }
    told = ",".join(f"{key}={property_text(value)}" for key, value in properties.items() if value)
    message = "\n".join(filter(None, (spoken(said, words) for said in (found.message, found.help))))
    return f"::{found.severity.value} {told}::{data_text(message)}"


def data_text(text: str) -> str:
    """Escaped as the message of a command; other controls than line breaks are made visible."""
    lines = text.replace("%", "%25").splitlines()
    return "%0A".join(map(visible, lines))


def property_text(text: str) -> str:
    """Escaped as a property of a command."""
    return data_text(text).replace(":", "%3A").replace(",", "%2C")
