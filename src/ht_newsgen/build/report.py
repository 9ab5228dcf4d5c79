"""Problems as they are told: to a person, to a program, to a pull request."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from msgspec.structs import asdict

from ht_newsgen.build.visible import point_at, visible
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.problems import Place, Problem, Severity

ReadLine = Callable[[str, int], str]
"""The text of a line of a file of the site (counted from 1); empty if there is no such line."""

SHOWN_OF_A_KIND = 20
"""Problems of one rule in one file, as told to a person."""
LARGEST_SHOWN = 8 * 1024 * 1024
"""Bytes; no line of a larger file is shown."""


class Format(StrEnum):
    """`--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def report(
    problems: Iterable[Problem],
    form: Format,
    read_line: ReadLine,
    *,
    colour: bool = False,
    folder: str = "",
) -> str:
    """All problems in the given form, sorted by place; ends without a line break.

    `folder` is where the site lies in its repository, for forms that name files from there.
    """
    match form:
        case Format.TEXT:
            return as_text(problems, read_line, colour=colour)
        case Format.JSON:
            return as_json(problems)
        case Format.GITHUB:
            return as_github(problems, folder=folder)


def tally(problems: Iterable[Problem]) -> str:
    """How many in how many files: `3 errors and 1 warning in 2 files`."""
    found = list(problems)
    counts = [
        counted(number, severity.value)
        for severity in Severity
        if (number := sum(problem.severity is severity for problem in found))
    ]
    files = {problem.place.path for problem in found}
    return f"{' and '.join(counts)} in {counted(len(files), 'file')}" if found else "no problems"


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


# -- to a person


def as_text(problems: Iterable[Problem], read_line: ReadLine, *, colour: bool = False) -> str:
    """Each problem with its place, its line of text, a caret and help; an empty line between.

    Of one kind in one file, no more than `SHOWN_OF_A_KIND` are shown, and the rest counted: a long
    text of another program would drown what is wrong with all the others.
    """
    told: list[str] = []
    for path, in_file in groupby(sorted(problems), key=lambda found: found.place.path):
        seen: Counter[str] = Counter()
        for found in in_file:
            seen[found.rule] += 1
            if seen[found.rule] <= SHOWN_OF_A_KIND:
                told.append(one_as_text(found, read_line, colour=colour))
        for rule, number in seen.items():
            if number > SHOWN_OF_A_KIND:
                more = f"{number - SHOWN_OF_A_KIND:,} more of these in this file"
                place = f"{place_text(Place(path))}: " if path else ""
                told.append(f"{place}{rule}: {more}\n    With --format json, all are told")
    return "\n\n".join(told)


def one_as_text(found: Problem, read_line: ReadLine, *, colour: bool = False) -> str:
    """One problem, in two to five lines."""

    def paint(style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    bold, hue = "1", "31" if found.severity is Severity.ERROR else "33"
    mark = paint(hue, "warning: ") if found.severity is Severity.WARNING else ""
    place = "".join(paint(bold, part) + ": " for part in [place_text(found.place)] if part)
    lines = [f"{place}{mark}{found.rule}: {visible(found.message)}"]

    place_line = read_line(found.place.path, found.place.line) if found.place.line else ""
    if place_line.strip():
        text, before = point_at(place_line, found.place.column)
        lines.append("    " + text)
        if found.place.column:
            lines.append("    " + " " * before + paint(hue, "^"))
    lines += ["    " + visible(line) for line in found.help.splitlines()]
    return "\n".join(lines)


def place_text(place: Place) -> str:
    """`path:line:column`, without what is not known; editors turn it into a link."""
    numbers = (place.line, place.column) if place.column else (place.line,)
    known = [str(number) for number in numbers if number]
    return ":".join([visible(place.path), *known] if place.path else [])


def line_reader(root: Path) -> ReadLine:
    """Reads lines of the files under `root`, each file once; what cannot be read has no lines."""
    known: dict[str, list[str]] = {}

    def read_line(path: str, line: int) -> str:
        if path not in known:
            known[path] = lines_of(root, path)
        lines = known[path]
        return lines[line - 1] if 0 < line <= len(lines) else ""

    return read_line


def lines_of(root: Path, path: str) -> list[str]:
    """The lines of a file of the site; none if it is too large, elsewhere, or unreadable."""
    try:
        if not is_inside(root, root / path):
            return []
        data = read_bounded(root / path, LARGEST_SHOWN) or b""
    except (OSError, ValueError):  # a null byte in a path is a ValueError
        return []
    # Other than str.splitlines, these are line ends to YAML and to editors alike.
    return re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", errors="replace"))


# -- to a program


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects; ASCII only, so that no encoding and no terminal can spoil it."""
    return json.dumps(
        [
            {
                "file": found.place.path,
                "line": found.place.line,
                "column": found.place.column,
                "rule": found.rule,
                "severity": found.severity.value,
                "message": found.message,
                "help": found.help,
                "mends": [asdict(mend) for mend in found.mends],
            }
            for found in sorted(problems)
        ],
        indent=2,
    )


# -- to a pull request


def as_github(problems: Iterable[Problem], *, folder: str = "") -> str:
    """One workflow command a problem, which GitHub shows beside the line in the diff.

    See "Workflow commands for GitHub Actions", setting an error message; the escapes are those
    of `escapeData` and `escapeProperty` in actions/toolkit, packages/core/src/command.ts.
    """
    return "\n".join(one_for_github(found, folder) for found in sorted(problems))


def one_for_github(found: Problem, folder: str) -> str:
    """`::error file=…,line=…,col=…,title=RULE::message`."""
    properties = {
        "file": f"{folder}/{found.place.path}" if folder and found.place.path else found.place.path,
        "line": str(found.place.line or ""),
        "col": str(found.place.column or ""),
        "title": found.rule,
    }
    told = ",".join(f"{key}={property_text(value)}" for key, value in properties.items() if value)
    message = "\n".join(filter(None, [found.message, found.help]))
    return f"::{found.severity.value} {told}::{data_text(message)}"


def data_text(text: str) -> str:
    """Escaped as the message of a command; other controls than line breaks are made visible."""
    lines = text.replace("%", "%25").splitlines()
    return "%0A".join(map(visible, lines))


def property_text(text: str) -> str:
    """Escaped as a property of a command."""
    return data_text(text).replace(":", "%3A").replace(",", "%2C")
