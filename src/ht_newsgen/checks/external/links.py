"""The links of an item that lead out of the site, each with its place in the file."""

import re
from collections.abc import Iterator
from enum import StrEnum
from html import unescape
from urllib.parse import urldefrag

from msgspec import Struct

from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import host, is_http_url
from ht_newsgen.model.article import Article

HREF = re.compile(r'[ \n]href="(https?://[^"<>]+)"')
"""In sanitised HTML, which quotes every attribute with `"`."""
FENCE = re.compile(r"---[ \t]*")


class Role(StrEnum):
    """What a link is for."""

    SOURCE = "source"
    ARCHIVED = "archived"
    TEXT = "text"


class Outside(Struct, frozen=True, kw_only=True):
    """A link that leads out of the site."""

    url: str
    """Without a fragment, which no server is told."""
    role: Role
    place: Place


def outside_links(manuscript: Manuscript) -> Iterator[Outside]:
    """The source, its archived copy, and every link of the text to another host, each once."""
    item = manuscript.item
    if isinstance(item, Article) and item.source is not None:
        for role, url in (
            (Role.SOURCE, item.source.url),
            (Role.ARCHIVED, item.source.archived),
        ):
            if url:
                place = place_of(item, f"source.{'url' if role is Role.SOURCE else role}", "source")
                yield Outside(url=urldefrag(url)[0], role=role, place=place)
    here = host(manuscript.config.base_url)
    written = dict.fromkeys(map(unescape, HREF.findall(manuscript.html)))
    seen: set[str] = set()
    for address in written:
        url = urldefrag(address)[0]
        if url not in seen and is_http_url(url) and host(url) != here:
            seen.add(url)
            yield Outside(url=url, role=Role.TEXT, place=place_in_text(manuscript, address))


def place_in_text(manuscript: Manuscript, address: str) -> Place:
    """Where the text names the address first; without a line if it is spelled otherwise there."""
    spellings = (address, address.replace("&", "&amp;"))
    for number, line in enumerate(manuscript.lines[body_begins(manuscript.lines) :]):
        for spelling in spellings:
            column = line.find(spelling)
            if column >= 0:
                line_number = body_begins(manuscript.lines) + number + 1
                return Place(manuscript.item.path, line_number, column + 1)
    return Place(manuscript.item.path)


def body_begins(lines: tuple[str, ...]) -> int:
    """How many lines of the file are front matter."""
    fences = [number for number, line in enumerate(lines) if FENCE.fullmatch(line)]
    return fences[1] + 1 if len(fences) > 1 else 0
