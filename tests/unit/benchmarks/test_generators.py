"""The same site for every generator."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

from benchmarks import registers
from benchmarks.corpus import make_corpus, make_item
from benchmarks.generators import eleventy, hugo, ours, pelican, zola
from benchmarks.generators.generator import write_site
from benchmarks.items import PAGES
from benchmarks.run import PEERS

WRITERS = (ours.text_of, hugo.text_of, pelican.text_of, eleventy.text_of, zola.text_of)


def test_every_generator_is_given_the_same_text() -> None:
    """Word by word, with the title, the sentence under it and the address of the source."""
    item = next(item for item in map(make_item, range(100)) if item.source and item.topics[1:])
    for text_of in WRITERS:
        text = text_of(item)
        assert text.endswith(item.body)
        for part in (item.title, item.standfirst, item.source_url, *item.topics):
            assert part in text.replace('\\"', '"'), (text_of.__module__, part)


def test_every_item_of_zola_lies_in_a_section_that_lists_it(tmp_path: Path) -> None:
    """Zola lists no page of a folder that is no section, and says nothing about it."""
    write_site(zola.ZOLA, tmp_path / "site", make_corpus(60))
    for item in make_corpus(60):
        folder = (tmp_path / "site" / "content" / item.path).parent
        section = tomllib.loads((folder / "_index.md").read_text("utf-8").split("+++")[1])
        assert section.get("transparent", False) == (item.section != PAGES)


def test_zola_keeps_a_date_a_date() -> None:
    """Its format has dates of its own; a text in their place would be refused."""
    item = make_item(1)
    front = tomllib.loads(zola.text_of(item).split("+++")[1])

    assert front["date"] == item.date
    assert front["taxonomies"]["archive"] == [f"{item.date:%Y/%m}"]


def test_zola_is_given_the_list_of_feeds_that_it_cannot_make() -> None:
    """Three for the site, for each section and for each topic."""
    feeds = re.findall('xmlUrl="(.*?)"', zola.opml())

    ET.fromstring(zola.opml())
    assert len(feeds) == 3 * (1 + len(registers.SECTIONS) + len(registers.TOPICS))
    assert f"{registers.SITE_URL}topics/prevention/feed.json" in feeds


def test_the_manual_names_every_peer() -> None:
    """How each of them is used, and what is not equal."""
    manual = (Path(__file__).parents[3] / "docs" / "performance.md").read_text("utf-8").lower()
    assert [peer for peer in PEERS if peer not in manual] == []
