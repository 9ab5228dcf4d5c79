"""What robots, researchers and web servers are told: small files at fixed places."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ht_newsgen.graph.aliases import alias_place
from ht_newsgen.kit.urls import base_path, output_path
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.pages.addresses import search_path
from ht_newsgen.pages.desk import Desk, desk_of
from ht_newsgen.pages.frame import CONTENT_SECURITY_POLICY
from ht_newsgen.pages.head import nowhere_head
from ht_newsgen.pages.refs import link_to, url_of
from ht_newsgen.pages.search import search_policy
from ht_newsgen.pages.sign_up import allowing, form_sources
from ht_newsgen.pages.sitemaps import NEWS_SITEMAP, SITEMAP
from ht_newsgen.pages.standing import withdrawn_items
from ht_newsgen.pages.views.listing import NotFoundView, RedirectView
from ht_newsgen.pages.views.machine import (
    GoneView,
    HeadersView,
    RedirectsView,
    RobotsView,
    SecurityView,
    TextMiningView,
)

SECURITY, TDMREP = ".well-known/security.txt", ".well-known/tdmrep.json"
MONTHS_VALID = 6
"""RFC 9116, section 2.5.5, recommends less than a year."""


def not_found_page(desk: Desk) -> Iterator[Page]:
    """404.html; servers have one for all languages."""
    head = nowhere_head(desk, desk.gettext("This page is not here"))
    yield Page(
        path="404.html",
        kind=PageKind.NOT_FOUND,
        view=NotFoundView(frame=desk.frame, head=head),
    )


def redirect_pages(site: Site, desks: tuple[Desk, ...]) -> Iterator[Page]:
    """A page for each alias, for servers that do not read `_redirects`."""
    items = {
        item.path: item
        for item in (*site.articles, *site.pages, *site.section_fronts.values(), *site.editions)
    } | {one.item.path: one.item for one in site.left_out}
    for redirect in site.routes.redirects:
        item = items[redirect.origin]
        yield Page(
            path=output_path(redirect.path),
            kind=PageKind.REDIRECT,
            view=RedirectView(
                href=link_to(site, redirect.target),
                absolute=url_of(site, redirect.target),
                language=desk_of(desks, item.language).locale.tag,
            ),
            claimant=alias_place(item, redirect.path),
        )


def server_files(site: Site) -> Iterator[Page]:
    """`robots.txt`, `security.txt`, `tdmrep.json`, `_headers`, `_redirects` and `gone.txt`."""
    config, path = site.config, base_path(site.config.base_url)
    sitemaps = (url_of(site, SITEMAP), url_of(site, NEWS_SITEMAP))
    yield Page(
        path="robots.txt",
        kind=PageKind.ROBOTS,
        view=RobotsView(ai=config.ai, sitemaps=sitemaps),
    )
    if config.security is not None:
        view = SecurityView(
            security=config.security,
            expires=security_expires(site.now),
            canonical=url_of(site, SECURITY),
            languages=tuple(locale.tag for locale in site.locales),
        )
        yield Page(path=SECURITY, kind=PageKind.SECURITY, view=view)
    if config.text_mining.reserved:
        reserved = TextMiningView(location=path, policy=config.text_mining.policy)
        yield Page(path=TDMREP, kind=PageKind.TDMREP, view=reserved)
    yield Page(
        path="_headers",
        kind=PageKind.HEADERS,
        view=HeadersView(
            base_path=path,
            content_security_policy=allowing(
                f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'", form_sources(site)
            ),
            text_mining=config.text_mining,
            search_policy=f"{search_policy()}; frame-ancestors 'none'",
            search_paths=tuple(map(search_path, site.locales)) if config.search else (),
        ),
    )
    # Only aliases: what leads from the next page of a list to the newest one is not for ever, and
    # browsers remember a permanent redirect.
    yield Page(
        path="_redirects",
        kind=PageKind.REDIRECTS,
        view=RedirectsView(base_path=path, redirects=site.routes.redirects),
    )
    permalinks = site.routes.permalinks
    gone = sorted(link_to(site, permalinks[item.path]) for item in withdrawn_items(site))
    yield Page(path="gone.txt", kind=PageKind.GONE, view=GoneView(paths=tuple(gone)))


def security_expires(now: datetime) -> datetime:
    """The first day of the month five to six months ahead, so that it changes once a month."""
    today = now.astimezone(UTC)
    years, month = divmod(today.month - 1 + MONTHS_VALID, 12)
    return datetime(today.year + years, month + 1, 1, tzinfo=UTC)
