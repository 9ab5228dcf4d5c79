"""Sitemaps: what a search engine should know of (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterable
from datetime import datetime
from xml.etree import ElementTree as ET

from ht_newsgen.pages.views.machine import (
    NewsSitemapView,
    SitemapIndexView,
    SitemapUrl,
    SitemapView,
)
from ht_newsgen.render.xml import document, element

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
ET.register_namespace("news", NEWS)


def render_sitemap(view: SitemapView) -> bytes:
    """The pages, each with the day and time of its last change where that is known."""
    return _list("urlset", "url", view.urls)


def render_sitemap_index(view: SitemapIndexView) -> bytes:
    """All sitemaps of the site."""
    return _list("sitemapindex", "sitemap", view.sitemaps)


def render_news_sitemap(view: NewsSitemapView) -> bytes:
    """Our own articles of the last two days, in the form that Google News documents."""
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for url in view.urls:
        entry = element(root, f"{{{SITEMAP}}}url")
        element(entry, f"{{{SITEMAP}}}loc", url.url)
        news = element(entry, f"{{{NEWS}}}news")
        publication = element(news, f"{{{NEWS}}}publication")
        element(publication, f"{{{NEWS}}}name", view.publication)
        element(publication, f"{{{NEWS}}}language", url.language)
        element(news, f"{{{NEWS}}}publication_date", _w3c(url.published))
        element(news, f"{{{NEWS}}}title", url.title)
    return document(root, default_namespace=SITEMAP)


def _list(root_name: str, name: str, urls: Iterable[SitemapUrl]) -> bytes:
    """Both kinds of list have the same form and differ in their names."""
    root = ET.Element(f"{{{SITEMAP}}}{root_name}")
    for url in urls:
        entry = element(root, f"{{{SITEMAP}}}{name}")
        element(entry, f"{{{SITEMAP}}}loc", url.url)
        if url.updated:
            element(entry, f"{{{SITEMAP}}}lastmod", _w3c(url.updated))
    return document(root, default_namespace=SITEMAP)


def _w3c(moment: datetime) -> str:
    """Date and time as W3C's note on ISO 8601 has it."""
    return moment.isoformat(timespec="seconds")
