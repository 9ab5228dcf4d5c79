"""Headings and tables: what tells a listener how a text is put together (WCAG 2.2, 1.3.1)."""

from collections.abc import Iterator
from typing import Any

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.markup import text_in
from ht_newsgen.checks.written import place_of_words
from ht_newsgen.kit.sentences import say

LONGEST_HEADING = 90
"""Characters; what is longer and bold is a paragraph that wants to be read first."""
_ENDS = ".!?:;,…"
THEMES = ("site--", "search--", "finder--")
"""How the ids of the theme begin."""


def bold_headings(manuscript: Manuscript) -> Iterator[Finding]:
    """A paragraph that is bold as a whole, and so looks like a heading and is none."""
    for paragraph in manuscript.tree.iterchildren("p"):
        bold = _only_child(paragraph)
        if bold is None or bold.tag not in ("strong", "b"):
            continue
        text = text_in(paragraph)
        follows = paragraph.getnext()
        heads = follows is not None and follows.tag in ("p", "ul", "ol", "table", "blockquote")
        if heads and 0 < len(text) <= LONGEST_HEADING and text[-1] not in _ENDS:
            yield Finding(
                say("`{text}` looks like a heading and is a paragraph in bold", text=text),
                say("Write it as: ## {text}", text=text),
                place_of_words(text, manuscript.body),
            )


def headless_tables(manuscript: Manuscript) -> Iterator[Finding]:
    """A table in which no cell says what the others are."""
    for table in manuscript.tree.iter("table"):
        cells = [text_in(cell) for cell in table.iter("td")]
        if any(cells) and not any(text_in(cell) for cell in table.iter("th")):
            first = next(filter(None, cells))
            yield Finding(
                say("this table has no headings, so nobody hears what a cell is about"),
                say("Write what each column holds into its first line, above the dashes"),
                place_of_words(first, manuscript.body),
            )


def ids_of_the_theme(manuscript: Manuscript) -> Iterator[Finding]:
    """An id that begins as those of the theme do, and may be there already."""
    for element in manuscript.tree.iter():
        name = element.get("id") or ""
        if name.startswith(THEMES):
            yield Finding(
                say("the id `{name}` may be that of a part of the page", name=name[:60]),
                say("Begin it with a word of the text"),
                place_of_words(name, manuscript.body),
            )


def _only_child(paragraph: Any) -> Any:
    """The one element of a paragraph that holds all of its text; None if there is none."""
    inside = list(paragraph)
    if len(inside) != 1 or (paragraph.text or "").strip() or (inside[0].tail or "").strip():
        return None
    return inside[0]
