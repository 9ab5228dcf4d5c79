"""Feeds survive whatever editors and their sources write."""

import calendar
import html
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import feedparser
import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from ht_newsgen.kit.text import one_line
from ht_newsgen.pages.views.feed import FeedCategory, FeedEntry, FeedSource, FeedView
from ht_newsgen.render.feed_content import make_content
from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.json_feed import render_json_feed
from ht_newsgen.render.plain import plain
from tests.support.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.support.feed_samples import BASE, RETOLD, feed

ODD = st.sampled_from(
    [
        "]]>", "<b>bold</b>", "<script>x</script>", "&amp;", "&#0;", "<!--", "\x00", "\x0b", "\x1f",
        "\x7f", "\x85", "\u2028", "\u202e", "\u200f", "\ufeff", "\ufffe", "\uffff", "\ud800",
        "\ufdd0", "👩‍👩‍👧", "Ђорђе", "مرحبا", "\r\n", "\t", " ", "'\"", "%(title)s", "\U0010ffff",
    ]
)  # fmt: skip
TEXT = st.lists(st.one_of(ODD, st.text(st.characters(), max_size=8)), max_size=6).map("".join)
"""Any characters at all, lone surrogates and controls included, and what trips up XML and HTML."""
WORDS = TEXT.filter(lambda text: bool(plain(text)))
SLUGS = st.text("abcxyz0189-", min_size=1, max_size=12)
URLS = st.builds("https://{}.example/{}?q={}&amp=1".format, SLUGS.map("h{}".format), SLUGS, SLUGS)
MOMENTS = st.builds(
    datetime,
    st.integers(1000, 9998),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    tzinfo=st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
SOURCES = st.builds(
    FeedSource, name=TEXT, url=URLS | st.just(""), feed=URLS | st.just(""), feed_title=TEXT
)
CATEGORIES = st.builds(FeedCategory, term=SLUGS, label=WORDS, scheme=st.just(f"{BASE}topics/"))
ENTRIES = st.builds(
    FeedEntry,
    id=SLUGS.map("tag:example.org,2018:{}".format),
    title=TEXT,
    permalink=SLUGS.map((BASE + "flash/2018/{}/").format),
    link_to_source=st.booleans(),
    summary=TEXT,
    body=TEXT,
    published=MOMENTS,
    updated=MOMENTS,
    authors=st.lists(TEXT, max_size=2).map(tuple),
    categories=st.lists(CATEGORIES, max_size=2).map(tuple),
    source=st.none() | SOURCES,
    read_more=URLS | st.just(""),
    language=st.sampled_from(["en", "sr-Latn"]),
)
FEEDS = st.builds(
    lambda entries, title, description, author: msgspec.structs.replace(
        feed(*entries), title=title, description=description, author=author
    ),
    st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id),
    TEXT,
    TEXT,
    TEXT,
)


def body(digest: str) -> str:
    """The text itself, escaped: what is sanitised is HTML of some kind."""
    return f'<p lang="en">{html.escape(digest)} <a href="/x/">x</a></p>'


def link_of(entry: FeedEntry) -> str:
    straight = entry.link_to_source and entry.source and entry.source.url
    return entry.source.url if straight and entry.source else entry.permalink


def round_trip(
    view: FeedView, render: Callable[..., bytes], faults: Callable[[bytes], list[str]]
) -> list[Any]:
    """What a reader sees of the feed, which two builds write alike and no rule finds fault with."""
    data = render(view, make_content(body), lambda _: b"")
    assert data == render(view, make_content(body), lambda _: b"")
    assert faults(data) == []
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.bozo_exception
    found: list[Any] = parsed.entries
    assert [entry.id for entry in found] == [entry.id for entry in view.entries]
    assert [entry.link for entry in found] == [link_of(entry) for entry in view.entries]
    assert [one_line(entry.title) for entry in found] == [
        as_read(expected(e)) for e in view.entries
    ]
    return found


def as_read(text: str) -> str:
    """What feedparser makes of a text: one that may be UTF-8 taken for Latin-1 is mended by it."""
    try:
        return one_line(text.encode("iso-8859-1").decode())
    except UnicodeError:
        return text


def utc(parsed: time.struct_time) -> datetime:
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC)


def expected(entry: FeedEntry) -> str:
    return plain(entry.title) or entry.permalink


@given(FEEDS)
@example(feed(msgspec.structs.replace(RETOLD, title="Ã©", summary="Â¡")))
def test_rss_says_what_the_view_says(view: FeedView) -> None:
    """Ids, titles, links, summaries and dates come back from a feed reader as they went in."""
    found = round_trip(view, render_rss, rss_faults)

    for ours, theirs in zip(view.entries, found, strict=True):
        if plain(ours.summary):
            assert one_line(html.unescape(theirs.summary)) == as_read(plain(ours.summary))
        assert utc(theirs.published_parsed) == ours.published


@given(FEEDS)
@example(feed(msgspec.structs.replace(RETOLD, title="Ã©", summary="Â¡")))
def test_atom_says_what_the_view_says(view: FeedView) -> None:
    """Ids, titles, links, summaries and dates come back from a feed reader as they went in."""
    found = round_trip(view, render_atom, atom_faults)

    for ours, theirs in zip(view.entries, found, strict=True):
        if plain(ours.summary):
            assert one_line(theirs.summary) == as_read(plain(ours.summary))
        assert utc(theirs.updated_parsed) == ours.updated


@given(FEEDS)
@example(msgspec.structs.replace(feed(), title="\ud800"))
def test_json_feed_says_what_the_view_says(view: FeedView) -> None:
    """Ids, titles, links and summaries come back as they went in."""
    data = render_json_feed(view, make_content(body))

    assert data == render_json_feed(view, make_content(body))
    assert json_feed_faults(data) == []
    items = json.loads(data)["items"]
    assert [item["id"] for item in items] == [entry.id for entry in view.entries]
    assert [item["url"] for item in items] == [entry.permalink for entry in view.entries]
    assert [item["title"] for item in items] == [expected(entry) for entry in view.entries]
    assert [item.get("summary", "") for item in items] == [
        plain(entry.summary) for entry in view.entries
    ]
