"""What stands in a feed."""

from datetime import UTC, datetime

import pytest

from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.article import Citation
from ht_newsgen.model.feed_settings import FeedLink, FeedSettings
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.feeds import feed_entry
from ht_newsgen.pages.identities import entry_id, feed_id
from ht_newsgen.pages.views.feed import (
    FeedCategory,
    FeedEntry,
    FeedImage,
    FeedSource,
    FeedView,
)
from ht_newsgen.pages.views.listing import FeedGroup, FeedsView
from ht_newsgen.pages.views.machine import OpmlView, RenditionView
from ht_newsgen.pages.views.parts import FeedRef
from tests.factories import article, at, day, days_ago, desk, figure, planned, site, view

REPORT = Citation(name="Times", url="https://times.example/1")


def test_an_entry_tells_all_that_feeds_can_say() -> None:
    """Addresses are absolute; nothing comes from the clock."""
    item = article(
        "floods",
        updated=at(2018, 2, 21, 9),
        authors=("desk",),
        topics=("forced-labour",),
        source=Citation(id="europol", url="https://europol.example/1"),
        figure=figure(),
    )
    made = site([item])

    assert feed_entry(desk(made), made.articles[0]) == FeedEntry(
        id="tag:example.org,2018:floods-en",
        title="Floods",
        permalink="https://example.org/news/flash/2018/floods/",
        summary="What happened: floods.",
        body="digest-of-floods",
        published=datetime(2018, 2, 19, tzinfo=UTC),
        updated=datetime(2018, 2, 21, 9, tzinfo=UTC),
        authors=("The News Desk",),
        categories=(
            FeedCategory(
                term="forced-labour",
                label="Forced labour",
                scheme="https://example.org/news/topics/",
            ),
        ),
        source=FeedSource(
            name="Europol",
            url="https://europol.example/1",
            feed="https://www.europol.europa.eu/rss.xml",
            feed_title="Europol: news",
        ),
        read_more="https://europol.example/1",
        language="en",
        image=FeedImage(
            rendition=RenditionView(
                origin="content/media/river.jpg",
                digest="digest-of-river",
                kind=PictureKind.PHOTOGRAPH,
                format="JPEG",
                width=640,
                height=480,
            ),
            absolute="https://example.org/news/media/river.0123-640.jpg",
            media_type="image/jpeg",
        ),
    )


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.UNVERIFIED])
def test_what_is_not_ours_is_only_summarised(rights: Rights) -> None:
    """No text and no picture of others leaves by a feed."""
    made = site([article(rights=rights, source=REPORT, figure=figure())])

    entry = feed_entry(desk(made), made.articles[0])

    assert (entry.body, entry.image, entry.summary, entry.read_more) == (
        "",
        None,
        "What happened: floods.",
        "https://times.example/1",
    )


@pytest.mark.parametrize(
    ("section", "source", "expected"),
    [
        ("flash", REPORT, True),
        ("flash", Citation(name="Times"), False),
        ("flash", None, False),
        ("stories", REPORT, False),
    ],
)
def test_entries_may_lead_straight_to_the_source(
    section: str, source: Citation | None, expected: bool
) -> None:
    """`feeds.link: source`, for what points elsewhere, and only where the address is known."""
    made = site([article(section=section, source=source)])

    entry = feed_entry(desk(made), made.articles[0], link=FeedLink.SOURCE)

    assert entry.link_to_source is expected


@pytest.mark.parametrize(
    ("base_url", "authority", "expected"),
    [
        ("https://news.example.org:8080/a/", "", "tag:news.example.org,2018:a%20b/c"),
        ("https://münchen.example/", "", "tag:xn--mnchen-3ya.example,2018:a%20b/c"),
        ("https://new.example/", "example.org,2015", "tag:example.org,2015:a%20b/c"),
        ("https://new.example/", "example.org", "tag:example.org,2018:a%20b/c"),
    ],
)
def test_the_identity_of_an_entry_is_a_tag_uri(
    base_url: str, authority: str, expected: str
) -> None:
    """RFC 4151; `feeds.authority` keeps it when the site moves to another host."""
    made = site([article(id="a b/c")], base_url=base_url, feeds=FeedSettings(authority=authority))

    assert entry_id(made, made.articles[0]) == expected


def test_an_entry_keeps_its_identity_when_its_address_changes() -> None:
    """A new slug is no new article."""
    one, two = site([article("a", id="x")]), site([article("b", id="x")])

    assert entry_id(one, one.articles[0]) == entry_id(two, two.articles[0])


@pytest.mark.parametrize(("id_", "year"), [("flash-2017-x", 2017), ("x", 2018), ("x-20181", 2018)])
def test_the_year_of_an_identity_is_the_one_in_the_id(id_: str, year: int) -> None:
    """So the day of posting may be mended; only an id without a year takes it from there."""
    made = site([article(id=id_)])

    assert entry_id(made, made.articles[0]) == f"tag:example.org,{year}:{id_}"


def test_no_article_changes_the_identity_of_a_feed() -> None:
    """It is the address of the feed's page, or a `tag:` URI where the authority has a date."""
    older = site([article("new"), article("old", date=day(2015, 12, 7))])
    dated = site(feeds=FeedSettings(authority="example.org,2018"))

    assert feed_id(older, "flash/") == feed_id(site(), "flash/")
    assert feed_id(site(), "flash/") == "https://example.org/news/flash/"
    assert feed_id(dated, "flash/") == "tag:example.org,2018:feed/flash/"


def test_a_feed_holds_the_newest_articles_that_have_a_page() -> None:
    """As many as configured; its date is that of its newest change."""
    made = site(
        [
            article("line", date=days_ago(0), body="", standfirst="", excerpt=""),
            article("three", date=days_ago(3)),
            article("two", date=days_ago(2)),
            article("one", date=days_ago(1)),
        ],
        feeds=FeedSettings(entries=2),
    )
    one = desk(made)

    found = view(made, "flash/atom.xml", FeedView)

    assert found == FeedView(
        id="https://example.org/news/flash/",
        title="The Example: News Flash",
        description="",
        home="https://example.org/news/flash/",
        self_url="https://example.org/news/flash/atom.xml",
        language="en",
        base="https://example.org/news/",
        author="Example Organisation",
        icon="https://example.org/news/favicon.svg",
        stylesheet="/news/feed.css",
        updated=days_ago(1).at,
        entries=(feed_entry(one, made.articles[1]), feed_entry(one, made.articles[2])),
    )


def test_an_empty_feed_changed_last_when_atom_began() -> None:
    """Not when it was built, and not in 1970, which readers take for a mistake."""
    assert view(site(), "rss.xml", FeedView).updated == datetime(2005, 12, 1, tzinfo=UTC)


def test_every_list_with_feeds_has_them_in_three_formats() -> None:
    """The site, its sections and its topics, in every language."""
    made = site(
        [article("a", topics=("forced-labour",)), article("b", language="bs")],
        languages=("en", "bs"),
    )
    folders = [
        "",
        "bs/",
        "bs/flash/",
        "bs/stories/",
        "flash/",
        "stories/",
        "topics/forced-labour/",
    ]

    found = [path for path, page in planned(made).items() if isinstance(page.view, FeedView)]

    assert sorted(found) == sorted(
        folder + file for folder in folders for file in ("rss.xml", "atom.xml", "feed.json")
    )


def test_the_page_of_feeds_and_opml_list_the_same() -> None:
    """By what can be followed."""
    made = site()

    page = view(made, "feeds/index.html", FeedsView)

    assert [group.title for group in page.groups] == ["The Example", "News Flash", "Stories"]
    assert page.groups[1] == FeedGroup(
        title="News Flash",
        feeds=tuple(
            FeedRef(
                title=f"News Flash ({name})",
                name=name,
                media_type=media_type,
                href=f"/news/flash/{file}",
                absolute=f"https://example.org/news/flash/{file}",
            )
            for name, file, media_type in (
                ("RSS", "rss.xml", "application/rss+xml"),
                ("Atom", "atom.xml", "application/atom+xml"),
                ("JSON Feed", "feed.json", "application/feed+json"),
            )
        ),
    )
    assert view(made, "feeds.opml", OpmlView) == OpmlView(title="The Example", groups=page.groups)
