"""Problems as they are told: to a person, to a program, to a pull request."""

from collections.abc import Iterable
from enum import StrEnum
from gettext import NullTranslations

from ht_newsgen.build.reports.github import as_github
from ht_newsgen.build.reports.json_list import as_json
from ht_newsgen.build.reports.lines import ReadLine
from ht_newsgen.build.reports.sarif import as_sarif
from ht_newsgen.build.reports.text import as_text
from ht_newsgen.kit.problems import Problem, Rule
from ht_newsgen.kit.sentences import ENGLISH


class Format(StrEnum):
    """`--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def report(
    problems: Iterable[Problem],
    form: Format,
    read_line: ReadLine,
    words: NullTranslations = ENGLISH,
    *,
    colour: bool = False,
    folder: str = "",
    rules: Iterable[Rule] = (),
) -> str:
    """All problems in the given form and language; ends without a line break.

    `folder` is where the site lies in its repository, for forms that name files from there; `rules`
    are all that there are, for forms that tell what a rule is.
    """
    match form:
        case Format.TEXT:
            return as_text(problems, read_line, words, colour=colour)
        case Format.JSON:
            return as_json(problems, words)
        case Format.GITHUB:
            return as_github(problems, words, folder=folder)
        case Format.SARIF:
            return as_sarif(problems, rules, words, folder=folder)
