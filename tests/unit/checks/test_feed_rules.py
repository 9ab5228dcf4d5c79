"""Each rule over feeds finds the fault that it is for, in every format that can have it."""

import re

import pytest
from msgspec.structs import replace

from ht_newsgen.checks.feeds.table import FEED_CHECKS
from ht_newsgen.checks.run import check_output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.listing import FeedGroup
from ht_newsgen.pages.views.machine import OpmlView
from ht_newsgen.pages.views.parts import FeedRef
from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.json_feed import render_json_feed
from ht_newsgen.render.opml import render_opml
from tests.factories import article
from tests.support.feed_samples import BASE, OWN, RETOLD, content, feed, picture

VIEW = replace(feed(RETOLD, OWN), hub="https://hub.example/")
RSS = FeedRef(
    title="News (RSS)",
    name="RSS",
    media_type="application/rss+xml",
    href="/rss.xml",
    absolute=f"{BASE}rss.xml",
)
GOOD = {
    PageKind.RSS: render_rss(VIEW, content, picture),
    PageKind.ATOM: render_atom(VIEW, content, picture),
    PageKind.JSON_FEED: render_json_feed(VIEW, content),
    PageKind.OPML: render_opml(
        OpmlView(title="Newsroom", groups=(FeedGroup(title="News", feeds=(RSS,)),))
    ),
}
FAULTS = {
    PageKind.RSS: [
        ("</channel>", "", "feeds/well-formed", "this is not XML: mismatched tag"),
        ("Pupils", "Pu\x92pils", "feeds/characters", "U+0092 stands in the feed"),
        ('version="2.0"', 'version="0.9"', "feeds/complete", "this is not RSS 2.0"),
        (r"<guid.*?</guid>", "", "feeds/complete", "the entry `Raids in <two> countries` has no"),
        (r"(?s)(<pubDate.*?</pubDate>)", r"\1\1", "feeds/complete", "has 2 of `pubDate`"),
        (r"<title>Newsroom</title>", "<title/>", "feeds/complete", "the channel has an empty `ti"),
        ('isPermaLink="false"', "", "feeds/parts", "claims to be an address"),
        (r"(?s)<description>Pupils.*?</description>", "", "feeds/parts", "before its `description"),
        (r"<dc:source>.*</dc:source>", "<source/>", "feeds/parts", "has no title"),
        (r'rel="self"', 'rel="first"', "feeds/self", "the feed says nothing of its own address"),
        ("feed.xml", "rss.xml", "feeds/self", "says `https://example.org/newsroom/rss.xml` of"),
        (f">{RETOLD.id}<", f">{OWN.id}<", "feeds/twice", "2 entries have the identity `tag:"),
        (f">{RETOLD.id}<", ">raids<", "feeds/identity", "`raids`, is no tag: URI"),
        (f"<link>{OWN.permalink}", "<link>/day/", "feeds/address", "`/day/`, is no absolute"),
        (f"{BASE}about/", "/about/", "feeds/address-in-text", "a relative address, `/about/`"),
        ("&lt;p&gt;See", '&lt;p onclick="x"&gt;', "feeds/danger", "the attribute `onclick`"),
        (">Pupils", ">&lt;b&gt;Pupils", "feeds/plain", "should be plain text, and holds HTML"),
        (r"09:30:00 \+0100", "09:30:00 -0000", "feeds/date", "is no date of its format: `Mon, 01"),
        (
            r"Mon, 01 Feb 2016",
            "Tue, 01 Feb 2016",
            "feeds/date",
            "no date of its format: `Tue, 01",
        ),
        (r"Mon, 01 Feb 2016", "Thu, 01 Feb 2046", "feeds/order", "do not stand newest first"),
        ("<language>en", "<language>english please", "feeds/language", "is no tag of BCP 47"),
        (r' length="\d+"', "", "feeds/enclosure", "has no length in bytes"),
        ('type="image/jpeg"', 'type="jpeg"', "feeds/enclosure", "has no media type"),
        (f'domain="{BASE}topics/"', 'domain="topics"', "feeds/category", "`topics`, is no abs"),
        (">A. Writer<", "><", "feeds/author", "an author of the entry `Safer Internet Day`"),
    ],
    PageKind.ATOM: [
        ("<feed xmlns=", "<food xmlns=", "feeds/well-formed", "this is not XML: mismatched"),
        (r"(?s)<author>.*?</author>", "", "feeds/complete", "has no author, and neither has"),
        (r"<updated>2018-01-08.*?</updated>", "", "feeds/complete", "has no `updated`"),
        (r"<id>tag:.*?</id>", "<id>raids</id>", "feeds/parts", "`raids`, is no URI"),
        (r'type="html"', 'type="text"', "feeds/parts", "is not escaped HTML"),
        (r'rel="via"', 'rel="alternate" type="text/html"', "feeds/parts", "two alternate links"),
        (
            r'(?s)<content.*?</content>|<link [^>]*rel="alternate"[^>]*/>',
            "",
            "feeds/parts",
            "has neither a text nor a page",
        ),
        (r'rel="self"', 'rel="related"', "feeds/self", "the feed says nothing"),
        (r'href="https://gazette', 'href="//gazette', "feeds/address", "the link `via` of the"),
        (f"{BASE}about/", "about/", "feeds/address-in-text", "a relative address, `about/`"),
        ("&lt;p&gt;See", "&lt;iframe&gt;", "feeds/danger", "the element `iframe`"),
        (f"{BASE}about/", "data:text/html,x", "feeds/danger", "an address of another kind, `data"),
        (r"<published>.*?</published>", "<published>2018</published>", "feeds/date", "`2018`"),
        (r"<updated>2016-02-03", "<updated>2015-02-03", "feeds/updated", "was updated before"),
        (r' xml:lang="en"', "", "feeds/language", "the language of the feed, ``, is no tag"),
        (r'length="\d+"', 'length="0"', "feeds/enclosure", "has no length in bytes"),
        (r'term="\w+"', 'term=""', "feeds/category", "a category of the entry"),
    ],
    PageKind.JSON_FEED: [
        (r"\A\{", "", "feeds/well-formed", "this is not JSON: "),
        (r"version/1.1", "version/1", "feeds/complete", "this is not JSON Feed 1.1"),
        (r'"id"', '"guid"', "feeds/complete", "has a `guid`, which JSON Feed 1.1 does not know"),
        (r'"title": "Newsroom"', '"title": ["N"]', "feeds/complete", "is of another type"),
        (r'"tags": \[[^]]*\]', '"tags": []', "feeds/complete", "`tags` of the entry"),
        (r'"content_html": ".*?",\n', "", "feeds/complete", "needs one kind of content"),
        (r'"feed_url"', '"_feed_url"', "feeds/self", "the feed says nothing of its own address"),
        (r'"url": "https:', '"url": "', "feeds/address", "is no absolute address"),
        (r"2016-02-01T09:30:00\+01:00", "2016-02-01", "feeds/date", "is no date of its format"),
        (r"2016-02-01T09", "2016-02-30T09", "feeds/date", "is no date of its format"),
        (r'"language": "en"', '"language": ""', "feeds/language", "is no tag of BCP 47"),
        (r'"name"', '"nick"', "feeds/author", "an author of the feed has no name"),
        ('"summary"', '"_x": "' + "x" * 250_000 + '", "summary"', "feeds/size", "250,000 are a"),
    ],
    PageKind.OPML: [
        ('version="2.0"', 'version="1.0"', "feeds/outline", "this is not OPML 2.0"),
        ('type="rss"', 'type="link"', "feeds/outline", "is not of the type rss"),
        ('xmlUrl="https://', 'xmlUrl="//', "feeds/outline", "is not absolute"),
    ],
}
CASES = [(kind, *fault) for kind, faults in FAULTS.items() for fault in faults]


def told(kind: PageKind, data: bytes) -> list[tuple[str, str]]:
    """The rules that a feed breaks, with their messages."""
    page = Page(path="feed.xml", kind=kind, view=article())
    return [(found.rule, str(found.message)) for found in check_output(page, data, BASE)]


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_feed_breaks_no_rule(kind: PageKind) -> None:
    """Else the others would prove nothing."""
    assert told(kind, GOOD[kind]) == []


@pytest.mark.parametrize(
    ("kind", "pattern", "replacement", "rule", "message"),
    CASES,
    ids=[f"{kind}-{rule}-{number}" for number, (kind, _, _, rule, _) in enumerate(CASES)],
)
def test_a_fault_is_found_by_its_rule(
    kind: PageKind, pattern: str, replacement: str, rule: str, message: str
) -> None:
    """One fault in the feed, told in a sentence."""
    changed = re.sub(pattern, replacement, GOOD[kind].decode())
    assert changed != GOOD[kind].decode()

    found = told(kind, changed.encode())

    assert any(id_ == rule and message in sentence for id_, sentence in found), found


def test_every_rule_over_feeds_has_a_fault() -> None:
    """A rule that nothing breaks may be broken itself."""
    assert {check.rule.id for check in FEED_CHECKS} == {case[3] for case in CASES}


@pytest.mark.parametrize("kind", [*GOOD])
@pytest.mark.parametrize(
    "data", [b"", b"<a/>", b"[]", b"{}", b'{"items": [1, {"authors": 2}]}', b"\xff", b"[" * 99999]
)
def test_no_rule_fails_at_a_file_that_is_no_feed(kind: PageKind, data: bytes) -> None:
    """It is told, and by a sentence."""
    assert told(kind, data) != []
