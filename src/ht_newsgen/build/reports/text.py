"""Problems as they are told to a person.

An editor may have sixty of them. So what stops a build stands first, the same mistake in many
files is told once with all its places, and a long report ends with how often each rule is broken:
that is what still stands on the screen, just above the next command.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from gettext import NullTranslations

from ht_newsgen.build.reports.grouping import Told, grouped
from ht_newsgen.build.reports.lines import ReadLine
from ht_newsgen.build.visible import point_at, visible
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import ENGLISH, Sentence, number, say, say_counted, spoken

SHOWN_OF_A_KIND = 20
"""Problems of one rule in one file: a long text of another program would drown what is wrong with
all the others."""
SHOWN_PLACES = 10
"""Further places of one mistake."""
SUMMED_UP = 12
"""From so many problems on, a report ends with a summary."""


def as_text(
    problems: Iterable[Problem],
    read_line: ReadLine,
    words: NullTranslations = ENGLISH,
    *,
    colour: bool = False,
) -> str:
    """Each problem with its place, its line of text, a caret and help; an empty line between."""
    problems = list(problems)
    shown: list[str] = []
    seen: Counter[tuple[str, str]] = Counter()
    for one in grouped(problems):
        kind = (one.first.place.path, one.first.rule)
        seen[kind] += 1
        if seen[kind] <= SHOWN_OF_A_KIND:
            lines = one_as_text(one.first, read_line, words, colour=colour)
            shown.append("\n".join([lines, *_elsewhere(one, words)]))
    for (path, rule), count in seen.items():
        if count > SHOWN_OF_A_KIND:
            shown.append(_left(path, rule, count - SHOWN_OF_A_KIND, words))
    if len(problems) >= SUMMED_UP:
        shown.append("\n".join(_summary(problems, words)))
    return "\n\n".join(shown)


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
    warning = spoken(say("warning"), words)
    mark = paint(hue, f"{warning}: ") if found.severity is Severity.WARNING else ""
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


def _elsewhere(told: Told, words: NullTranslations) -> Iterator[str]:
    """The other places of the same mistake."""
    if not told.others:
        return
    yield "    " + spoken(
        say_counted(
            "The same in {count} other place:",
            "The same in {count} other places:",
            count=len(told.others),
        ),
        words,
    )
    yield from (f"        {place_text(place)}" for place in told.others[:SHOWN_PLACES])
    if len(told.others) > SHOWN_PLACES:
        yield "        " + spoken(_more(len(told.others) - SHOWN_PLACES), words)


def _more(count: int) -> Sentence:
    return say_counted("… and {count} more", "… and {count} more", count=count)


def _left(path: str, rule: str, count: int, words: NullTranslations) -> str:
    """What is not shown of one rule in one file."""
    more = say_counted(
        "{count} more of these in this file", "{count} more of these in this file", count=count
    )
    place = f"{place_text(Place(path))}: " if path else ""
    advice = spoken(say("With --format json, all are told"), words)
    return f"{place}{rule}: {spoken(more, words)}\n    {advice}"


def _summary(problems: Iterable[Problem], words: NullTranslations) -> Iterator[str]:
    """How often each rule is broken, most often first."""
    counts = Counter(found.rule for found in problems).most_common()
    ordered = sorted(counts, key=lambda pair: (-pair[1], pair[0]))
    width = len(number(ordered[0][1], words))
    yield spoken(say("By rule:"), words)
    yield from (f"    {number(count, words):>{width}}  {rule}" for rule, count in ordered)
    yield spoken(say("`ht-newsgen explain RULE` tells why a rule is there, with examples."), words)
