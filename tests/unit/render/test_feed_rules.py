"""The rules by which other tests judge feeds are judged here: each finds the fault it is for."""

import re

import pytest

from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.json_feed import render_json_feed
from tests.support.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.support.feed_samples import OWN, RETOLD, content, feed, picture

RSS = render_rss(feed(OWN, RETOLD), content, picture).decode()
ATOM = render_atom(feed(OWN, RETOLD), content, picture).decode()
JSON = render_json_feed(feed(OWN, RETOLD), content).decode()


@pytest.mark.parametrize(
    ("pattern", "replacement", "fault"),
    [
        (r'version="2.0"', 'version="0.9"', "not RSS 2.0"),
        (r"<atom:link[^>]*/>", "", "no single atom:link to itself: []"),
        (r"<guid.*?</guid>", "", "item needs one guid that is not empty"),
        ('isPermaLink="false"', "", "a guid that claims to be an address"),
        (
            r">tag:example.org,2018:flash/2018/raids<",
            f">{OWN.id}<",
            "two entries have the same guid",
        ),
        (r"(?s)<description>Pupils.*?</description>", "", "content:encoded before description"),
        (r">Pupils", ">&lt;b>Pupils", "HTML in a description that should be plain"),
        (r"09:30:00 \+0100", "09:30:00 -0000", "pubDate without an offset"),
        (r' length="\d+"', "", "enclosure is not complete: {"),
        (r"https://example.org/newsroom/about/", "/about/", "a relative address in a text: <p>See"),
        (r"<dc:source>.*</dc:source>", "<source>x</source>", "source without a title or a feed"),
    ],
)
def test_a_fault_in_rss_is_found(pattern: str, replacement: str, fault: str) -> None:
    """One fault in the feed, one in the list."""
    changed = re.sub(pattern, replacement, RSS)

    assert any(found.startswith(fault) for found in rss_faults(changed.encode()))


@pytest.mark.parametrize(
    ("pattern", "replacement", "fault"),
    [
        (r' xml:lang="en"', "", "no xml:lang"),
        (r'rel="self"', 'rel="related"', "no link to itself"),
        (
            r"<updated>2018-01-08.*?</updated>",
            "",
            "{http://www.w3.org/2005/Atom}feed needs one {http",
        ),
        (r"<published>.*?</published>", "<published>2018</published>", "published is not RFC 3339"),
        (r"(?s)<author>.*?</author>", "", "an entry without an author, in a feed without one"),
        (r"<id>tag:.*?</id>", "<id>raids</id>", "id is not a URI"),
        (r'term="\w+"', "", "a category without a term"),
        (r'rel="via"', 'rel="alternate" type="text/html"', "two alternate links of the same kind"),
        (r'length="\d+"', 'length="0"', "an enclosure without type or length"),
        (r'type="html"', 'type="text"', "content is not escaped HTML"),
        (r'href="https://gazette', 'href="//gazette', "a link that is not absolute"),
    ],
)
def test_a_fault_in_atom_is_found(pattern: str, replacement: str, fault: str) -> None:
    """One fault in the feed, one in the list."""
    changed = re.sub(pattern, replacement, ATOM)

    assert any(found.startswith(fault) for found in atom_faults(changed.encode()))


@pytest.mark.parametrize(
    ("pattern", "replacement", "fault"),
    [
        (r"version/1.1", "version/1", "not JSON Feed 1.1"),
        (r'"id"', '"guid"', "id is missing"),
        (r'"title": "Newsroom"', '"title": ["Newsroom"]', "title is unknown or of another type"),
        (r'"tags": \[[^]]*\]', '"tags": []', "tags is empty"),
        (r'"url": "https:', '"url": "', "url is not absolute"),
        (r'"content_html": ".*?",\n', "", "an item needs one kind of content"),
        (r"2016-02-01T09:30:00\+01:00", "2016-02-01", "date_published is not RFC 3339"),
        (r'"name"', '"nick"', "an author without a name"),
    ],
)
def test_a_fault_in_a_json_feed_is_found(pattern: str, replacement: str, fault: str) -> None:
    """One fault in the feed, one in the list."""
    changed = re.sub(pattern, replacement, JSON)

    assert any(found.startswith(fault) for found in json_feed_faults(changed.encode()))
