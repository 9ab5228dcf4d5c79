"""What some feeds have: notes, corrections, headlines alone, a hub; and how a browser shows one."""

import json
from collections.abc import Callable

import feedparser
import msgspec
import pytest

from ht_newsgen.pages.views.feed import FeedCorrection, FeedEntry, FeedView
from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.json_feed import render_json_feed
from tests.factories import day
from tests.support.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.support.feed_samples import BASE, OWN, RETOLD, content, feed, picture

HUB = "https://hub.example/"
HEADLINE = msgspec.structs.replace(OWN, headline_only=True, summary="", body="")
NOTED = msgspec.structs.replace(
    RETOLD,
    content_notes=("About violence & fear.",),
    corrections=(FeedCorrection(date=day(2018, 1, 9), text="It was <nine> people."),),
)


def rss(view: FeedView) -> bytes:
    data = render_rss(view, content, picture)
    assert rss_faults(data) == []
    return data


def atom(view: FeedView) -> bytes:
    data = render_atom(view, content, picture)
    assert atom_faults(data) == []
    return data


def test_notes_and_corrections_stand_above_the_text() -> None:
    """As they do on the site; in the language of the feed."""
    assert content(NOTED, feed(NOTED)) == (
        "<p><strong>About violence &amp; fear.</strong></p>\n"
        "<p><strong>Correction, 9 January 2018:</strong> It was &lt;nine&gt; people.</p>\n"
        + content(RETOLD, feed(RETOLD))
    )


def test_a_headline_is_an_entry_without_a_text() -> None:
    """It leads to the page; JSON Feed asks for some text, and gets the headline."""
    view = feed(HEADLINE)
    for data in (rss(view), atom(view)):
        (entry,) = feedparser.parse(data).entries
        assert (entry.title, entry.link) == (OWN.title, OWN.permalink)
        assert (entry.get("summary", ""), entry.get("content", [])) == ("", [])
    data = render_json_feed(view, content)
    assert json_feed_faults(data) == []
    (item,) = json.loads(data)["items"]
    assert (item["content_text"], "summary" in item) == (OWN.title, False)


def test_an_entry_with_a_text_and_no_summary_has_both_in_rss() -> None:
    """The library would put the text into the description."""
    entry = msgspec.structs.replace(OWN, summary="")

    (found,) = feedparser.parse(rss(feed(entry))).entries

    assert found.summary == OWN.title
    assert found.content[0].value.startswith("<p>See <a")


@pytest.mark.parametrize("render", [rss, atom])
def test_a_feed_tells_its_hub(render: Callable[[FeedView], bytes]) -> None:
    """WebSub, section 4; its own page stays its link."""
    found = feedparser.parse(render(msgspec.structs.replace(feed(OWN), hub=HUB))).feed

    assert {link.rel: link.href for link in found.links} == {
        "hub": HUB,
        "self": f"{BASE}feed.xml",
        "alternate": BASE,
    }
    assert found.link == BASE


def test_a_json_feed_tells_its_hub() -> None:
    """JSON Feed 1.1, `hubs`."""
    data = render_json_feed(msgspec.structs.replace(feed(OWN), hub=HUB), content)

    assert json_feed_faults(data) == []
    assert json.loads(data)["hubs"] == [{"type": "WebSub", "url": HUB}]


@pytest.mark.parametrize("render", [rss, atom])
def test_a_browser_is_told_how_to_show_a_feed(render: Callable[[FeedView], bytes]) -> None:
    """Between the declaration and the feed; a feed without a stylesheet names none."""
    plain = render(feed(OWN))
    styled = render(msgspec.structs.replace(feed(OWN), stylesheet="/a&b/feed.css"))
    instruction = b'<?xml-stylesheet type="text/css" href="/a&amp;b/feed.css"?>'

    declaration, _, rest = plain.partition(b"\n")
    assert styled == b"\n".join((declaration, instruction, rest))


def test_texts_bring_no_ids_into_a_reader() -> None:
    """Where fifty entries share a page, footnote 1 of one must not lead to that of another."""
    from ht_newsgen.render.feed_content import make_content

    html = '<h2 id="why">Why</h2><p><a href="#why">up</a></p>'
    entry: FeedEntry = OWN

    assert make_content(lambda _: html)(entry, feed(entry)) == (
        f'<h2>Why</h2><p><a href="{OWN.permalink}#why">up</a></p>'
    )
