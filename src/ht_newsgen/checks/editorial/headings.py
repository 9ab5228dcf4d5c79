"""Headings: the headline is the only one of the first level, and none below it is left out."""

import re
from collections.abc import Iterator

from msgspec import Struct

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.prose import Prose
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say

HASHES = regex(r"(#{1,6})(.*)")
UNDERLINE = regex(r"[=-]+[ \t]*")
"""Python-Markdown takes a single sign for it."""


class Heading(Struct, frozen=True):
    """A heading as it is written."""

    level: int
    words: str
    line: int
    """Counted from 0 in the text."""
    hashes: bool = True
    """False for one with a line of dashes below it."""


def headings_of(body: Prose) -> list[Heading]:
    """All headings of a text."""
    found: list[Heading] = []
    plain = f"\n{body.plain}"
    if "\n#" not in plain and "\n=" not in plain and "\n-" not in plain:
        return found
    typed: list[str] = []
    for number, line in enumerate(body.lines):
        if line[:1] not in ("#", "=", "-"):
            continue
        typed = typed or body.text.split("\n")
        if match := HASHES.match(line):
            found.append(Heading(len(match[1]), typed[number].strip("# "), number))
        elif is_underline(body.lines, number):
            level = 1 if line[0] == "=" else 2
            found.append(Heading(level, typed[number - 1].strip(), number - 1, hashes=False))
    return found


def is_underline(lines: list[str], number: int) -> bool:
    """Whether this line makes a heading of the one above it, with which a block begins."""
    return (
        number > 0
        and UNDERLINE.fullmatch(lines[number]) is not None
        and bool(lines[number - 1].strip())
        and (number == 1 or not lines[number - 2].strip())
    )


def of_the_first_level(manuscript: Manuscript) -> Iterator[Finding]:
    """A heading as large as the headline, or a hashtag that became one."""
    for heading in headings_of(manuscript.body):
        if heading.level != 1:
            continue
        line = manuscript.body.text.split("\n")[heading.line]
        if heading.hashes and re.match(r"#[^\s#]", line):
            yield Finding(
                say("a # at the beginning of a line makes a heading of it"),
                say("Write it as: {line}", line=f"\\{line.rstrip()}"),
                place_of_line(manuscript.body, heading.line),
            )
        else:
            yield Finding(
                say("the headline is the only heading of the first level; this is another"),
                say("Write it as: {line}", line=f"## {heading.words}"),
                place_of_line(manuscript.body, heading.line),
            )


def skipping(manuscript: Manuscript) -> Iterator[Finding]:
    """A heading more than one level below the one before it."""
    headings = headings_of(manuscript.body)
    above = min((one.level for one in headings), default=1) - 1
    for heading in headings:
        if heading.level > above + 1:
            yield Finding(
                say(
                    "this heading is of level {level}, and none of level {missing} stands above it",
                    level=heading.level,
                    missing=above + 1,
                ),
                say("Write it as: {line}", line=f"{'#' * (above + 1)} {heading.words}"),
                place_of_line(manuscript.body, heading.line),
            )
        above = heading.level


def place_of_line(body: Prose, number: int) -> Place:
    """Where a line of the text begins."""
    return Place("", body.line + number, 1)
