"""The cost of each room by itself; `python3 build.py bench --micro` runs this.

`benchmark` is the fixture of pytest-benchmark: it calls a function with arguments, many times.
"""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

from PIL import Image

from benchmarks.corpus import make_item
from benchmarks.generators.generator import ROOT, item_file
from benchmarks.generators.ours import text_of
from benchmarks.items import STORY, Item
from benchmarks.micro.newsroom import NOW, Newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.sight import look
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.images import Probe, probe
from ht_newsgen.kit.renditions import renditions
from ht_newsgen.model.media import Picture
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.pictures import rendition_view
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.views.machine import SocialCardView
from ht_newsgen.reading.article import read_item
from ht_newsgen.reading.front_matter import take_apart
from ht_newsgen.reading.markdown import typeset
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from ht_newsgen.reading.scan import scan
from ht_newsgen.reading.strict_yaml import parse_yaml
from ht_newsgen.render.dispatch import render
from ht_newsgen.render.renditions import make_encoder
from ht_newsgen.render.social_cards import draw_card

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


def test_look_at_a_thousand_files(benchmark: Benchmark, newsroom: Newsroom) -> None:
    """build: all that lies before it, which is most of a build where nothing has changed."""
    options = Options(root=newsroom.root, output=newsroom.root / "public", theme=ROOT, now=NOW)
    sight = benchmark(look, options)
    assert len(sight.files) == len(newsroom.items)


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


def test_encode_one_photograph(benchmark: Benchmark) -> None:
    """render: one photograph of twelve million pixels, in all its files."""
    data = photograph()
    found = probe(data)
    assert isinstance(found, Probe)
    picture = Picture(
        name="media/a",
        width=found.width,
        height=found.height,
        kind=found.kind,
        origin="a.jpg",
        digest=digest(data),
    )
    views = [rendition_view(picture, one) for one in renditions(picture)]

    def all_files() -> list[bytes]:
        return list(map(make_encoder(lambda _: data), views))

    assert len(benchmark(all_files)) == 10


def test_look_at_one_photograph(benchmark: Benchmark) -> None:
    """reading: what a photograph of twelve million pixels is."""
    assert isinstance(benchmark(probe, photograph()), Probe)


def test_draw_one_card(benchmark: Benchmark) -> None:
    """render: one social card."""
    card = SocialCardView(
        title="A headline that takes two lines or three, as most of them do",
        label="News Flash",
        publisher="The Newsroom",
        language="en",
        direction="ltr",
    )
    assert benchmark(draw_card, card).startswith(b"\x89PNG")


@cache
def photograph() -> bytes:
    """As large as a telephone takes it, and as lively: noise of four sizes in three colours."""
    width, height = size = (4000, 3000)
    image = Image.new("RGB", size, "grey")
    for grain in (8, 32, 128, 512):
        channels = [Image.effect_noise((width // grain, height // grain), 80) for _ in "RGB"]
        image = Image.blend(image, Image.merge("RGB", channels).resize(size), 0.5)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()
