"""The greeting, which is sanitised HTML, for mail: without pictures, and as plain text.

Plain text is made to be read aloud: an address stands on a line of its own, once, after the
paragraph that leads to it; a list says its numbers; nothing is drawn with signs.
"""

import re
from html.parser import HTMLParser

from msgspec import Struct

from ht_newsgen.kit.html import BREAKS_WORDS, SILENT
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import one_line

_PICTURE = regex(r"<picture\b.*?</picture>|<img\b[^>]*>", re.DOTALL)
_ALT = regex(r'\salt="([^"]*)"')


class Block(Struct, frozen=True):
    """A paragraph, a heading, an item of a list or a row of a table."""

    text: str
    mark: str = ""
    """`1. ` or `- `, in front of an item of a list."""
    links: tuple[str, ...] = ()
    """Addresses it leads to, each once."""


def without_pictures(html: str) -> str:
    """What a picture shows, in words, in its place: a picture would tell who opened the mail."""

    def words(match: re.Match[str]) -> str:
        alt = _ALT.search(match[0])
        return f"<em>{alt[1]}</em>" if alt and alt[1] else ""

    return _PICTURE.sub(words, html)


def blocks(html: str) -> tuple[Block, ...]:
    """The text of the HTML, block by block."""
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    parser.end_block()
    return tuple(parser.done)


class _Blocks(HTMLParser):
    """Gathers words and links until an element of a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[Block] = []
        self._words: list[str] = []
        self._links: dict[str, None] = {}
        self._lists: list[int] = []
        """Of each list that is open, the number of its last item; -1 for one without numbers."""
        self._mark = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in SILENT:
            self._silent += 1
        elif tag in ("td", "th") and self._words:
            self._words.append("; ")
        elif tag == "br":
            self._words.append(" ")
        elif tag in BREAKS_WORDS and tag not in ("td", "th"):
            self.end_block()
        if tag in ("ol", "ul"):
            start = given.get("start") or "1"
            self._lists.append(int(start) - 1 if tag == "ol" and start.isdecimal() else -1)
            if tag == "ol" and self._lists[-1] < 0:
                self._lists[-1] = 0
        elif tag == "li" and self._lists:
            numbered = self._lists[-1] >= 0
            self._lists[-1] += numbered
            self._mark = f"{self._lists[-1]}. " if numbered else "- "
        elif tag == "a":
            href = given.get("href") or ""
            if href.startswith(("http", "mailto:", "tel:")):
                self._links[href.removeprefix("mailto:").removeprefix("tel:")] = None

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in BREAKS_WORDS and tag not in ("td", "th", "br"):
            self.end_block()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end_block(self) -> None:
        """What was gathered is a block, unless it is nothing."""
        text = one_line("".join(self._words))
        if text:
            links = tuple(link for link in self._links if link not in text)
            self.done.append(Block(text, self._mark, links))
            self._mark = ""
            self._links.clear()
        self._words.clear()
