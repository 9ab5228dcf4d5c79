"""The links of an item that lead out of the site, each with its place in the file."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from html import unescape

from msgspec import Struct

from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import host, is_http_url
from ht_newsgen.model.article import Article

HREF = regex(r'[ \n]href="(https?://[^"<>]+)"')
"""In sanitised HTML, which quotes every attribute with `"`."""


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


def addresses(manuscript: Manuscript) -> Iterator[tuple[Role, str]]:
    """The source, its archived copy, and every address to which the text links, each once.

    As they are written, with their fragments; of another host than the site's own.
    """
    item = manuscript.item
    if isinstance(item, Article) and item.source is not None:
        if item.source.url:
            yield Role.SOURCE, item.source.url
        if item.source.archived:
            yield Role.ARCHIVED, item.source.archived
    here = host(manuscript.config.base_url)
    seen: set[str] = set()
    for address in map(unescape, dict.fromkeys(HREF.findall(manuscript.html))):
        url = address.partition("#")[0]
        if url not in seen and is_http_url(url) and host(url) != here:
            seen.add(url)
            yield Role.TEXT, address


def outside_links(
    manuscript: Manuscript, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[Outside]:
    """The links that lead out, with their places, which are looked for only for those wanted."""
    for role, address in addresses(manuscript):
        url = address.partition("#")[0]
        if wanted(url):
            yield Outside(url=url, role=role, place=place_of_link(manuscript, role, address))


def place_of_link(manuscript: Manuscript, role: Role, address: str) -> Place:
    """Where the item names the address, first if it does so more than once."""
    if role is Role.TEXT:
        found = (link.place for link in manuscript.hyperlinks if link.address == address)
        return next(found, Place(manuscript.item.path))
    key = "url" if role is Role.SOURCE else "archived"
    return place_of(manuscript.item, f"source.{key}", "source")
