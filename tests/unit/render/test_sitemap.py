from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

from ht_newsgen.pages.views.machine import (
    NewsSitemapView,
    NewsUrl,
    SitemapIndexView,
    SitemapUrl,
    SitemapView,
)
from ht_newsgen.render.sitemap import render_news_sitemap, render_sitemap, render_sitemap_index

BASE = "https://example.org/newsroom/"
MOMENT = datetime(2018, 2, 19, 10, 30, 0, 999, tzinfo=timezone(timedelta(hours=1)))


def test_a_sitemap_lists_pages_with_their_last_change() -> None:
    """As W3C writes date and time; a page whose change is not known has none."""
    view = SitemapView(
        urls=(
            SitemapUrl(url=f"{BASE}flash/2018/raids/", updated=MOMENT),
            SitemapUrl(url=f"{BASE}a&b/"),
        )
    )

    assert render_sitemap(view).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url>\n"
        "    <loc>https://example.org/newsroom/flash/2018/raids/</loc>\n"
        "    <lastmod>2018-02-19T10:30:00+01:00</lastmod>\n"
        "  </url>\n"
        "  <url>\n"
        "    <loc>https://example.org/newsroom/a&amp;b/</loc>\n"
        "  </url>\n"
        "</urlset>\n"
    )


def test_the_index_lists_sitemaps() -> None:
    """In the same namespace, under its own names."""
    view = SitemapIndexView(sitemaps=(SitemapUrl(url=f"{BASE}sitemap-2018.xml", updated=MOMENT),))

    assert render_sitemap_index(view).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <sitemap>\n"
        "    <loc>https://example.org/newsroom/sitemap-2018.xml</loc>\n"
        "    <lastmod>2018-02-19T10:30:00+01:00</lastmod>\n"
        "  </sitemap>\n"
        "</sitemapindex>\n"
    )


def test_a_news_sitemap_says_who_published_what_and_when() -> None:
    """Publication, language, date and title stand in the namespace for news."""
    view = NewsSitemapView(
        publication="Newsroom",
        urls=(
            NewsUrl(
                url=f"{BASE}day/",
                title="Day \x00& night\ud800",
                language="bs",
                published=datetime(2018, 2, 19, tzinfo=UTC),
            ),
        ),
    )

    assert render_news_sitemap(view).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
        "  <url>\n"
        "    <loc>https://example.org/newsroom/day/</loc>\n"
        "    <news:news>\n"
        "      <news:publication>\n"
        "        <news:name>Newsroom</news:name>\n"
        "        <news:language>bs</news:language>\n"
        "      </news:publication>\n"
        "      <news:publication_date>2018-02-19T00:00:00+00:00</news:publication_date>\n"
        "      <news:title>Day &amp; night</news:title>\n"
        "    </news:news>\n"
        "  </url>\n"
        "</urlset>\n"
    )


def test_without_news_the_sitemap_is_empty_and_well_formed() -> None:
    """On most days a small newsroom has none."""
    root = ET.fromstring(render_news_sitemap(NewsSitemapView(publication="Newsroom", urls=())))

    assert (root.tag, list(root)) == ("{http://www.sitemaps.org/schemas/sitemap/0.9}urlset", [])
