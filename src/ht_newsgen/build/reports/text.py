"""Problems as they are told to a person."""

from collections import Counter
from collections.abc import Iterable
from gettext import NullTranslations
from itertools import groupby

from ht_newsgen.build.reports.lines import ReadLine
from ht_newsgen.build.visible import point_at, visible
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import ENGLISH, spoken

SHOWN_OF_A_KIND = 20
"""Problems of one rule in one file, as told to a person."""


def as_text(
    problems: Iterable[Problem],
    read_line: ReadLine,
    words: NullTranslations = ENGLISH,
    *,
    colour: bool = False,
) -> str:
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
                told.append(one_as_text(found, read_line, words, colour=colour))
        for rule, number in seen.items():
            if number > SHOWN_OF_A_KIND:
                more = f"{number - SHOWN_OF_A_KIND:,} more of these in this file"
                place = f"{place_text(Place(path))}: " if path else ""
                told.append(f"{place}{rule}: {more}\n    With --format json, all are told")
    return "\n\n".join(told)


def one_as_text(
    found: Problem,
    read_line: ReadLine,
    words: NullTranslations = ENGLISH,
    *,
    colour: bool = False,
) -> str:
    """One problem, in two to five lines."""

    def paint(style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    bold, hue = "1", "31" if found.severity is Severity.ERROR else "33"
    mark = paint(hue, "warning: ") if found.severity is Severity.WARNING else ""
    place = "".join(paint(bold, part) + ": " for part in [place_text(found.place)] if part)
    lines = [f"{place}{mark}{found.rule}: {visible(spoken(found.message, words))}"]

    place_line = read_line(found.place.path, found.place.line) if found.place.line else ""
    if place_line.strip():
        text, before = point_at(place_line, found.place.column)
        lines.append("    " + text)
        if found.place.column:
            lines.append("    " + " " * before + paint(hue, "^"))
    lines += ["    " + visible(line) for line in spoken(found.help, words).splitlines()]
    return "\n".join(lines)


def place_text(place: Place) -> str:
    """`path:line:column`, without what is not known; editors turn it into a link."""
    numbers = (place.line, place.column) if place.column else (place.line,)
    known = [str(number) for number in numbers if number]
    return ":".join([visible(place.path), *known] if place.path else [])
