"""Pages that list: the front, sections, terms and the archive."""

from msgspec.structs import replace

from ht_newsgen.model.article import Article, Citation
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.views.listing import (
    ArchiveView,
    Column,
    FrontView,
    Lead,
    ListingView,
    RedirectView,
    TermsView,
)
from ht_newsgen.pages.views.parts import Link, Pager
from tests.factories import (
    article,
    at,
    config,
    days_ago,
    desk,
    planned,
    section_front,
    site,
    standing_page,
    view,
)


def flashes(count: int) -> list[Article]:
    """`f-1` is the oldest."""
    return [article(f"f-{n}", date=days_ago(count - n)) for n in range(1, count + 1)]


def titles(found: ListingView | Column) -> list[str]:
    """The headlines of a list."""
    if isinstance(found, Column):
        return [card.title for card in found.cards]
    return [card.title for group in found.groups for card in group.cards]


def test_a_section_is_divided_from_its_oldest_item() -> None:
    """Two on a page: the newest page has no number, the full ones keep theirs for ever."""
    made = site(flashes(7))

    newest = view(made, "flash/index.html", ListingView)
    first = view(made, "flash/page/1/index.html", ListingView)
    second = view(made, "flash/page/2/index.html", ListingView)

    assert (titles(newest), newest.pager, newest.total) == (
        ["F 7", "F 6", "F 5"],
        Pager(number=0, older="/news/flash/page/2/"),
        7,
    )
    assert (titles(second), second.pager, second.total) == (
        ["F 4", "F 3"],
        Pager(number=2, older="/news/flash/page/1/", newer="/news/flash/page/3/"),
        0,
    )
    assert (titles(first), first.pager) == (
        ["F 2", "F 1"],
        Pager(number=1, newer="/news/flash/page/2/"),
    )


def test_the_next_page_leads_to_the_newest_until_it_is_full() -> None:
    """So the last full page need not know whether it is the last."""
    made = site(flashes(7))

    assert view(made, "flash/page/3/index.html", RedirectView) == RedirectView(
        href="/news/flash/", absolute="https://example.org/news/flash/", language="en"
    )
    assert "flash/page/4/index.html" not in planned(made)


def test_a_short_list_has_no_numbered_pages() -> None:
    """Nor a redirect to nowhere."""
    assert not any("/page/" in path for path in planned(site(flashes(3))))


def test_titles_of_pages_differ() -> None:
    """Search engines and open tabs tell them apart."""
    made = site(
        [
            *(article(f"a-{n}", topics=("forced-labour",), countries=("BA",)) for n in range(9)),
            article("labour", title="Labour", source=Citation(name="Forced labour")),
            standing_page(),
        ]
    )
    views = [page.view for page in planned(made).values() if page.kind is not PageKind.REDIRECT]
    heads = [view.head.title for view in views if hasattr(view, "head")]

    assert len(heads) == len(set(heads)) > 20
    assert "Forced labour – Topics, page 2" in heads
    assert "February 2018 – Archive" in heads


def test_what_is_pinned_comes_first_on_the_newest_page_alone() -> None:
    """Wherever it stands by date, and there too: pinning changes no full page."""
    items = flashes(7)
    pinned = [*items[1:], article("f-1", date=items[0].date, weight=3)]

    newest = view(site(pinned), "flash/index.html", ListingView)

    assert titles(newest) == ["F 1", "F 7", "F 6", "F 5"]
    assert (
        planned(site(pinned))["flash/page/1/index.html"]
        == planned(site(items))["flash/page/1/index.html"]
    )


def test_the_front_text_of_a_section_stands_on_its_newest_page() -> None:
    """It is no page by itself."""
    made = site([section_front("flash", body="front"), *flashes(7)])

    assert view(made, "flash/index.html", ListingView).body == "front"
    assert view(made, "flash/page/1/index.html", ListingView).body == ""


def test_the_front_page_has_a_column_for_each_section_that_wants_one() -> None:
    """In the order of the configuration; the newest story leads, the newsletter shows its text."""
    stories = [article(f"s-{n}", section="stories", date=days_ago(3 - n)) for n in (1, 2)]
    made = site([*flashes(5), *stories, section_front(body="sign up")])
    cards = desk(made).cards

    front = view(made, "index.html", FrontView)

    assert front.lead == Lead(
        section=Link(href="/news/stories/", text="Stories", id="stories"),
        card=cards["content/stories/s-2.en.md"],
    )
    assert front.columns == (
        Column(
            section=Link(href="/news/flash/", text="News Flash", id="flash"),
            kind=SectionKind.FLASH,
            cards=tuple(cards[f"content/flash/f-{n}.en.md"] for n in (5, 4, 3)),
            total=5,
        ),
        Column(
            section=Link(href="/news/stories/", text="Stories", id="stories"),
            kind=SectionKind.STORY,
            cards=(cards["content/stories/s-1.en.md"],),
            total=2,
        ),
        Column(
            section=Link(href="/news/newsletter/", text="Newsletter", id="newsletter"),
            kind=SectionKind.PAGE,
            body="sign up",
        ),
    )


def test_every_language_has_a_front_page_of_its_own() -> None:
    """With the sections named in that language and its own items."""
    made = site(
        [article("one", section="stories"), article("dva", section="stories", language="bs")],
        languages=("en", "bs"),
    )

    front = view(made, "bs/index.html", FrontView)

    assert [column.section.text for column in front.columns] == ["News Flash", "Priče"]
    assert front.lead is not None
    assert (front.lead.section.text, front.lead.card.title) == ("Priče", "Dva")
    assert [(link.language, link.href) for link in front.translations] == [("en", "/news/")]
    assert [link.language for link in front.head.alternates] == ["bs", "en", "x-default"]


def test_an_index_of_terms_is_sorted_by_what_the_reader_reads() -> None:
    """Not by code; with how many articles are behind each."""
    made = site([article("a", countries=("DE", "AT")), article("b", countries=("AT", "HR"))])

    assert view(made, "countries/index.html", TermsView).terms == (
        Link(href="/news/countries/at/", text="Austria", id="AT", count=2),
        Link(href="/news/countries/hr/", text="Croatia", id="HR", count=1),
        Link(href="/news/countries/de/", text="Germany", id="DE", count=1),
    )


def test_an_index_is_there_before_its_first_term() -> None:
    """The frame links to it on every page."""
    assert view(site(), "topics/index.html", TermsView).terms == ()


def test_a_term_leads_up_to_its_index_and_to_its_own_site() -> None:
    """A source's page names where the source is at home."""
    made = site([article(source=Citation(id="europol"))])

    found = view(made, "sources/europol/index.html", ListingView)

    assert (found.what, found.title, found.url, found.up) == (
        "source",
        "Europol",
        "https://www.europol.europa.eu/",
        Link(href="/news/sources/", text="Sources"),
    )


def test_only_languages_that_have_a_term_are_named_on_its_page() -> None:
    """A link to an empty list in another language helps nobody."""
    made = site(
        [
            article("a", topics=("forced-labour", "child-protection")),
            article("b", language="bs", topics=("forced-labour",)),
        ],
        languages=("en", "bs"),
    )

    shared = view(made, "topics/forced-labour/index.html", ListingView)
    alone = view(made, "topics/child-protection/index.html", ListingView)

    assert [link.href for link in shared.translations] == ["/news/bs/topics/forced-labour/"]
    assert (alone.translations, alone.head.alternates) == ((), ())


def test_the_archive_counts_by_year_and_month() -> None:
    """The newest first; each year knows its neighbours."""
    made = site(
        [
            article("a", date=at(2018, 2, 3, 8)),
            article("b", date=at(2018, 1, 3, 8)),
            article("c", date=at(2018, 1, 2, 8)),
            article("d", date=at(2016, 5, 2, 8)),
        ]
    )

    everything = view(made, "archive/index.html", ArchiveView)
    one = view(made, "archive/2018/index.html", ArchiveView)

    assert [
        (year.year, year.count, [(month.month, month.count) for month in year.months])
        for year in everything.years
    ] == [(2018, 3, [(2, 1), (1, 2)]), (2016, 1, [(5, 1)])]
    assert one.years == everything.years[:1]
    assert (one.older, one.newer) == (Link(href="/news/archive/2016/", text="2016"), None)
    assert titles(view(made, "archive/2018/01/index.html", ListingView)) == ["B", "C"]


def test_a_list_offers_its_feeds_on_its_newest_page() -> None:
    """For a program that looks for them, on the full ones too."""
    made = site(flashes(7))

    newest = view(made, "flash/index.html", ListingView)
    first = view(made, "flash/page/1/index.html", ListingView)

    assert [feed.href for feed in newest.feeds] == [
        "/news/flash/rss.xml",
        "/news/flash/atom.xml",
        "/news/flash/feed.json",
    ]
    assert first.feeds == ()
    assert first.head.feeds == newest.head.feeds == desk(made).feeds + newest.feeds


def test_a_section_without_feeds_offers_none() -> None:
    """`feed: false` in the configuration."""
    sections = tuple(replace(section, feed=False) for section in config().sections)
    made = site(flashes(1), sections=sections)

    assert view(made, "flash/index.html", ListingView).feeds == ()
    assert "flash/rss.xml" not in planned(made)
