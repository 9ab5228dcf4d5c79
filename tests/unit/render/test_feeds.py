import time
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import msgspec
import pytest

from ht_newsgen.pages.views.feed import FeedSource, FeedView
from ht_newsgen.render.feeds import render_atom, render_rss
from tests.support.feed_rules import atom_faults, rss_faults
from tests.support.feed_samples import BASE, OWN, PICTURE, RETOLD, content, feed, picture

WITH_FEED = msgspec.structs.replace(
    RETOLD,
    source=FeedSource(
        name="The Gazette",
        url="https://gazette.example/raids",
        feed="https://gazette.example/feed",
        feed_title="Gazette: latest",
    ),
)
STRAIGHT = msgspec.structs.replace(RETOLD, link_to_source=True)
RAIDS = "https://gazette.example/raids?a=1&b=2"


def rss(view: FeedView) -> bytes:
    data = render_rss(view, content, picture)
    assert rss_faults(data) == []
    return data


def atom(view: FeedView) -> bytes:
    data = render_atom(view, content, picture)
    assert atom_faults(data) == []
    return data


def parsed(data: bytes) -> Any:
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.bozo_exception
    return found


def test_an_rss_feed_introduces_itself() -> None:
    """Its link is the page it accompanies, and it knows its own address."""
    channel = parsed(rss(feed(RETOLD))).feed

    assert channel.title == "Newsroom"
    assert channel.subtitle == "All of our news"
    assert channel.link == BASE
    assert channel.language == "en"
    assert channel.generator == "ht-newsgen"
    image = channel.image
    assert (image.href, image.title, image.link) == (f"{BASE}icon.png", "Newsroom", BASE)
    assert {
        "rel": "self",
        "type": "application/rss+xml",
        "href": f"{BASE}feed.xml",
    } in channel.links


def test_an_atom_feed_introduces_itself() -> None:
    """Id, language and author are the feed's; the entries need not repeat them."""
    found = parsed(atom(feed(RETOLD))).feed

    assert found.id == "tag:example.org,2018:feed"
    assert (found.title, found.subtitle) == ("Newsroom", "All of our news")
    assert (found.author, found.language) == ("The Organisation", "en")
    assert found.icon == f"{BASE}icon.png"
    assert found.links == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{BASE}feed.xml"},
        {"rel": "alternate", "type": "text/html", "href": BASE},
    ]


def test_an_own_story_is_whole_in_rss() -> None:
    """Standfirst as the description, the whole text as the content, everything absolute."""
    (item,) = parsed(rss(feed(OWN))).entries

    assert (item.id, item.guidislink) == (OWN.id, False)
    assert (item.title, item.link) == (OWN.title, OWN.permalink)
    assert item.summary == "Pupils &amp; teachers met."
    assert item.content[0].value == (
        f'<p>See <a href="{BASE}about/">us</a>,'
        f' <a href="{OWN.permalink}#fn:1">a note</a> and ]]&gt;.</p>'
    )
    assert item.published == "Mon, 01 Feb 2016 09:30:00 +0100"
    assert (item.author, item.language) == ("A. Writer", "bs")
    assert [(tag.term, tag.scheme) for tag in item.tags] == [
        ("Online safety", f"{BASE}topics/"),
        ("Children", f"{BASE}topics/"),
    ]
    assert item.enclosures == [
        {
            "href": f"{BASE}media/day.0123456789-1200.jpg",
            "type": "image/jpeg",
            "length": str(len(PICTURE)),
        }
    ]
    assert "source" not in item


def test_an_own_story_is_whole_in_atom() -> None:
    """The text is HTML, the standfirst is plain text."""
    (entry,) = parsed(atom(feed(OWN))).entries

    assert (entry.id, entry.title, entry.link) == (OWN.id, OWN.title, OWN.permalink)
    assert (entry.summary, entry.summary_detail.type) == ("Pupils & teachers met.", "text/plain")
    assert (entry.content[0].type, entry.content[0].language) == ("text/html", "bs")
    assert f'<a href="{OWN.permalink}#fn:1">' in entry.content[0].value
    assert (entry.published, entry.updated) == (
        "2016-02-01T09:30:00+01:00",
        "2016-02-03T12:00:00+00:00",
    )
    assert [(tag.term, tag.label, tag.scheme) for tag in entry.tags] == [
        ("online", "Online safety", f"{BASE}topics/"),
        ("children", "Children", f"{BASE}topics/"),
    ]
    assert entry.author == "A. Writer"


def test_every_link_of_an_atom_entry_says_what_it_is() -> None:
    """Ours, the source's, the picture's: with `rel`, `type`, `title` and `length`."""
    (own,) = ET.fromstring(atom(feed(OWN))).iter("{http://www.w3.org/2005/Atom}entry")
    (retold,) = ET.fromstring(atom(feed(RETOLD))).iter("{http://www.w3.org/2005/Atom}entry")
    (straight,) = ET.fromstring(atom(feed(STRAIGHT))).iter("{http://www.w3.org/2005/Atom}entry")

    def attributes(entry: ET.Element) -> list[dict[str, str]]:
        return [dict(link.attrib) for link in entry.iter("{http://www.w3.org/2005/Atom}link")]

    assert attributes(own) == [
        {"rel": "alternate", "type": "text/html", "href": OWN.permalink},
        {
            "rel": "enclosure",
            "type": "image/jpeg",
            "href": f"{BASE}media/day.0123456789-1200.jpg",
            "length": str(len(PICTURE)),
        },
    ]
    assert attributes(retold) == [
        {"rel": "alternate", "type": "text/html", "href": RETOLD.permalink},
        {"rel": "via", "href": RAIDS, "title": "The Gazette"},
    ]
    assert attributes(straight) == [
        {"rel": "alternate", "type": "text/html", "href": RAIDS},
        {"rel": "related", "type": "text/html", "href": RETOLD.permalink},
    ]


def test_feedgen_still_loses_the_attributes_of_links() -> None:
    """When this fails, upstream has mended issue 135: remove `EntryMending.links`."""
    from feedgen.entry import FeedEntry

    entry = FeedEntry()
    entry.id("tag:example.org,2018:x")
    entry.title("x")
    entry.link(href="https://example.org/", rel="via", type="text/html", title="x")
    entry.content("x")

    assert entry.atom_entry().find("link").attrib == {"href": "https://example.org/"}


def test_an_item_from_elsewhere_ends_with_its_source() -> None:
    """Its text is only the summary, then the way to the report and who reported it."""
    expected = (
        "<p>Police in 2 &lt; 3 countries …</p>\n"
        '<p><a href="https://gazette.example/raids?a=1&amp;b=2">'
        "Read more: Raids in &lt;two&gt; countries</a></p>\n"
        "<p>Source: The Gazette</p>"
    )
    for data in (rss(feed(RETOLD)), atom(feed(RETOLD))):
        (entry,) = parsed(data).entries
        assert (entry.link, entry.content[0].value) == (RETOLD.permalink, expected)

    named = msgspec.structs.replace(RETOLD, read_more="")
    (entry,) = parsed(atom(feed(named))).entries
    assert entry.content[0].value.endswith(
        '<p><a href="https://gazette.example/raids?a=1&amp;b=2">Source: The Gazette</a></p>'
    )


def test_rss_names_the_feed_of_a_source_and_nothing_else_as_its_source() -> None:
    """`<source>` must point at a feed; without one `dc:source` tells where it is from."""
    known, unknown = rss(feed(WITH_FEED)), rss(feed(RETOLD))

    assert parsed(known).entries[0].source == {
        "title": "Gazette: latest",
        "href": "https://gazette.example/feed",
    }
    assert b"dc:source" not in known
    assert b"<source" not in unknown
    dc = "{http://purl.org/dc/elements/1.1/}source"
    assert [element.text for element in ET.fromstring(unknown).iter(dc)] == [RAIDS]


def test_an_entry_may_lead_straight_to_its_source() -> None:
    """With `feeds.link: source`; its identity stays, and so does the text."""
    for render in (rss, atom):
        (ours,), (theirs,) = (
            parsed(render(feed(RETOLD))).entries,
            parsed(render(feed(STRAIGHT))).entries,
        )
        assert (ours.link, theirs.link) == (RETOLD.permalink, RAIDS)
        assert (ours.id, ours.content) == (theirs.id, theirs.content)

    nowhere = msgspec.structs.replace(STRAIGHT, source=FeedSource(name="A leaflet"), read_more="")
    for render in (rss, atom):
        assert parsed(render(feed(nowhere))).entries[0].link == RETOLD.permalink


def test_the_last_lines_are_in_the_language_of_the_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader chose the feed's language, not that of the report."""
    import gettext

    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper().replace("%(TITLE)S", "%(title)s").replace("%(NAME)S", "%(name)s")

    asked = []

    def translations(tag: str) -> gettext.NullTranslations:
        asked.append(tag)
        return Shouting()

    monkeypatch.setattr("ht_newsgen.render.feed_content.translations", translations)
    data = atom(msgspec.structs.replace(feed(RETOLD), language="hr"))

    assert set(asked) == {"hr"}
    assert "SOURCE: The Gazette" in parsed(data).entries[0].content[0].value


def test_entries_keep_the_order_of_the_view() -> None:
    """Newest first, as planned."""
    for render in (rss, atom):
        entries = parsed(render(feed(RETOLD, OWN))).entries
        assert [entry.id for entry in entries] == [RETOLD.id, OWN.id]


@pytest.mark.parametrize("render", [rss, atom])
def test_an_empty_feed_is_a_feed(render: Callable[[FeedView], bytes]) -> None:
    """It was last changed when time began; without a description it has a name."""
    bare = msgspec.structs.replace(feed(), description="", icon="")
    found = parsed(render(bare))

    assert found.entries == []
    assert found.feed.updated_parsed == time.gmtime(0)
    assert found.feed.title == "Newsroom"


@pytest.mark.parametrize("render", [rss, atom])
def test_an_entry_of_nothing_but_a_title_is_an_entry(render: Callable[[FeedView], bytes]) -> None:
    """No empty elements, and no fault."""
    bare = msgspec.structs.replace(
        OWN, summary="", body="", authors=(), categories=(), image=None, language="en"
    )
    (entry,) = parsed(render(feed(bare))).entries

    assert (entry.title, "summary" in entry, "content" in entry) == (OWN.title, False, False)


def test_a_vector_icon_is_only_for_atom() -> None:
    """RSS allows GIF, JPEG and PNG."""
    view = msgspec.structs.replace(feed(OWN), icon=f"{BASE}favicon.svg")

    assert b"<image>" not in rss(view)
    assert parsed(atom(view)).feed.icon == f"{BASE}favicon.svg"


def test_a_feed_does_not_depend_on_the_clock_or_the_time_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same view gives the same bytes, whenever and wherever."""
    before = rss(feed(OWN, RETOLD)), atom(feed(OWN, RETOLD))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert (rss(feed(OWN, RETOLD)), atom(feed(OWN, RETOLD))) == before
    finally:
        monkeypatch.undo()
        time.tzset()
