"""Excerpts: the beginning of a text, for listings and feeds, as plain text.

Headings, tables, blocks of code, footnotes and pictures are not part of it. It ends at the mark
`<!--more-->`, or at a number of characters, and never inside a word or a link.
"""

import re
from html import unescape

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import ELLIPSIS, cut, one_line
from ht_newsgen.reading.sanitise import WITHIN_A_LINE

MORE = regex(r"<!--\s*more\s*-->", re.IGNORECASE)

_LEFT_OUT = regex(
    r"<(h[1-6]|table|pre|figure)(?=[ >])[^>]*>.*?</\1>"
    r"|<div class=\"footnote\".*?</div>",
    re.DOTALL,
)
_FOOTNOTE_MARK = regex(r"<sup id=\"fnref[^>]*>.*?</sup>", re.DOTALL)
_LINK_EDGE = regex(r"<(/?)a(?=[ >])[^>]*>")
_TAG = regex(r"<(/?)([a-z0-9]+)[^>]*>")
_BEGIN, _END = "\x01", "\x02"
"""Edges of links; bodies hold no control characters."""


def before_mark(html: str) -> tuple[str, str] | None:
    """The unsanitised HTML before and after the mark; None without one.

    A mark inside a link ends the text before the link.
    """
    found = MORE.search(html) if "<!--" in html else None
    if found is None:
        return None
    before = html[: found.start()]
    link = before.rfind("<a ")
    if link > before.rfind("</a>"):
        before = before[:link]
    return before, html[found.end() :]


def opening(html: str, limit: int | None = None) -> str:
    """The text of sanitised HTML on one line, cut to `limit` characters if need be."""
    text, links = _text_and_links(html)
    if limit is None or len(text) <= limit:
        return text
    short = cut(text, limit)
    end = len(short) - len(ELLIPSIS)
    for begin, stop in links:
        if begin < end < stop:
            head = text[:begin].rstrip(" ,;:–—-(")
            return head + ELLIPSIS if head else short
    return short


def with_ellipsis(text: str) -> str:
    """The text, marked as the beginning of more."""
    return text if text.endswith("…") else text + ELLIPSIS


def _text_and_links(html: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, and where each link in it begins and ends."""
    html = _LEFT_OUT.sub(" ", _FOOTNOTE_MARK.sub("", html))
    if "<a" not in html:
        return one_line(unescape(_TAG.sub(_space, html))), []
    marked = _LINK_EDGE.sub(lambda edge: _END if edge[1] else _BEGIN, html)
    marked = re.sub(r"\s+", " ", unescape(_TAG.sub(_space, marked)))
    text, links, begin = "", [], 0
    for piece in re.split(f"([{_BEGIN}{_END}])", marked):
        if piece == _BEGIN:
            begin = len(text)
        elif piece == _END:
            links.append((begin, len(text)))
        else:
            text += piece.lstrip() if not text or text.endswith(" ") else piece
    return text.rstrip(), links


def _space(tag: re.Match[str]) -> str:
    return "" if tag[2] in WITHIN_A_LINE or tag[2] == "wbr" else " "
