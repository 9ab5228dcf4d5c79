"""Sitemaps, and what robots and servers are told."""

from datetime import UTC, datetime

import pytest

from ht_newsgen.model.article import Citation, Status
from ht_newsgen.model.config import Security
from ht_newsgen.model.site import Show
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.servers import security_expires
from ht_newsgen.pages.sitemaps import news_sitemap, sitemap_pages
from ht_newsgen.pages.views.listing import RedirectView
from ht_newsgen.pages.views.machine import (
    GoneView,
    HeadersView,
    NewsSitemapView,
    NewsUrl,
    RedirectsView,
    RobotsView,
    SecurityView,
    SitemapIndexView,
    SitemapUrl,
    SitemapView,
)
from tests.factories import (
    article,
    at,
    day,
    days_ago,
    planned,
    section_front,
    site,
    standing_page,
    view,
)

ROOT = "https://example.org/news/"


def test_each_year_has_a_sitemap_and_the_index_names_them() -> None:
    """With the day of the last change in each; undated pages have one of their own."""
    made = site(
        [
            article("a", date=at(2018, 1, 2, 8)),
            article("b", date=at(2018, 1, 3, 8), updated=at(2018, 1, 9, 8)),
            article("c", date=at(2016, 1, 3, 8)),
            article("line", body="", standfirst="", excerpt=""),
        ]
    )

    assert view(made, "sitemap-2018.xml", SitemapView) == SitemapView(
        urls=(
            SitemapUrl(url=f"{ROOT}flash/2018/a/", updated=at(2018, 1, 2, 8).at),
            SitemapUrl(url=f"{ROOT}flash/2018/b/", updated=at(2018, 1, 9, 8).at),
        )
    )
    assert view(made, "sitemap.xml", SitemapIndexView) == SitemapIndexView(
        sitemaps=(
            SitemapUrl(url=f"{ROOT}sitemap-pages.xml"),
            SitemapUrl(url=f"{ROOT}sitemap-2016.xml", updated=at(2016, 1, 3, 8).at),
            SitemapUrl(url=f"{ROOT}sitemap-2018.xml", updated=at(2018, 1, 9, 8).at),
        )
    )


def test_the_sitemap_of_pages_leaves_out_numbered_and_hidden_ones() -> None:
    """An article changes it only when it brings a new term or month."""
    made = site(
        [
            *(article(f"a-{n}", date=days_ago(n)) for n in range(7)),
            standing_page("about", updated=day(2018, 1, 1)),
            standing_page("draft", draft=True),
            standing_page("gone", status=Status.WITHDRAWN),
            section_front(),
        ],
        show=Show(drafts=True),
    )

    found = view(made, "sitemap-pages.xml", SitemapView).urls

    assert [url.url.removeprefix(ROOT) for url in found] == [
        "",
        "about/",
        "archive/",
        "archive/2018/",
        "archive/2018/02/",
        "archive/2018/03/",
        "authors/",
        "countries/",
        "feeds/",
        "flash/",
        "newsletter/",
        "search/",
        "sources/",
        "stories/",
        "topics/",
    ]
    assert found[1].updated == day(2018, 1, 1).at


def test_a_sitemap_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest articles stay in the first."""
    monkeypatch.setattr("ht_newsgen.pages.sitemaps.SITEMAP_LIMIT", 2)
    made = site([article(f"a-{n}", date=day(2018, 1, n)) for n in range(1, 6)])

    found = {
        page.path: [url.url[-2:] for url in page.view.urls]
        for page in sitemap_pages(made, list(planned(made).values()))
        if isinstance(page.view, SitemapView) and "2018" in page.path
    }

    assert found == {
        "sitemap-2018.xml": ["1/", "2/"],
        "sitemap-2018-2.xml": ["3/", "4/"],
        "sitemap-2018-3.xml": ["5/"],
    }


def test_the_news_sitemap_holds_our_own_articles_of_two_days() -> None:
    """Nothing aggregated, nothing older, no preview; a language without its script."""
    made = site(
        [
            article("own", date=at(2018, 3, 1, 8), language="sr-Latn"),
            article("yesterday", date=days_ago(1), section="stories", source=Citation(name="T")),
            article("old", date=at(2018, 2, 27, 12)),
            article("pointer", date=at(2018, 3, 1, 9), source=Citation(name="Times")),
            article("excerpt", date=at(2018, 3, 1, 9), rights=Rights.EXCERPT, section="stories"),
            article("licensed", date=at(2018, 3, 1, 9), rights=Rights.LICENSED),
            article("line", date=at(2018, 3, 1, 9), body="", standfirst="", excerpt=""),
            article("draft", date=at(2018, 3, 1, 9), draft=True),
            article("tomorrow", date=days_ago(-1)),
        ],
        show=Show(drafts=True, future=True),
    )

    assert view(made, "news-sitemap.xml", NewsSitemapView) == NewsSitemapView(
        publication="The Example",
        urls=(
            NewsUrl(
                url=f"{ROOT}flash/2018/own/",
                title="Own",
                language="sr",
                published=at(2018, 3, 1, 8).at,
            ),
            NewsUrl(
                url=f"{ROOT}stories/2018/yesterday/",
                title="Yesterday",
                language="en",
                published=days_ago(1).at,
            ),
        ),
    )


def test_the_news_sitemap_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand; the newest stay."""
    monkeypatch.setattr("ht_newsgen.pages.sitemaps.NEWS_LIMIT", 1)
    made = site([article("a", date=at(2018, 3, 1, 8)), article("b", date=at(2018, 3, 1, 9))])

    (page,) = news_sitemap(made)

    assert isinstance(page.view, NewsSitemapView)
    assert [url.title for url in page.view.urls] == ["B"]


def test_robots_are_told_where_the_sitemaps_are() -> None:
    """And what machines that read for a model may fetch."""
    made = site()

    assert view(made, "robots.txt", RobotsView) == RobotsView(
        ai=made.config.ai, sitemaps=(f"{ROOT}sitemap.xml", f"{ROOT}news-sitemap.xml")
    )


def test_security_txt_is_there_when_somebody_answers() -> None:
    """RFC 9116: it names itself, the languages and a day by which it is renewed."""
    security = Security(contact="mailto:security@example.org")

    found = view(
        site(security=security, languages=("en", "bs")), ".well-known/security.txt", SecurityView
    )

    assert found == SecurityView(
        security=security,
        expires=datetime(2018, 9, 1, tzinfo=UTC),
        canonical=f"{ROOT}.well-known/security.txt",
        languages=("en", "bs"),
    )
    assert ".well-known/security.txt" not in planned(site())


@pytest.mark.parametrize(
    ("now", "expires"),
    [
        ("2018-01-01T00:00+00:00", "2018-07-01T00:00+00:00"),
        ("2018-06-30T23:59+00:00", "2018-12-01T00:00+00:00"),
        ("2018-07-01T00:00+00:00", "2019-01-01T00:00+00:00"),
        ("2019-01-01T00:30+01:00", "2019-06-01T00:00+00:00"),
    ],
)
def test_security_txt_changes_once_a_month(now: str, expires: str) -> None:
    """Whatever the time zone; never in the past, never more than a year ahead."""
    assert security_expires(datetime.fromisoformat(now)) == datetime.fromisoformat(expires)


def test_nobody_may_frame_the_site() -> None:
    """What a `<meta>` cannot say, the header does."""
    found = view(site(), "_headers", HeadersView)

    assert found.base_path == "/news/"
    assert found.content_security_policy.endswith("form-action 'self'; frame-ancestors 'none'")


def test_an_alias_is_a_page_and_a_line_for_servers() -> None:
    """The next page of a list is only a page: its redirect is not for ever."""
    items = [article(f"a-{n}", date=days_ago(n)) for n in range(6)]
    made = site([*items, article("b", language="bs", aliases=("/old/",))], languages=("en", "bs"))

    assert view(made, "old/index.html", RedirectView) == RedirectView(
        href="/news/bs/flash/2018/b/", absolute=f"{ROOT}bs/flash/2018/b/", language="bs"
    )
    assert view(made, "_redirects", RedirectsView) == RedirectsView(
        base_path="/news/", redirects=made.routes.redirects
    )
    assert [redirect.path for redirect in made.routes.redirects] == ["old/"]


def test_servers_learn_what_is_gone() -> None:
    """As they see it: with the path of the site, percent-encoded."""
    made = site([article("šuma", status=Status.WITHDRAWN), article("a", draft=True)])

    assert view(made, "gone.txt", GoneView) == GoneView(paths=("/news/flash/2018/%C5%A1uma/",))
