"""A page has the fingerprint of the last build, or other bytes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.fingerprints import fingerprinter
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import SitemapUrl, SitemapView

RENDERERS = dict.fromkeys(PageKind, "renderer")


def other(value: Any) -> Any:
    """Another value of the same kind; None when it is not known how."""
    match value:
        case bool():
            return not value
        case str():
            return f"{value}x"
        case int():
            return value + 1
        case datetime():
            return value + timedelta(seconds=1)
        case Moment():
            return replace(value, day_only=not value.day_only)
        case tuple() | list() if value:
            return type(value)(value[:-1])
        case Struct() if value.__struct_fields__:
            changes = ((name, other(getattr(value, name))) for name in value.__struct_fields__)
            found = next(((name, new) for name, new in changes if new is not None), None)
            return replace(value, **{found[0]: found[1]}) if found else None
    return None


def changes(page: Page) -> Iterator[tuple[str, Page]]:
    """The page with each field of its view changed, for which it is known how."""
    for name in page.view.__struct_fields__:
        new = other(getattr(page.view, name))
        if new is not None:
            yield name, replace(page, view=replace(page.view, **{name: new}))


def test_every_field_of_every_view_counts(planned: tuple[Page, ...]) -> None:
    """The frame, which is digested once for all pages, like any other."""
    kinds = {type(page.view) for page in planned}
    unseen = []
    for kind in kinds:
        fields: set[str] = set()
        for page in (page for page in planned if type(page.view) is kind):
            before = fingerprinter(RENDERERS)(page).view
            for name, changed in changes(page):
                fields.add(name)
                assert fingerprinter(RENDERERS)(changed).view != before, (kind, name)
        unseen += [(kind.__name__, name) for name in kind.__struct_fields__ if name not in fields]
    assert len(kinds) >= 18
    # Fields that are empty on every page of the site, of a type of which nothing is known then.
    assert len(unseen) <= 6, unseen


def test_the_same_page_has_the_same_fingerprint(planned: tuple[Page, ...]) -> None:
    """Made by another process, as equal as it can be."""
    one, two = fingerprinter(RENDERERS), fingerprinter(RENDERERS)
    copies = [replace(page, view=msgspec.structs.replace(page.view)) for page in planned]
    assert [one(page) for page in planned] == [two(page) for page in copies]


def test_two_offsets_of_one_instant_differ() -> None:
    """They are the same moment, and not the same text on a page."""
    zones = (UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-3, minutes=-30)))
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    prints = {
        fingerprinter(RENDERERS)(
            Page(
                path="sitemap.xml",
                kind=PageKind.SITEMAP,
                view=SitemapView(urls=(SitemapUrl(url="x", updated=moment.astimezone(zone)),)),
            )
        )
        for zone in zones
    }
    assert len(prints) == 3


def test_a_kind_of_page_with_another_renderer_has_another_half(planned: tuple[Page, ...]) -> None:
    """And only that."""
    changed = RENDERERS | {PageKind.ARTICLE: "another"}
    before, after = fingerprinter(RENDERERS), fingerprinter(changed)
    kinds = {page.kind for page in planned if before(page) != after(page)}
    assert kinds == {PageKind.ARTICLE}
    assert all(before(page).view == after(page).view for page in planned)
