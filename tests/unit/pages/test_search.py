"""What can be searched, how it is divided, and the page on which it is."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ht_newsgen.model.article import Article, Status
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Show, Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages import volumes
from ht_newsgen.pages.search import found_sentences, search_policy
from ht_newsgen.pages.views.search import SearchRecord, SearchView, VolumeView
from tests.factories import (
    NOW,
    article,
    assembled,
    at,
    day,
    desk,
    planned,
    site,
    standing_page,
    view,
)


def index_of(made: Site) -> dict[str, VolumeView]:
    """The volumes of a site, by their folders."""
    return {
        path.removesuffix(volumes.ENTRY): volume(page)
        for path, page in planned(made).items()
        if page.kind is PageKind.SEARCH_VOLUME
    }


def volume(page: Page) -> VolumeView:
    assert isinstance(page.view, VolumeView)
    return page.view


def titles(records: Iterable[SearchRecord]) -> list[str]:
    return [record.title for record in records]


def test_a_record_says_what_its_page_shows() -> None:
    """Its address, its words, what results show of it, and by what it can be narrowed."""
    floods = article(topics=("forced-labour",), countries=("BA",), date=at(2018, 2, 19, 8))
    made = site([floods])

    assert volumes.article_record(desk(made), made.articles[0]) == SearchRecord(
        href="/news/flash/2018/floods/",
        title="Floods",
        language="en",
        moment="201802190800",
        date="19 February 2018, 08:00",
        standfirst="What happened: floods.",
        body="digest-of-floods",
        terms=("section:flash", "topic:forced-labour", "country:BA", "year:2018", "language:en"),
    )


def test_a_standing_page_has_no_date() -> None:
    """It comes last when the newest come first."""
    made = site([standing_page("about")])

    assert volumes.page_record(desk(made), made.pages[0]) == SearchRecord(
        href="/news/about/",
        title="About",
        language="en",
        moment="000000000000",
        body="digest-of-about",
        terms=("section:pages", "language:en"),
    )


def test_moments_sort_by_time_wherever_they_were_told() -> None:
    """In UTC, with zeros in front."""
    assert volumes.digits(at(2018, 2, 19, 8, 5)) == "201802190805"
    assert volumes.digits(day(1, 1, 1)) == "000101010000"


YEARS = {
    "nothing": ({}, []),
    "one year": ({2018: 3}, [2018]),
    "until it is full": ({2016: 4, 2017: 5, 2018: 1}, [2016]),
    "closed at the end of its year": ({2016: 9, 2017: 1, 2018: 1}, [2016, 2018]),
    "a year is never divided": ({2016: 99, 2018: 1}, [2016, 2018]),
}


@pytest.mark.parametrize(("counts", "first_years"), YEARS.values(), ids=YEARS)
def test_years_are_bound_into_volumes(
    counts: dict[int, int], first_years: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the oldest on; a new item changes only the last volume."""
    monkeypatch.setattr(volumes, "FULL", 10)

    assert list(volumes.bound(counts)) == first_years


def test_every_item_is_in_one_volume_and_pages_are_in_the_newest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The newest volume first, the newest item first."""
    monkeypatch.setattr(volumes, "FULL", 1)
    made = site(
        [
            article("old", date=day(2016, 1, 1)),
            article("new", date=day(2018, 1, 1)),
            article("newer", date=day(2018, 1, 2)),
            standing_page("about"),
        ]
    )

    assert {path: titles(one.records) for path, one in index_of(made).items()} == {
        "search/index/2016/": ["Old"],
        "search/index/2018/": ["Newer", "New", "About"],
    }


def test_each_language_has_an_index_of_its_own() -> None:
    """A text in a language that the site does not have is in the one where it is listed."""
    made = site(
        [article("floods"), article("poplave", language="bs"), article("flut", language="de")],
        languages=("en", "bs"),
    )

    assert {path: sorted(titles(one.records)) for path, one in index_of(made).items()} == {
        "search/index/2018/": ["Floods", "Flut"],
        "bs/search/index/2018/": ["Poplave"],
    }


articles = st.builds(
    article,
    st.sampled_from(["a", "b", "c", "d"]),
    rights=st.sampled_from(Rights),
    status=st.sampled_from(Status),
    draft=st.booleans(),
    date=st.sampled_from([day(2017, 1, 1), day(2018, 2, 19), day(2030, 1, 1)]),
    publish=st.sampled_from([None, day(2030, 1, 1)]),
    expires=st.sampled_from([None, day(2018, 2, 20)]),
)


@given(
    st.lists(articles, unique_by=lambda one: one.slug),
    st.builds(Show, drafts=st.booleans(), future=st.booleans(), expired=st.booleans()),
)
def test_nothing_that_is_withheld_can_be_found(items: list[Article], show: Show) -> None:
    """Neither withdrawn, unverified, draft nor future items, even where a preview shows them."""
    made, _ = assembled(items, show=show)
    found = {record.title for one in index_of(made).values() for record in one.records}

    assert found == {
        item.title
        for item in items
        if item.status is Status.USABLE
        and item.rights is not Rights.UNVERIFIED
        and not item.draft
        and item.date.at <= NOW
        and item.publish is None
        and (item.expires is None or show.expired)
    }


def test_without_a_search_there_is_nothing_of_it() -> None:
    """No page, no index, no box in the frame."""
    made = site([article()], search=False)

    assert [path for path in planned(made) if "search" in path] == []
    assert desk(made).frame.search == ""


def test_the_page_offers_to_narrow_by_what_there_is() -> None:
    """What there is one of, or none, is no choice."""
    made = site(
        [
            article("floods", topics=("forced-labour",)),
            article("rivers", section="stories", date=day(2017, 1, 1)),
            article("flut", language="de"),
        ]
    )
    found = view(made, "search/index.html", SearchView)

    assert {select.id: [name for _, name in select.options] for select in found.selects} == {
        "section": ["News Flash", "Stories"],
        "year": ["2018", "2017"],
        "language": ["German"],
    }


def test_numbers_are_told_as_the_language_has_them() -> None:
    """One sentence for each form that numbers have."""
    assert [category for category, _ in found_sentences("bs")] == ["few", "one", "other"]
    assert found_sentences("en") == (
        ("one", "%(count)s result"),
        ("other", "%(count)s results"),
    )


def test_only_what_searching_needs_is_allowed_beyond_the_policy_of_all_pages() -> None:
    """Its own script, WebAssembly, a worker, and files of this host."""
    assert search_policy("default-src 'none'; script-src 'none'; img-src 'self'") == (
        "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
        "worker-src 'self'; connect-src 'self'"
    )


def test_the_key_of_a_volume_changes_with_its_items_alone() -> None:
    """So a change elsewhere makes no records."""
    one, other = article("floods", digest="1"), article("rivers", digest="2", date=day(2017, 1, 1))
    keys = {
        volumes.volume_key(
            replace(
                desk(site(items)), key="common", keys=dict.fromkeys([one.path, other.path], "k")
            ),
            volumes.Volume(year=2018, articles=(items[0],)),
        )
        for items in ([one], [one, other])
    }

    assert len(keys) == 1
