"""Where one link leads."""

from enum import StrEnum
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from ht_newsgen.checks.links.addresses import Addresses
from ht_newsgen.kit.urls import base_path, output_path, quote_path

OF_BROWSERS = frozenset(("", "top"))
"""Fragments that lead to the beginning of any page (HTML, section 7.4.6.4)."""
OF_THE_THEME = ("site--", "search--", "finder--")


INDEX = "index.html"
"""The file that answers for a page; nobody needs to know that."""


class End(StrEnum):
    """What a reader finds who follows a link."""

    THERE = "there"
    MOVED = "moved"
    """The page, after a detour."""
    HIDDEN = "hidden"
    """Nothing, or that the item was withdrawn."""
    MISSING = "missing"
    NO_ANCHOR = "no_anchor"
    """The page, though not the place in it."""


class Way(Struct, frozen=True, kw_only=True):
    """A link, followed."""

    end: End
    path: str
    """The permalink at its end, or the path where nothing is."""
    anchor: str = ""
    mended: str = ""
    """What should be written, if the page lives elsewhere."""


def follow(address: str, file: str, home: str, addresses: Addresses) -> Way:
    """Where an address leads that stands in a file whose text lives at the permalink `home`."""
    written, _, fragment = address.partition("#")
    anchor = unquote(fragment)
    if not written:
        return _within(home, anchor, file, addresses)
    ours = _path_of(written, addresses.base_url)
    if ours is None:
        return Way(end=End.THERE, path=written)
    path, question, query = ours.partition("?")
    path = unquote(path).removeprefix("/")
    is_file_of_page = f"/{path}".endswith(f"/{INDEX}")
    if output_path(path) in addresses.outputs and not is_file_of_page:
        return _within(path, anchor, addresses.texts.get(path, ""), addresses)
    rest = f"{question}{query}{'#' if fragment else ''}{fragment}"
    for tried in (path, f"{path}/", path.removesuffix(INDEX)):
        target = addresses.moved.get(tried, tried)
        is_another = target != path
        if is_another and (not target or output_path(target) in addresses.outputs):
            mended = f"/{quote_path(target)}{rest}"
            return Way(end=End.MOVED, path=target, anchor=anchor, mended=mended)
        if tried in addresses.hidden:
            return Way(end=End.HIDDEN, path=tried, anchor=anchor)
    return Way(end=End.MISSING, path=path, anchor=anchor)


def _path_of(written: str, base_url: str) -> str | None:
    """The path below the root of the site, query included, of an address of this host.

    None for what is on our host and not below our address: it belongs to somebody else.
    """
    if written.startswith("/") and not written.startswith("//"):
        return written
    parts = urlsplit(written)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    base = base_path(base_url)
    if f"{path}/" == base:
        return "/"
    return f"/{path.removeprefix(base)}" if f"{path}/".startswith(base) else None


def _within(path: str, anchor: str, file: str, addresses: Addresses) -> Way:
    """The end of a link to a page that is there. A withdrawn item has a page, too: a tombstone."""
    if path in addresses.hidden:
        return Way(end=End.HIDDEN, path=path, anchor=anchor)
    # Of pages that are no texts, the theme alone knows the anchors.
    known = addresses.anchors.get(file)
    needless = anchor in OF_BROWSERS or anchor.startswith((*OF_THE_THEME, ":~:"))
    if known is None or needless or anchor in known:
        return Way(end=End.THERE, path=path, anchor=anchor)
    return Way(end=End.NO_ANCHOR, path=path, anchor=anchor)
