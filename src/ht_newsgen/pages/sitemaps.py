"""Sitemaps, which are questions to the plan: what has an address, and may be in an index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ht_newsgen.graph.horizon import NEWS_AGE
from ht_newsgen.graph.visibility import preview_flag
from ht_newsgen.model.article import Article
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.articles import robots
from ht_newsgen.pages.deferred import Deferred
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


def sitemap_pages(site: Site, planned: Sequence[Page]) -> Iterator[Page]:
    """The index of sitemaps, one sitemap for each year, and one for all that is not dated."""
    index = []
    for path, urls in _sitemaps(site, planned):
        yield Page(path=path, kind=PageKind.SITEMAP, view=SitemapView(urls=tuple(urls)))
        updated = max((url.updated for url in urls if url.updated), default=None)
        index.append(SitemapUrl(url=url_of(site, path), updated=updated))
    yield Page(
        path=SITEMAP,
        kind=PageKind.SITEMAP_INDEX,
        view=SitemapIndexView(sitemaps=tuple(index)),
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


def _sitemaps(site: Site, planned: Iterable[Page]) -> Iterator[tuple[str, list[SitemapUrl]]]:
    undated, years = [], defaultdict(list)
    permalinks = site.routes.permalinks
    for article in site.articles:
        permalink = permalinks[article.path]
        if permalink and not robots(article, preview_flag(article, now=site.now)):
            years[article.date.at.year].append(_dated(article, url_of(site, permalink)))
    for edition in site.editions:
        if not preview_flag(edition, now=site.now):
            url = url_of(site, site.routes.permalinks[edition.path])
            years[edition.date.at.year].append((edition.date.at, SitemapUrl(url=url)))
    for page in planned:
        view = page.view
        if isinstance(view, Deferred) and view.canonical:
            undated.append(SitemapUrl(url=view.canonical))
        elif isinstance(view, LASTING) and not view.head.robots and not _is_numbered(view):
            undated.append(SitemapUrl(url=view.head.canonical, updated=_updated(view)))
    yield from _parts("sitemap-pages", sorted(undated, key=lambda url: url.url))
    for year in sorted(years):
        # The oldest first, so that a sitemap which is full does not change any more.
        by_day = [url for _, url in sorted(years[year], key=lambda one: (one[0], one[1].url))]
        yield from _parts(f"sitemap-{year:04}", by_day)


def _is_numbered(view: object) -> bool:
    """A full page of a list: whoever follows links finds it, and its articles stand here anyway."""
    return isinstance(view, ListingView) and view.pager.number > 0


def _dated(article: Article, url: str) -> tuple[datetime, SitemapUrl]:
    posted = article.date.at
    updated = max(posted, article.updated.at) if article.updated else posted
    return posted, SitemapUrl(url=url, updated=updated)


def _updated(view: object) -> datetime | None:
    if isinstance(view, StandingPageView) and view.updated is not None:
        return view.updated.at
    return None


def _parts(name: str, urls: list[SitemapUrl]) -> Iterator[tuple[str, list[SitemapUrl]]]:
    for start in range(0, len(urls), SITEMAP_LIMIT):
        number = start // SITEMAP_LIMIT + 1
        part = urls[start : start + SITEMAP_LIMIT]
        yield f"{name}.xml" if number == 1 else f"{name}-{number}.xml", part


def _recent(site: Site) -> Iterator[Article]:
    """Posted within two days before now; a preview's drafts and announcements are not news."""
    for article in site.articles:
        if article.date.at <= site.now - NEWS_AGE:
            return
        if not preview_flag(article, now=site.now):
            yield article
