"""How large and how deep a text may be, so that none of them stops a build.

Python-Markdown takes time that grows with the square of some things, and recursion for others.
The numbers were measured: a text at one of the limits takes about a second, and no text that
people write comes near any.
"""

import re
from collections.abc import Callable

from msgspec import Struct

MOST_LINES = 20_000
MOST_PARAGRAPHS = 10_000
MOST_BRACKETS = 1_500
MOST_UNCLOSED_TAGS = 300
MOST_FOOTNOTE_MARKS = 1_000
MOST_CELLS = 50_000
MOST_MARKS = 20_000
"""Of each of `MARKS`."""
MARKS = {"`": "backticks", "\\": "backslashes", "<": "tags", "&": "ampersands"}
DEEPEST = 30

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}\.(?=[ \t])))+", re.MULTILINE)
_MARKS = re.compile(r">|[-*+]|[0-9]+\.")


class Excess(Struct, frozen=True):
    """What a text has too much of."""

    what: str
    line: int
    """Counted from 0 in the text."""


def find_excess(text: str) -> Excess | None:
    """The first limit that the text exceeds."""
    for measure in _MEASURES:
        excess = measure(text)
        if excess is not None:
            return excess
    return None


def _lines(text: str) -> Excess | None:
    if text.count("\n") > MOST_LINES:
        return Excess(f"more than {MOST_LINES:,} lines", MOST_LINES)
    return None


def _cells(text: str) -> Excess | None:
    if text.count("|") > MOST_CELLS:
        return Excess(f"more than {MOST_CELLS:,} cells in its tables", 0)
    return None


def _marks(text: str) -> Excess | None:
    for mark, name in MARKS.items():
        if text.count(mark) > MOST_MARKS:
            return Excess(f"more than {MOST_MARKS:,} {name}", 0)
    return None


def _footnote_marks(text: str) -> Excess | None:
    if text.count("[^") > MOST_FOOTNOTE_MARKS:
        return Excess(f"more than {MOST_FOOTNOTE_MARKS:,} footnotes", 0)
    return None


def _unclosed_tags(text: str) -> Excess | None:
    last = text.rfind(">") + 1
    if text.count("<", last) > MOST_UNCLOSED_TAGS:
        return Excess(
            f"more than {MOST_UNCLOSED_TAGS:,} tags that are never closed",
            text.count("\n", 0, last),
        )
    return None


def _paragraphs(text: str) -> Excess | None:
    """Too many paragraphs, or so many brackets in some that links take forever to find."""
    if text.count("[") <= MOST_BRACKETS and text.count("\n") <= MOST_PARAGRAPHS:
        return None
    paragraphs = _BLANK_LINE.split(text)
    if len(paragraphs) > MOST_PARAGRAPHS:
        return Excess(f"more than {MOST_PARAGRAPHS:,} paragraphs", 0)
    if sum(paragraph.count("[") ** 2 for paragraph in paragraphs) > MOST_BRACKETS**2:
        return Excess(f"more than {MOST_BRACKETS:,} opening brackets in one paragraph", 0)
    return None


def _depth(text: str) -> Excess | None:
    for found in _NESTED.finditer(text):
        prefix = found[0]
        marks = len(_MARKS.findall(prefix))
        indentation = len(prefix.expandtabs(4)) // 4
        if marks > DEEPEST or indentation > DEEPEST + marks:
            return Excess(
                f"more than {DEEPEST} lists or quotations inside each other",
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
    _depth,
)
