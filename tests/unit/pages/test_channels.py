"""Which feeds there are, and what is in each."""

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Citation
from ht_newsgen.model.feed_settings import (
    FeedChoice,
    FeedContent,
    FeedKind,
    FeedLink,
    FeedSettings,
    OneFeed,
)
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.pages.views.article import StandingPageView
from ht_newsgen.pages.views.feed import FeedCategory, FeedCorrection, FeedView
from ht_newsgen.pages.views.listing import FeedsView, ListingView
from tests.factories import FLASH, STORIES, article, config, day, desk, planned, section_front, view
from tests.factories import site as made

ITEMS = (
    article(
        "raids",
        topics=("forced-labour",),
        countries=("IT",),
        source=Citation(id="europol", url="https://europol.example/1"),
    ),
    article("prica", language="bs"),
)
EVERYWHERE = ["", "bs/", "bs/flash/", "bs/stories/", "flash/", "stories/", "topics/forced-labour/"]


def site(**feeds: object) -> Site:
    return made(ITEMS, languages=("en", "bs"), feeds=FeedSettings(**feeds))  # type: ignore[arg-type]


def folders(of: Site) -> list[str]:
    """The folders that have feeds."""
    found = (page.path for page in planned(of).values() if page.kind is PageKind.RSS)
    return sorted(path.removesuffix("rss.xml") for path in found)


def kinds(**wanted: bool) -> dict[FeedKind, FeedChoice]:
    return {FeedKind(kind): FeedChoice(wanted=yes) for kind, yes in wanted.items()}


def each(path: str, **choice: object) -> OneFeed:
    return OneFeed(path=path, choice=FeedChoice(wanted=True, **choice))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, EVERYWHERE),
        ({"languages": False}, [path for path in EVERYWHERE if path != "bs/"]),
        ({"topics": False, "sections": False}, ["", "bs/"]),
        ({"site": False}, EVERYWHERE[1:]),
        ({"countries": True}, sorted([*EVERYWHERE, "countries/it/"])),
        ({"sources": True}, sorted([*EVERYWHERE, "sources/europol/"])),
    ],
)
def test_a_site_decides_what_can_be_followed(wanted: dict[str, bool], expected: list[str]) -> None:
    """Countries and sources only where it says so: they are many."""
    assert folders(site(kinds=kinds(**wanted))) == expected


def test_one_feed_is_decided_before_its_kind() -> None:
    """By the page that it accompanies."""
    one = OneFeed(path="flash/", choice=FeedChoice(wanted=False))

    assert folders(site(kinds=kinds(topics=False), each=(one, each("countries/it/")))) == [
        "",
        "bs/",
        "bs/flash/",
        "bs/stories/",
        "countries/it/",
        "stories/",
    ]


def test_a_page_names_the_feeds_that_it_has() -> None:
    """In its head, where readers look for them, and in what it shows."""
    of = site(kinds=kinds(site=False, topics=False, countries=True))

    country = view(of, "countries/it/index.html", ListingView)
    topic = view(of, "topics/forced-labour/index.html", ListingView)
    page = view(of, "feeds/index.html", FeedsView)

    assert [feed.href for feed in country.head.feeds] == [
        f"/news/countries/it/{name}" for name in ("rss.xml", "atom.xml", "feed.json")
    ]
    assert (topic.head.feeds, topic.feeds) == ((), ())
    assert [group.title for group in page.groups] == ["News Flash", "Stories", "Italy"]


def test_a_newsletter_page_offers_no_feeds_that_are_not_there() -> None:
    """The site has none of everything."""
    of = made([section_front()], feeds=FeedSettings(kinds=kinds(site=False)))

    assert view(of, "newsletter/index.html", StandingPageView).feeds == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (FeedContent.FULL, ("What happened: raids.", "digest-of-raids", False)),
        (FeedContent.SUMMARY, ("What happened: raids.", "", False)),
        (FeedContent.HEADLINE, ("", "", True)),
    ],
)
def test_a_feed_holds_as_much_as_is_wanted(
    content: FeedContent, expected: tuple[str, str, bool]
) -> None:
    """Whole texts, summaries, or headlines alone."""
    (entry,) = view(site(content=content), "flash/rss.xml", FeedView).entries

    assert (entry.summary, entry.body, entry.headline_only) == expected


def test_each_feed_has_its_own_terms() -> None:
    """What is said of one feed counts first, then of its kind, then of all."""
    of = site(
        content=FeedContent.SUMMARY,
        kinds={FeedKind.TOPICS: FeedChoice(wanted=True, content=FeedContent.FULL)},
        each=(each("flash/", content=FeedContent.HEADLINE, link=FeedLink.SOURCE),),
    )

    def terms(path: str) -> tuple[bool, bool, bool]:
        (entry,) = view(of, f"{path}rss.xml", FeedView).entries
        return bool(entry.body), bool(entry.summary), entry.link_to_source

    assert terms("") == (False, True, False)
    assert terms("topics/forced-labour/") == (True, True, False)
    assert terms("flash/") == (False, False, True)


def test_a_feed_may_have_its_own_number_of_entries() -> None:
    """A source of which one reads every item, beside a site of which one reads the newest."""
    items = [article(str(number), date=day(2018, 1, number)) for number in range(1, 6)]
    of = made(items, feeds=FeedSettings(entries=2, each=(each("flash/", entries=4),)))

    assert len(view(of, "rss.xml", FeedView).entries) == 2
    assert len(view(of, "flash/rss.xml", FeedView).entries) == 4


def test_a_section_without_feeds_is_in_none() -> None:
    """Not in those of the site or of a topic either."""
    silent = config(sections=(replace(FLASH, feed=False), STORIES))
    of = made(ITEMS, sections=silent.sections)

    assert view(of, "rss.xml", FeedView).entries == ()
    assert "flash/rss.xml" not in planned(of)


def test_an_entry_carries_its_notes_its_corrections_and_its_countries() -> None:
    """What stands above a text on the site stands above it in a feed."""
    from ht_newsgen.model.article import Correction
    from ht_newsgen.pages.feeds import feed_entry

    of = made(
        [
            article(
                content_notes=("violence",),
                countries=("BA",),
                corrections=(Correction(date=day(2018, 2, 20), text="It was nine people."),),
            )
        ]
    )

    entry = feed_entry(desk(of), of.articles[0])

    assert entry.content_notes == ("About violence.",)
    assert entry.corrections == (FeedCorrection(date=day(2018, 2, 20), text="It was nine people."),)
    assert entry.categories == (
        FeedCategory(
            term="BA",
            label="Bosnia & Herzegovina",
            scheme="https://example.org/news/countries/",
        ),
    )


def test_a_feed_names_its_hub() -> None:
    """So that a reader can ask to be told."""
    hub = "https://hub.example/"

    assert view(site(hub=hub), "flash/atom.xml", FeedView).hub == hub
