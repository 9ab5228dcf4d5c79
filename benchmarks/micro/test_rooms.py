"""The cost of each room by itself; `python3 build.py bench --micro` runs this.

`benchmark` is the fixture of pytest-benchmark: it calls a function with arguments, many times.
"""

from collections.abc import Callable
from typing import Any

from benchmarks.corpus import make_item
from benchmarks.generators.generator import item_file
from benchmarks.generators.ours import text_of
from benchmarks.items import STORY, Item
from benchmarks.micro.newsroom import NOW, Newsroom
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.article import read_item
from ht_newsgen.reading.front_matter import take_apart
from ht_newsgen.reading.markdown import typeset
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from ht_newsgen.reading.scan import scan
from ht_newsgen.reading.strict_yaml import parse_yaml
from ht_newsgen.render.dispatch import render

Benchmark = Callable[..., Any]


def ordinary_story() -> Item:
    """A story in English, of middle length."""
    candidates = (make_item(number) for number in range(100))
    stories = [item for item in candidates if (item.section, item.language) == (STORY, "en")]
    return sorted(stories, key=lambda item: len(item.body))[len(stories) // 2]


def test_scan_a_thousand_files(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """reading: what lies below content/."""
    files, _ = benchmark(scan, newsroom.root)
    assert len(files) == len(newsroom.items)


def test_read_one_story(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """reading: from the disk to a finished item, YAML, Markdown and sanitising included."""
    path = item_file(newsroom.root, ordinary_story()).relative_to(newsroom.root).as_posix()
    reading = benchmark(read_item, newsroom.root, path, newsroom.config, press=newsroom.press)
    assert reading.item is not None


def test_yaml_of_one_story(benchmark: Benchmark) -> None:
    """reading: the front matter alone."""
    notes = Notes("story.md", FRONT_MATTER)
    parts = take_apart(text_of(ordinary_story()).encode(), notes)
    assert parts is not None
    assert benchmark(parse_yaml, parts.front, notes) is not None


def test_markdown_of_one_story(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """reading: the text alone, not yet sanitised."""
    text = ordinary_story().body
    assert benchmark(typeset, text, newsroom.press.typesetter, prefix="story").startswith("<p>")


def test_assemble_a_thousand_items(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """graph: items to a site."""
    site, _ = benchmark(assemble, newsroom.items, newsroom.registers, newsroom.config, now=NOW)
    assert site == newsroom.site


def test_plan_a_thousand_items(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """pages: a site to the plan of all its files."""
    assert benchmark(plan, newsroom.site, newsroom.assets) == newsroom.pages


def test_render_one_article(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """render: one view to HTML."""
    page = newsroom.page(PageKind.ARTICLE)
    render(page, newsroom.tools)  # the first of a kind pays for its template
    assert benchmark(render, page, newsroom.tools).startswith(b"<!doctype html>")


def test_render_one_listing(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """render: twenty cards and what surrounds them."""
    page = newsroom.page(PageKind.LISTING)
    render(page, newsroom.tools)  # the first of a kind pays for its template
    assert benchmark(render, page, newsroom.tools).startswith(b"<!doctype html>")


def test_render_one_feed(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """render: forty entries of RSS."""
    page = newsroom.page(PageKind.RSS)
    render(page, newsroom.tools)  # the first of a kind pays for its template
    assert benchmark(render, page, newsroom.tools).startswith(b"<?xml")
