"""Whole sites of odd texts: whatever editors and their sources write, their feeds are in order."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.sentences import UNSAID
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.config import Config
from ht_newsgen.model.feed_settings import FeedChoice, FeedContent, FeedKind, FeedLink, FeedSettings
from ht_newsgen.model.page import Page
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.taxonomy import Topic
from ht_newsgen.pages.desk import make_desks
from ht_newsgen.pages.feeds import feed_pages
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.config import parse_config
from ht_newsgen.reading.media import NoPicture
from ht_newsgen.render.feed_content import make_content
from ht_newsgen.render.feeds import render_atom, render_rss
from ht_newsgen.render.json_feed import render_json_feed
from tests.support.feed_judges import faults
from tests.support.sites import NOW

PARTS = (
    "Raids", "]]>", "<b>bold</b>", "<script>alert(1)</script>", "&amp;", "&#x1f;", "&#0;", "<!--",
    "\x0b", "\x7f", "\x85", "\u2028", "\u202e", "\u200f", "\ufeff", "\ufffe", "\U0010ffff",
    "👩\u200d👩\u200d👧", "Ђорђе", "žrtve", "مرحبا", "'\"", "%(title)s", "{{ x }}", "[a](/about/)",
    "[b](../c?d=1&e=2)", "[^1]\n\n[^1]: A note.", "\n\n## Heading\n\n", "![p](p.png)",
    "<https://a.example/>", '<a href="javascript:x">x</a>', '<p id="a" style="x" onclick="y">z',
    "\n\n- one\n- two\n", "<!--more-->", "`</code>`", "\n\n| a | b |\n|---|---|\n| 1 | <i> |\n\n",
    "<svg/onload=x>",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(PARTS) | st.text(st.characters(codec="utf-8"), max_size=6), max_size=5
).map(" ".join)
LINES = TEXTS.map(lambda text: "".join(char for char in text if char >= " " and char != "\x7f"))
ITEMS = st.fixed_dictionaries(
    {
        "title": LINES,
        "standfirst": LINES,
        "day": st.integers(1, 28),
        "text": TEXTS,
        "source": st.none() | LINES,
        "rights": st.sampled_from(["own", "excerpt", "unverified"]),
        "language": st.sampled_from(["en", "bs", "ar"]),
        "correction": st.none() | LINES,
        "authors": st.lists(LINES, max_size=2),
    }
)
FEEDS = st.builds(
    FeedSettings,
    entries=st.integers(1, 5),
    content=st.sampled_from(FeedContent),
    link=st.sampled_from(FeedLink),
    authority=st.sampled_from(["", "example.org", "example.org,2018"]),
    hub=st.sampled_from(["", "https://hub.example/?a=1&b=2"]),
    kinds=st.just({FeedKind.SOURCES: FeedChoice(wanted=True)}),
)
CONFIG, _ = parse_config(
    b"base_url: https://example.org/news/\nlanguages: [en, bs]\n"
    b"sections:\n  - {id: flash, title: Flash, kind: flash}\n"
    b"  - {id: stories, title: Stories, kind: story}\n"
)
TOPICS = {"police": Topic(id="police", title={"": "Police"})}
PRESS = make_press()


def quoted(text: str) -> str:
    """A text in single quotes, as YAML has them."""
    return "'" + text.replace("'", "''") + "'"


def item_text(fields: dict[str, object]) -> str:
    """The file of an item."""
    lines = [
        f"title: {quoted(str(fields['title']))}",
        f"date: 2018-01-{fields['day']:02}",
        f"standfirst: {quoted(str(fields['standfirst']))}",
        f"language: {fields['language']}",
        "topics: [police]",
        "countries: [BA]",
    ]
    if fields["source"] is not None:
        name = quoted(f"x {fields['source']}")
        lines += [f"rights: {fields['rights']}", "source:", f"  name: {name}"]
        lines += ["  url: https://a.example/?b=1&c=2"]
    if fields["correction"] is not None:
        text = quoted(f"x {fields['correction']}")
        lines += ["corrections:", "  - date: 2018-03-01", f"    text: {text}"]
    authors = fields["authors"]
    assert isinstance(authors, list)
    lines += [f"authors: [{', '.join(quoted(f'x {author}') for author in authors)}]"]
    return "\n".join(["---", *lines, "---", "", str(fields["text"])])


def feeds_of(items: list[dict[str, object]], config: Config) -> Iterator[tuple[Page, bytes]]:
    """Every feed of the site of these items, with its bytes."""
    readings = []
    for number, fields in enumerate(items):
        path = f"content/{('flash', 'stories')[number % 2]}/{number}.md"
        data = item_text(fields).encode("utf-8", errors="replace")
        readings.append(parse_item(data, path, config, lambda _: NoPicture(UNSAID), press=PRESS))
    bodies = {one.body.digest: one.body.html for one in readings}
    whole = [one.item for one in readings if one.item is not None]
    site, _ = assemble(whole, Registers(topics=TOPICS), config, now=NOW)
    content = make_content(bodies.__getitem__)
    for desk in make_desks(site, Assets()):
        for page in feed_pages(desk):
            view = page.view
            if page.path.endswith(".json"):
                yield page, render_json_feed(view, content)  # type: ignore[arg-type]
            else:
                render = render_rss if page.path.endswith("rss.xml") else render_atom
                yield page, render(view, content, lambda _: b"x")  # type: ignore[arg-type]


@settings(max_examples=300)
@given(st.lists(ITEMS, min_size=1, max_size=3), FEEDS, LINES)
def test_no_judge_finds_fault_with_any_feed_of_any_site(
    items: list[dict[str, object]], feeds: FeedSettings, title: str
) -> None:
    """Our rules, feedparser without its bozo bit, and the schema of JSON Feed."""
    assert CONFIG is not None
    config = replace(CONFIG, title={"": title}, description={"": title}, feeds=feeds)

    judged = {
        page.path: faults(page, data, config.base_url) for page, data in feeds_of(items, config)
    }

    assert {path: found for path, found in judged.items() if found} == {}
    assert "rss.xml" in judged


def test_most_of_the_odd_items_can_be_read() -> None:
    """Else the law above would be about empty feeds."""
    read = 0
    for part in PARTS:
        fields: dict[str, object] = {
            "title": "x", "standfirst": "", "day": 1, "text": part, "source": None,
            "rights": "own", "language": "en", "correction": None, "authors": [],
        }  # fmt: skip
        assert CONFIG is not None
        read += any(b"tag:example.org" in data for _, data in feeds_of([fields], CONFIG))
    assert read > len(PARTS) * 0.7
