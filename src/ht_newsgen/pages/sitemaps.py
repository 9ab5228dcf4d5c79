"""Sitemaps, which are questions to the plan: what has an address, and may be in an index."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from ht_newsgen.graph.horizon import NEWS_AGE
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.article import Article, Dated
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.articles import robots
from ht_newsgen.pages.deferred import Deferred, article_key, joined_key
from ht_newsgen.pages.json_ld import points_elsewhere
from ht_newsgen.pages.refs import in_language, url_of
from ht_newsgen.pages.views.article import StandingPageView
from ht_newsgen.pages.views.help import HelpView
from ht_newsgen.pages.views.listing import (
    ArchiveView,
    FeedsView,
    FrontView,
    ListingView,
    TermsView,
)
from ht_newsgen.pages.views.machine import (
    NewsSitemapView,
    NewsUrl,
    SitemapIndexView,
    SitemapUrl,
    SitemapView,
)
from ht_newsgen.pages.views.search import SearchView

SITEMAP_LIMIT = 50_000
"""URLs in one file (sitemaps.org, protocol 0.9)."""
NEWS_LIMIT = 1_000
"""URLs in a news sitemap."""
NO_KEYS: Mapping[str, str] = MappingProxyType({})
LASTING = (
    FrontView,
    ListingView,
    TermsView,
    ArchiveView,
    FeedsView,
    HelpView,
    SearchView,
    StandingPageView,
)
"""Views of pages that have an address but no day."""
SITEMAP, NEWS_SITEMAP = "sitemap.xml", "news-sitemap.xml"


class Sitemap(Struct, frozen=True, kw_only=True):
    """One sitemap, whose URLs are made when they are needed."""

    path: str
    key: str
    """Of all that its URLs depend on; empty where views are not deferred."""
    urls: Callable[[], Sequence[SitemapUrl]]


def sitemap_pages(
    site: Site, planned: Sequence[Page], keys: Mapping[str, str] = NO_KEYS
) -> Iterator[Page]:
    """The index of sitemaps, one sitemap for each year, and one for all that is not dated.

    `keys` are those of the articles, where views are to be deferred.
    """
    sitemaps = tuple(_sitemaps(site, planned, keys))
    for one in sitemaps:
        make = partial(_sitemap_view, one)
        yield Page(
            path=one.path,
            kind=PageKind.SITEMAP,
            view=Deferred(one.key, make) if one.key else make(),
        )
    key = joined_key(site.config.base_url, [one.key and one.path + one.key for one in sitemaps])
    make_index = partial(_index_view, site, sitemaps)
    yield Page(
        path=SITEMAP,
        kind=PageKind.SITEMAP_INDEX,
        view=Deferred(key, make_index) if keys and key else make_index(),
    )


def news_sitemap(site: Site) -> Iterator[Page]:
    """Our own articles of the last two days; with security.txt the only file with a clock in it."""
    kinds = {section.id: section.kind for section in site.config.sections}
    urls = [
        NewsUrl(
            url=url_of(site, site.routes.permalinks[article.path]),
            title=article.title,
            language=article.language.partition("-")[0],
            published=article.date.at,
        )
        for article in _recent(site)
        if article.rights is Rights.OWN
        and not points_elsewhere(article, kinds[article.section])
        and site.routes.permalinks[article.path]
    ]
    title = in_language(site.config.title, site.config.language, site.config.language)
    yield Page(
        path=NEWS_SITEMAP,
        kind=PageKind.NEWS_SITEMAP,
        view=NewsSitemapView(publication=title, urls=tuple(urls[:NEWS_LIMIT])),
    )


def _sitemap_view(sitemap: Sitemap) -> SitemapView:
    return SitemapView(urls=tuple(sitemap.urls()))


def _index_view(site: Site, sitemaps: Sequence[Sitemap]) -> SitemapIndexView:
    return SitemapIndexView(
        sitemaps=tuple(
            SitemapUrl(
                url=url_of(site, one.path),
                updated=max((url.updated for url in one.urls() if url.updated), default=None),
            )
            for one in sitemaps
        )
    )


def _sitemaps(site: Site, planned: Iterable[Page], keys: Mapping[str, str]) -> Iterator[Sitemap]:
    urls = _undated(planned)
    yield from _parts("sitemap-pages", urls, digest(repr(urls).encode()) if keys else "")
    years: dict[int, list[Dated]] = defaultdict(list)
    permalinks = site.routes.permalinks
    for article in site.articles:
        if permalinks[article.path] and not robots(article, site.flags.get(article.path, "")):
            years[article.date.at.year].append(article)
    for edition in site.editions:
        if edition.path not in site.flags:
            years[edition.date.at.year].append(edition)
    for year in sorted(years):
        name, dated = f"sitemap-{year:04}", years[year]
        of_items = [keys.get(item.path) or article_key(site, item) for item in dated]
        key = joined_key(site.config.base_url, of_items) if keys else ""
        if len(dated) <= SITEMAP_LIMIT:
            yield Sitemap(path=f"{name}.xml", key=key, urls=partial(_by_day, site, dated))
        else:
            yield from _parts(name, _by_day(site, dated), key)


def _undated(planned: Iterable[Page]) -> list[SitemapUrl]:
    undated = []
    for page in planned:
        view = page.view
        if isinstance(view, Deferred) and view.canonical:
            undated.append(SitemapUrl(url=view.canonical))
        elif isinstance(view, LASTING) and not view.head.robots and not _is_numbered(view):
            undated.append(SitemapUrl(url=view.head.canonical, updated=_updated(view)))
    return sorted(undated, key=lambda url: url.url)


def _by_day(site: Site, items: Iterable[Dated]) -> list[SitemapUrl]:
    """The oldest first, so that a sitemap which is full does not change any more."""
    dated = [(item.date.at, _url(site, item)) for item in items]
    return [url for _, url in sorted(dated, key=lambda one: (one[0], one[1].url))]


def _is_numbered(view: object) -> bool:
    """A full page of a list: whoever follows links finds it, and its articles stand here anyway."""
    return isinstance(view, ListingView) and view.pager.number > 0


def _url(site: Site, item: Dated) -> SitemapUrl:
    url, posted = url_of(site, site.routes.permalinks[item.path]), item.date.at
    if not isinstance(item, Article):
        return SitemapUrl(url=url)
    return SitemapUrl(url=url, updated=max(posted, item.updated.at) if item.updated else posted)


def _updated(view: object) -> datetime | None:
    if isinstance(view, StandingPageView) and view.updated is not None:
        return view.updated.at
    return None


def _parts(name: str, urls: list[SitemapUrl], key: str) -> Iterator[Sitemap]:
    for start in range(0, len(urls), SITEMAP_LIMIT):
        number = start // SITEMAP_LIMIT + 1
        part = urls[start : start + SITEMAP_LIMIT]
        yield Sitemap(
            path=f"{name}.xml" if number == 1 else f"{name}-{number}.xml",
            key=key and f"{key}-{number}",
            urls=partial(tuple, part),
        )


def _recent(site: Site) -> Iterator[Article]:
    """Posted within two days before now; a preview's drafts and announcements are not news."""
    for article in site.articles:
        if article.date.at <= site.now - NEWS_AGE:
            return
        if article.path not in site.flags:
            yield article
