"""How large and how deep a text may be, so that none of them stops a build.

Python-Markdown takes time that grows with the square of some things, and recursion for others.
The numbers were measured: a text at one of the limits takes about a second, and no text that
people write comes near any.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say

MOST_LINES = 20_000
MOST_PARAGRAPHS = 10_000
MOST_BRACKETS = 1_500
MOST_UNCLOSED_TAGS = 300
MOST_FOOTNOTE_MARKS = 500
MOST_CELLS = 50_000
MOST_DEFINITIONS = 200
"""Without an empty line between them; Python-Markdown goes one level deeper for each."""
MOST_LINES_TOGETHER = 2_000
"""Without an empty line between them."""
MOST_MARKS = {
    "`": (4_000, say("more than {most} backticks", most=4_000)),
    "\\": (10_000, say("more than {most} backslashes", most=10_000)),
    "<!--": (200, say("more than {most} comments", most=200)),
    "<": (10_000, say("more than {most} tags", most=10_000)),
    "&": (10_000, say("more than {most} ampersands", most=10_000)),
}
DEEPEST = 30

_BLANK_LINE = regex(r"\n[ \t]*\n")
# With a line feed in the place of `^`, which would be tried at every character.
_NESTED = regex(r"\n((?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}\.(?=[ \t])))+)")
_DEEP = regex(rf"\n[ \t>*+0-9.-]{{{DEEPEST + 1}}}")
"""How any line begins that is nested deeper; it is sought much quicker than nested lines are."""
_DEFINITION = regex(r"^ {0,3}: ", re.MULTILINE)
_MARKS = regex(r">|[-*+]|[0-9]+\.")


class Excess(Struct, frozen=True):
    """What a text has too much of."""

    what: Sentence
    line: int
    """Counted from 0 in the text."""


def find_excess(text: str) -> Excess | None:
    """The first limit that the text exceeds."""
    for measure in _MEASURES:
        excess = measure(text)
        if excess is not None:
            return excess
    return None


def _has_more(text: str, mark: str, most: int) -> bool:
    """Whether the mark occurs more than so many times; a short text need not be searched."""
    return len(text) > most * len(mark) and text.count(mark) > most


def _lines(text: str) -> Excess | None:
    if _has_more(text, "\n", MOST_LINES):
        return Excess(say("more than {most} lines", most=MOST_LINES), MOST_LINES)
    return None


def _cells(text: str) -> Excess | None:
    if _has_more(text, "|", MOST_CELLS):
        return Excess(say("more than {most} cells in its tables", most=MOST_CELLS), 0)
    return None


def _marks(text: str) -> Excess | None:
    for mark, (most, what) in MOST_MARKS.items():
        if _has_more(text, mark, most):
            return Excess(what, 0)
    return None


def _footnote_marks(text: str) -> Excess | None:
    if _has_more(text, "[^", MOST_FOOTNOTE_MARKS):
        return Excess(
            say("more than {most} footnotes", most=MOST_FOOTNOTE_MARKS),
            0,
        )
    return None


def _unclosed_tags(text: str) -> Excess | None:
    last = text.rfind(">") + 1
    if text.count("<", last) > MOST_UNCLOSED_TAGS:
        return Excess(
            say(
                "more than {most} tags that are never closed",
                most=MOST_UNCLOSED_TAGS,
            ),
            text.count("\n", 0, last),
        )
    return None


def _paragraphs(text: str) -> Excess | None:
    """Too many paragraphs, or too much in some of them.

    Squares are added up, since that is how the time does: one long paragraph may take as much as
    many that are half as long.
    """
    if not (_has_more(text, "[", MOST_BRACKETS) or _has_more(text, "\n", MOST_LINES_TOGETHER)):
        return None
    paragraphs = _BLANK_LINE.split(text)
    if len(paragraphs) > MOST_PARAGRAPHS:
        return Excess(say("more than {most} paragraphs", most=MOST_PARAGRAPHS), 0)
    if sum(paragraph.count("[") ** 2 for paragraph in paragraphs) > MOST_BRACKETS**2:
        return Excess(
            say(
                "more than {most} opening brackets in one paragraph",
                most=MOST_BRACKETS,
            ),
            0,
        )
    if sum(paragraph.count("\n") ** 2 for paragraph in paragraphs) > MOST_LINES_TOGETHER**2:
        return Excess(
            say(
                "more than {most} lines without an empty one",
                most=MOST_LINES_TOGETHER,
            ),
            0,
        )
    return None


def _definitions(text: str) -> Excess | None:
    if not _has_more(text, ":", MOST_DEFINITIONS):
        return None
    if len(_DEFINITION.findall(text)) <= MOST_DEFINITIONS:
        return None
    for paragraph in _BLANK_LINE.split(text):
        if len(_DEFINITION.findall(paragraph)) > MOST_DEFINITIONS:
            return Excess(
                say(
                    "more than {most} definitions without an empty line",
                    most=MOST_DEFINITIONS,
                ),
                0,
            )
    return None


def _depth(text: str) -> Excess | None:
    text = f"\n{text}"
    if _DEEP.search(text) is None:
        return None
    for found in _NESTED.finditer(text):
        prefix = found[1]
        marks = len(_MARKS.findall(prefix))
        indentation = len(prefix.expandtabs(4)) // 4
        if marks > DEEPEST or indentation > DEEPEST + marks:
            return Excess(
                say("more than {most} lists or quotations inside each other", most=DEEPEST),
                text.count("\n", 0, found.start()),
            )
    return None


_MEASURES: tuple[Callable[[str], Excess | None], ...] = (
    _lines,
    _cells,
    _marks,
    _footnote_marks,
    _unclosed_tags,
    _paragraphs,
    _definitions,
    _depth,
)
