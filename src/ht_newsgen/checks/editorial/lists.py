"""Lists that are none, and sentences that became one."""

import re
from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say

MARK = regex(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]")
BULLET = regex(r" {0,3}[-*+][ \t]")
NUMBERED = regex(r" {0,3}(\d{1,9})\.[ \t]+(?=(\S+))")
RULER = regex(r"[ \t]*(?:[-*_][ \t]*){3,}")
NO_PARAGRAPH = ("#", ">", "|", ":", "<", "[^", "    ", "\t")
"""How lines begin that are no text to which a list could be stuck."""

MONTHS = regex(
    r"(?:januar|februar|mart|april|maj|jun|jul|avgust|august|septemb|oktob|novemb|decemb"
    r"|siječnj|veljač|ožujk|travnj|svibnj|lipnj|srpnj|kolovoz|rujn|listopad|studen|prosin"
    r"|јануар|фебруар|март|април|мај|јун|јул|август|септемб|октоб|новемб|децемб)\w*"
)
"""As they stand after an ordinal in the South Slavic languages: `1. maja 2016.`"""


def stuck(manuscript: Manuscript) -> Iterator[Finding]:
    """A list that begins right below a line of text: both become one paragraph."""
    lines = manuscript.body.lines
    in_paragraph = False
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            in_paragraph = False
        elif not number or not lines[number - 1].strip() or lines[number - 1].startswith("#"):
            in_paragraph = not MARK.match(line) and not line.startswith(NO_PARAGRAPH)
        elif in_paragraph and begins_a_list(lines, number):
            in_paragraph = False
            yield Finding(
                say("this list is stuck to the line above it, so it is shown as one paragraph"),
                say("Leave an empty line above the list"),
                Place("", manuscript.body.line + number, len(line) - len(line.lstrip()) + 1),
            )


def begins_a_list(lines: list[str], number: int) -> bool:
    """Whether this line is meant as the first of a list: with a hyphen, or counted."""
    line = lines[number]
    if line[:4].lstrip(" ")[:1] not in ("-", "*", "+", "1") or RULER.fullmatch(line):
        return False
    return BULLET.match(line) is not None or begins_to_count(lines, number)


def begins_to_count(lines: list[str], number: int) -> bool:
    """Whether a list of 1, 2 … begins here; one number alone may be a date."""
    first = NUMBERED.match(lines[number])
    if first is None or first[1] != "1":
        return False
    following = lines[number + 1 : block_end(lines, number)]
    return any((next_ := NUMBERED.match(line)) and next_[1] == "2" for line in following)


def block_end(lines: list[str], number: int) -> int:
    """The number of the first line after the block in which this one stands."""
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


def counted(manuscript: Manuscript) -> Iterator[Finding]:
    """A sentence that begins with a number and a full stop, and so is read as a list of one."""
    body, lines = manuscript.body, manuscript.body.lines
    begun = [
        (number, found)
        for number, line in enumerate(lines)
        if line[:4].lstrip(" ")[:1].isdecimal() and (found := NUMBERED.match(line))
    ]
    if not begun:
        return
    values = {int(found[1]) for _, found in begun}
    typed = body.text.split("\n")
    for number, found in begun:
        if begins_block(lines, number) and not is_counted(found, values):
            line = typed[number].strip()
            yield Finding(
                say("a number with a full stop at the beginning of a line makes a list of it"),
                say("Write it as: {line}", line=f"{found[1]}\\{line[len(found[1]) :]}"),
                Place("", body.line + number, found.start(1) + 1),
            )


def begins_block(lines: list[str], number: int) -> bool:
    """Whether nothing, or a heading, stands right above this line."""
    return number == 0 or not lines[number - 1].strip() or lines[number - 1].startswith("#")


def is_counted(found: re.Match[str], values: set[int]) -> bool:
    """Whether this is one of several that are counted, or the only one of a list of one."""
    value = int(found[1])
    if value == 1 and not MONTHS.match(found[2]):
        return True
    return value - 1 in values or value + 1 in values
