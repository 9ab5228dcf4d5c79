"""Who links where, and what is told of a link that leads nowhere."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.checks.links.advice import meant_path
from ht_newsgen.checks.links.leading import End, Way, follow
from ht_newsgen.checks.links.references import references_in_template, references_of
from ht_newsgen.checks.links.weaving import weave
from ht_newsgen.checks.run import check_links
from ht_newsgen.kit.problems import Mend, Place, Problem
from ht_newsgen.model.article import Item, Status
from ht_newsgen.model.references import Reference, References
from ht_newsgen.pages.plan import plan
from tests.factories import (
    FLASH,
    PAGES,
    article,
    assembled,
    assets,
    days_ago,
    section_front,
    standing_page,
)
from tests.unit.checks.set_texts import manuscript

FLOODS = article("floods", aliases=("/old/floods/",))
ITEMS: tuple[Item, ...] = (
    FLOODS,
    article("rivers"),
    article("drafted", draft=True),
    article("withdrawn", status=Status.WITHDRAWN),
    article("to-come", date=days_ago(-9)),
    standing_page("about"),
)
TEXTS = {FLOODS.path: References(anchors=("arrests", "fn:1"))}
HOST = "https://example.org/"
HOME = "content/flash/rivers.en.md"


def told(*addresses: str, items: Sequence[Item] = ITEMS, base_url: str = HOST) -> list[Problem]:
    """What is told of links to these addresses, one on each line of an item."""
    site, _ = assembled(items, base_url=base_url)
    links = tuple(Reference(address, line, 1) for line, address in enumerate(addresses, start=1))
    references = {**TEXTS, HOME: References(links=links)}
    return list(check_links(site, plan(site, assets()), references, {}))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/flash/2018/floods/",
        "/flash/2018/floods/#arrests",
        "/flash/2018/floods/#fn%3A1",
        "/flash/2018/floods/#:~:text=water",
        "/flash/#site--2018",
        "/flash/2018/fl%6Fods/",
        "/flash/2018/floods/?from=mail",
        "https://example.org/about/",
        "//example.org/about/",
        "/rss.xml",
        "/flash/rss.xml",
        "#top",
        "#",
    ],
)
def test_a_link_to_what_is_there_is_left_alone(address: str) -> None:
    """Pages, feeds, places in a text; the theme knows its own places."""
    assert told(address) == []


@pytest.mark.parametrize(
    ("address", "rule", "advice"),
    [
        ("/flash/2018/flods/", "links/missing", "Did you mean `/flash/2018/floods/`?"),
        ("/flash/2017/floods/", "links/missing", "Did you mean `/flash/2018/floods/`?"),
        ("/flash/floods.html", "links/missing", "Did you mean `/flash/2018/floods/`?"),
        ("/rss.xlm", "links/missing", "Did you mean `/rss.xml`?"),
        ("/media/poster.pdf", "links/missing", "Show it as a picture"),
        ("/nothing/at/all/", "links/missing", "Look the page up"),
        ("/old/floods/", "links/moved", "Write it as: /flash/2018/floods/"),
        ("/old/floods", "links/moved", "Write it as: /flash/2018/floods/"),
        ("/old/floods/#arrests", "links/moved", "Write it as: /flash/2018/floods/#arrests"),
        ("/about", "links/moved", "Write it as: /about/"),
        ("/about/index.html?a=b", "links/moved", "Write it as: /about/?a=b"),
        ("https://example.org/about", "links/moved", "Write it as: /about/"),
        ("/flash/2018/drafted/", "links/hidden", "Publish it, or"),
        ("/flash/2018/withdrawn/", "links/hidden", "Take the link out"),
        ("/flash/2018/to-come/", "links/hidden", "Publish this text then"),
        ("/flash/2018/floods/#arests", "links/anchor", "Did you mean `#arrests`?"),
        ("/flash/2018/floods/#zzz", "links/anchor", "It has these: `#arrests`, `#fn:1`"),
        ("#zzz", "links/anchor", "Link to the page"),
    ],
)
def test_a_link_that_leads_astray_is_told_with_what_to_do(
    address: str, rule: str, advice: str
) -> None:
    """At the line where it stands."""
    (found,) = told(address)

    assert (found.rule, found.place) == (rule, Place(HOME, 1, 1))
    assert str(found.help).startswith(advice)


def test_a_moved_link_has_one_right_answer() -> None:
    """So `check --fix` may write it."""
    (found,) = told("/old/floods/#arrests")

    assert found.mends == (Mend(1, 1, "/old/floods/#arrests", "/flash/2018/floods/#arrests"),)


def test_a_site_may_live_below_the_root_of_its_host() -> None:
    """Then a link within the site does not name the folder, and one from outside does."""
    there = "https://example.org/news/"

    assert told("/about/", "https://example.org/news/about/", base_url=there) == []
    assert told("https://example.org/other/", "https://example.org/news", base_url=there) == []
    assert [one.rule for one in told("https://example.org/news/othr/", base_url=there)] == [
        "links/missing"
    ]


@pytest.mark.parametrize(
    ("page", "links", "lost"),
    [
        (standing_page("about"), (), []),
        (standing_page("o-nama", language="bs"), (), []),
        (standing_page("info", language="de"), (), ["info/"]),
        (standing_page("info", language="de"), ("/info/",), []),
        (section_front("pages"), (), ["pages/"]),
        (article("floods"), (), []),
    ],
)
def test_a_page_to_which_no_way_leads_is_lost(
    page: Item, links: tuple[str, ...], lost: list[str]
) -> None:
    """The foot of every page leads to standing pages in the languages of the site."""
    site, problems = assembled(
        [page, article("rivers")], sections=(FLASH, PAGES), languages=("en", "bs")
    )
    references = {HOME: References(links=tuple(Reference(link) for link in links))}

    found = list(check_links(site, plan(site, assets()), references, {}))

    assert [one for one in problems if one.severity == "error"] == []
    assert [str(one.message).split("`")[1] for one in found] == [f"/{path}" for path in lost]


def test_a_text_says_where_it_links_and_what_can_be_linked() -> None:
    """Links out of the site are somebody else's trade."""
    text = (
        "## A place\n\n[a](/flash/) and [b](https://example.org/about/), [c](#a-place),"
        " [d](https://elsewhere.example/), [e](mailto:a@example.org)[^1].\n\n[^1]: A note.\n"
    )

    found = references_of(manuscript(text))

    assert [(one.address, one.line, one.column) for one in found.links][:3] == [
        ("/flash/", 6, 5),
        ("https://example.org/about/", 6, 22),
        ("#a-place", 6, 55),
    ]
    assert "a-place" in found.anchors


def test_a_template_says_what_it_has_written_out() -> None:
    """What it puts together is known when it is rendered, and comments lead nowhere."""
    text = (
        '{# <a href="/no/"> #}\n<a href="/about/">a</a> <a href="{{ home }}">b</a>\n'
        "<img alt='' src='/x.png'> <a href=\"/{{ y }}/\">c</a> <a href=\"//cdn.example/\">d</a>"
    )

    assert references_in_template(text).links == (
        Reference("/about/", 2, 10),
        Reference("/x.png", 3, 18),
    )


def test_a_template_of_the_site_is_looked_at_like_a_text() -> None:
    """It is told at its own line."""
    site, _ = assembled(ITEMS, base_url=HOST)

    (found,) = check_links(
        site, plan(site, assets()), TEXTS, {"templates/base.html": '<a href="/abuot/">'}
    )

    assert (found.rule, found.place) == ("links/missing", Place("templates/base.html", 1, 10))


ADDRESSES = st.text("/flash208odsabut#?%&=.:[]@\\ é", max_size=24)


@settings(max_examples=60, deadline=None)
@given(ADDRESSES)
def test_no_address_is_too_odd_to_be_followed(address: str) -> None:
    """Whatever somebody writes leads somewhere or nowhere."""
    site, _ = assembled(ITEMS, base_url=HOST)
    addresses = weave(site, plan(site, assets()), TEXTS).addresses

    for written in (f"/{address}", f"#{address}", f"https://example.org/{address}"):
        way = follow(written, HOME, "flash/2018/rivers/", addresses)
        assert isinstance(way, Way)
        if way.end is End.MISSING:
            meant_path(way.path, addresses)
