"""The web of a site, made of what was planned and of what the texts refer to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

import msgspec

from ht_newsgen.checks.links.addresses import make_addresses
from ht_newsgen.checks.links.web import Web
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.urls import base_path, output_path
from ht_newsgen.model.article import Item
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.references import References
from ht_newsgen.model.site import Site
from ht_newsgen.pages.deferred import resolved

LEADING = frozenset((PageKind.FRONT, PageKind.PAGE))
"""The pages by which the theme leads to standing pages and editions; its frame is on both."""


def weave(site: Site, planned: Sequence[Page], references: Mapping[str, References]) -> Web:
    """Who links where; `references` are by the path of their files."""
    leading = [page for page in planned if page.kind in LEADING]
    written = {page.path for page in planned}
    homes = site.routes.permalinks
    shelved = [*site.pages, *site.section_fronts.values(), *site.editions]
    return Web(
        addresses=make_addresses(site, planned, references),
        references=references,
        homes=homes,
        shelved={
            homes[item.path]: place_of(item, "slug", "title")
            for item in shelved
            if is_written(homes.get(item.path, ""), written) and not is_listing(item, site)
        },
        fronts=tuple(locale.prefix for locale in site.locales),
        theme={
            page.path.removesuffix("index.html"): frozenset(led_to(page, site.config.base_url))
            for page in leading
        },
    )


def is_written(permalink: str, written: set[str]) -> bool:
    """Whether a page of its own stands there."""
    return bool(permalink) and output_path(permalink) in written


def is_listing(item: Item, site: Site) -> bool:
    """Whether the item is the text above a list of articles, to which the navigation leads."""
    return item.is_index and any(item.section in one.by_section for one in site.listings)


def led_to(page: Page, base_url: str) -> Iterator[str]:
    """The permalinks of the site that stand anywhere in the view of a page, but for its own."""
    base = base_path(base_url)
    own = page.path.removesuffix("index.html")
    for text in texts_in(msgspec.to_builtins(resolved(page).view)):
        if text.startswith(base):
            path = unquote(text.removeprefix(base).partition("#")[0])
            if path != own:
                yield path


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of plain types."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)
