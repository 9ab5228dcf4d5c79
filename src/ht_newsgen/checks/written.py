"""Where in its file something stands that was found in the HTML made of it.

An address is sought in the text in the order in which the HTML has it, so that of two links to
one page each gets its own place. A link by reference has its address further down: then the first
place of the address counts, wherever it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from ht_newsgen.checks.markup import text_in
from ht_newsgen.checks.prose import Prose
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.renditions import fallback
from ht_newsgen.model.media import Picture

_AROUND = "_/.~%&=?#-"
"""What before an address tells that it is the end of a longer one; letters do, too."""
_AROUND_NAME = "_.-"
"""The same for the name of a file, which a folder may stand before."""
_AFTER = "_/#?=%~-"


class Written(Struct, frozen=True, kw_only=True):
    """A link or a picture: as it is in the HTML, and where it is in the file."""

    address: str
    """Of the page; of a picture, its file in the site."""
    text: str
    """What is to be read in the link; of a picture, its alternative text."""
    place: Place
    """Of its address; the beginning of the text if that is spelled otherwise there."""
    element: Any
    """Of lxml."""


def links_of(tree: Any, body: Prose) -> tuple[Written, ...]:
    """Every `<a href>` of the tree, which was made of this text."""
    found = [element for element in tree.iter("a") if element.get("href")]
    spellings = (_spellings(element.get("href")) for element in found)
    places = located(spellings, body)
    return tuple(
        Written(
            address=element.get("href"),
            text=text_in(element),
            place=place,
            element=element,
        )
        for element, place in zip(found, places, strict=True)
    )


def pictures_of(tree: Any, pictures: Iterable[Picture], body: Prose) -> tuple[Written, ...]:
    """Every `<img>` of the tree; `pictures` are those of the item."""
    origins = {f"/{fallback(picture).path}": picture.origin for picture in pictures}
    found = [(element, element.get("src") or "") for element in tree.iter("img")]
    names = [origins.get(src, src).rpartition("/")[2] for _, src in found]
    places = located(((name, unquote(name)) for name in names), body, around=_AROUND_NAME)
    return tuple(
        Written(
            address=origins.get(src, src),
            text=(element.get("alt") or "").strip(),
            place=place,
            element=element,
        )
        for (element, src), place in zip(found, places, strict=True)
    )


def place_of_words(words: str, body: Prose) -> Place:
    """Where these words begin, however lines are broken between them.

    What has markup in between is sought by its first words; what is not there is told at the
    beginning of the text.
    """
    parts = words.split()
    for count in dict.fromkeys((len(parts), min(3, len(parts)), 1)):
        pattern = r"\s+".join(map(re.escape, parts[:count]))
        found = re.search(pattern, body.text) if pattern else None
        if found:
            return body.place(found.start())
    return _beginning(body)


def located(
    wanted: Iterable[Sequence[str]], body: Prose, *, around: str = _AROUND
) -> Iterator[Place]:
    """The place of each wanted address, given in its possible spellings."""
    done = 0
    for spellings in wanted:
        at, end = _first(spellings, body.text, done, around)
        if at < 0:
            at, _ = _first(spellings, body.text, 0, around)
        else:
            done = end
        yield body.place(at) if at >= 0 else _beginning(body)


def _first(spellings: Sequence[str], text: str, start: int, around: str) -> tuple[int, int]:
    """Where one of the spellings stands first from there on, and where it ends; -1 if nowhere."""
    found = [(_alone(one, text, start, around), one) for one in spellings if one]
    return min(((at, at + len(one)) for at, one in found if at >= 0), default=(-1, -1))


def _alone(address: str, text: str, start: int, around: str) -> int:
    """Where the address stands first, and not as a part of a longer one; -1 if nowhere."""
    at = text.find(address, start)
    while at >= 0:
        end = at + len(address)
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        if not (_continues(before, around) or _continues(after, _AFTER)):
            return at
        at = text.find(address, at + 1)
    return -1


def _continues(char: str, signs: str) -> bool:
    return bool(char) and (char.isalnum() or char in signs)


def _beginning(body: Prose) -> Place:
    """Where the first word of the text stands."""
    return body.place(len(body.text) - len(body.text.lstrip()))


def _spellings(href: str) -> tuple[str, ...]:
    """The ways in which somebody may have written what became this address."""
    plain = unquote(href)
    return tuple(dict.fromkeys((href, plain, escape(href), href.replace("mailto:", ""))))
