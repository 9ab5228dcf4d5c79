"""Finding by year, by month and by what goes together."""

from ht_newsgen.model.article import Article
from ht_newsgen.pages.paginate import paginate, place_in
from ht_newsgen.pages.views.listing import ArchiveView, ListingView
from ht_newsgen.pages.views.parts import Link
from tests.factories import article, at, planned, site, view


def yearly(*years: int) -> list[Article]:
    """An item for each of these years, which get older."""
    return [
        article(f"y-{number}", date=at(year, 2, 28 - number, 8))
        for number, year in enumerate(years)
    ]


def test_a_list_stands_under_its_years() -> None:
    """On the newest page and on the full ones alike; pinned items have no year above them."""
    items = yearly(2018, 2018, 2017, 2016, 2016, 2016)
    made = site([*items[:-1], article("y-5", date=items[-1].date, weight=1)])

    newest = view(made, "flash/index.html", ListingView)
    first = view(made, "flash/page/1/index.html", ListingView)

    assert [(group.year, len(group.cards)) for group in newest.groups] == [(0, 1), (2018, 2)]
    assert [(group.year, len(group.cards)) for group in first.groups] == [(2016, 2)]


def test_each_year_is_one_step_away() -> None:
    """The link leads to the year's heading, on whatever page that is, with its count."""
    made = site(yearly(2018, 2018, 2017, 2016, 2016, 2016))

    assert view(made, "flash/index.html", ListingView).years == (
        Link(href="/news/flash/#site--2018", text="2018", id="2018", count=2),
        Link(href="/news/flash/page/2/#site--2017", text="2017", id="2017", count=1),
        Link(href="/news/flash/page/2/#site--2016", text="2016", id="2016", count=3),
    )
    assert view(made, "flash/page/1/index.html", ListingView).years == ()


def test_a_list_within_one_year_needs_no_way_to_it() -> None:
    """One link to where one is already helps nobody."""
    assert view(site(yearly(2018, 2018)), "flash/index.html", ListingView).years == ()


def test_every_position_is_on_the_page_it_is_said_to_be_on() -> None:
    """Whatever the length and the size of a page."""
    for size in (1, 2, 3):
        for length in range(9):
            pages = paginate(range(length), size)
            numbered = enumerate(pages.full, start=1)
            places = {position: number for number, page in numbered for position in page}
            for position in range(length):
                assert place_in(length, size, position) == places.get(position, 0)


def test_a_month_knows_the_months_beside_it() -> None:
    """Those with something in them, however far away; on its newest page alone."""
    days = [(2016, 5), (2018, 1), (2018, 2), (2018, 2), (2018, 2), (2018, 2)]
    made = site(
        [article(f"m-{n}", date=at(year, month, n + 1, 8)) for n, (year, month) in enumerate(days)]
    )

    month = view(made, "archive/2018/01/index.html", ListingView)
    full = view(made, "archive/2018/02/page/1/index.html", ListingView)

    assert month.before == Link(href="/news/archive/2016/05/", text="May 2016")
    assert month.after == Link(href="/news/archive/2018/02/", text="February 2018")
    assert (full.before, full.after, full.groups[0].year) == (None, None, 0)


def test_a_year_counts_what_it_has_and_leads_up() -> None:
    """To all years, which count everything."""
    made = site(yearly(2018, 2018, 2017))

    year = view(made, "archive/2018/index.html", ArchiveView)
    everything = view(made, "archive/index.html", ArchiveView)

    assert (year.total, year.up) == (2, Link(href="/news/archive/", text="Archive"))
    assert (everything.total, everything.up) == (3, None)


def test_a_topic_names_the_topics_it_often_comes_with() -> None:
    """The most frequent first, counted among the newest; itself is not among them."""
    made = site(
        [
            article("a", topics=("forced-labour", "child-protection"), countries=("BA",)),
            article("b", topics=("forced-labour",), countries=("BA",)),
        ]
    )
    child = Link(href="/news/topics/child-protection/", text="Child protection",
                 id="child-protection", count=1)  # fmt: skip
    labour = Link(href="/news/topics/forced-labour/", text="Forced labour",
                  id="forced-labour", count=2)  # fmt: skip

    assert view(made, "topics/forced-labour/index.html", ListingView).together == (child,)
    assert view(made, "countries/ba/index.html", ListingView).together == (labour, child)
    assert view(made, "flash/index.html", ListingView).together == ()
    assert "topics/child-protection/index.html" in planned(made)
