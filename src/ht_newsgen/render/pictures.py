"""Pictures inside texts: where one stands in a page, all its renditions are offered.

A text holds one plain `<img>` for each picture (`reading/illustrations.py`). In a page the theme's
macro takes its place, the same that shows the figure of an item; elsewhere it stays what it is.
"""

import re
from collections.abc import Callable
from html import unescape

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.renditions import Measured, PictureKind
from ht_newsgen.pages.pictures import picture_view
from ht_newsgen.pages.views.parts import PictureView

PictureMacro = Callable[[PictureView, bool], str]
"""`picture(view, lead)` of `templates/macros/pictures.html`, or one like it."""

_PICTURE = regex(
    r'<img src="(?P<name>[^"]*)-[0-9]+\.[a-z]+" alt="(?P<alt>[^"]*)"(?: title="(?P<title>[^"]*)")?'
    r' width="(?P<width>[0-9]+)" height="(?P<height>[0-9]+)" data-kind="(?P<kind>[a-z]+)">'
)
_MARK = regex(r'(<img [^>]*?) data-kind="[a-z]+">')


def plain_pictures(html: str) -> str:
    """The text with plain pictures, for feeds, mails, and templates that ask for no others."""
    return _MARK.sub(r"\1>", html) if "data-kind" in html else html


def shown_pictures(html: str, macro: PictureMacro, *, lead: bool) -> str:
    """The text, its links prefixed, with each picture as the macro shows it.

    With `lead` the first picture is what a reader may see at once; all others can come when they
    are scrolled to.
    """
    if "data-kind" not in html:
        return html
    first = lead

    def shown(tag: re.Match[str]) -> str:
        nonlocal first
        picture = Measured(
            name=tag["name"],
            width=int(tag["width"]),
            height=int(tag["height"]),
            kind=PictureKind(tag["kind"]),
        )
        alt, title = unescape(tag["alt"]), unescape(tag["title"] or "")
        text = macro(picture_view(picture, str, alt, title), first)
        first = False
        return str(text)

    return _PICTURE.sub(shown, html)
