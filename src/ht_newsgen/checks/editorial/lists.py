"""Lists that are none, and sentences that became one."""

import re
from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say

MARK = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]")
BULLET = re.compile(r" {0,3}[-*+][ \t]")
NUMBERED = re.compile(r" {0,3}(\d{1,9})\.[ \t]+(?=(\S+))")
RULER = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
NO_PARAGRAPH = ("#", ">", "|", ":", "<", "[^", "    ", "\t")
"""How lines begin that are no text to which a list could be stuck."""

MONTHS = re.compile(
    r"(?:januar|februar|mart|april|maj|jun|jul|avgust|august|septemb|oktob|novemb|decemb"
    r"|siječnj|veljač|ožujk|travnj|svibnj|lipnj|srpnj|kolovoz|rujn|listopad|studen|prosin"
    r"|јануар|фебруар|март|април|мај|јун|јул|август|септемб|октоб|новемб|децемб)\w*"
)
"""As they stand after an ordinal in the South Slavic languages: `1. maja 2016.`"""


def stuck(manuscript: Manuscript) -> Iterator[Finding]:
    """A list that begins right below a line of text: both become one paragraph."""
    lines = manuscript.body.lines
    reported = -1
    for number, line in enumerate(lines):
        if line[:4].lstrip(" ")[:1] not in ("-", "*", "+", "1") or number == 0:
            continue
        if number <= reported or not lines[number - 1].strip() or RULER.fullmatch(line):
            continue
        if (BULLET.match(line) or begins_to_count(lines, number)) and in_paragraph(lines, number):
            reported = block_end(lines, number)
            yield Finding(
                say("this list is stuck to the line above it, so it is shown as one paragraph"),
                say("Leave an empty line above the list"),
                Place("", manuscript.body.line + number, len(line) - len(line.lstrip()) + 1),
            )


def begins_to_count(lines: list[str], number: int) -> bool:
    """Whether a list of 1, 2 … begins here; one number alone may be a date."""
    first = NUMBERED.match(lines[number])
    if first is None or first[1] != "1":
        return False
    following = lines[number + 1 : block_end(lines, number)]
    return any((next_ := NUMBERED.match(line)) and next_[1] == "2" for line in following)


def in_paragraph(lines: list[str], number: int) -> bool:
    """Whether the line belongs to a paragraph of text that begins above it."""
    at = number
    while at > 0 and lines[at - 1].strip() and not lines[at - 1].startswith("#"):
        at -= 1
    first = lines[at]
    return at < number and not MARK.match(first) and not first.startswith(NO_PARAGRAPH)


def block_end(lines: list[str], number: int) -> int:
    """The number of the first line after the block in which this one stands."""
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


def counted(manuscript: Manuscript) -> Iterator[Finding]:
    """A sentence that begins with a number and a full stop, and so is read as a list of one."""
    body, lines = manuscript.body, manuscript.body.lines
    for number, line in enumerate(lines):
        if not line[:4].lstrip(" ")[:1].isdecimal():
            continue
        found = NUMBERED.match(line)
        if found is None or not begins_block(lines, number) or is_counted(lines, number, found):
            continue
        typed = body.text.split("\n")[number].strip()
        mended = f"{found[1]}\\{typed[len(found[1]) :]}"
        yield Finding(
            say("a number with a full stop at the beginning of a line makes a list of it"),
            say("Write it as: {line}", line=mended),
            Place("", body.line + number, len(line) - len(line.lstrip()) + 1),
        )


def begins_block(lines: list[str], number: int) -> bool:
    """Whether nothing, or a heading, stands right above this line."""
    return number == 0 or not lines[number - 1].strip() or lines[number - 1].startswith("#")


def is_counted(lines: list[str], number: int, found: re.Match[str]) -> bool:
    """Whether this is one of several that are counted, or the only one of a list of one."""
    value = int(found[1])
    if value == 1 and not MONTHS.match(found[2]):
        return True
    around = (NUMBERED.match(line) for line in lines if line is not lines[number])
    neighbours = {int(other[1]) for other in around if other}
    return value - 1 in neighbours or value + 1 in neighbours
