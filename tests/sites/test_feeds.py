"""Feeds of whole sites: every judge is content, and what subscribers have once they keep."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from ht_newsgen.build.options import Options
from ht_newsgen.cli.hands import check
from ht_newsgen.model.page import Page
from ht_newsgen.reading.config import read_config
from tests.factories import article
from tests.support.feed_judges import KINDS, faults
from tests.support.sites import NOW, ROOT, build_site, make_site, tree
from tests.support.world import make_world

CONFIGURATION = """\
base_url: https://example.org/news/
languages: [en, bs]
sections:
  - {id: flash, title: Flash, kind: flash}
  - {id: stories, title: Stories, kind: story, permalink: "/{section}/{slug}/"}
feeds: {authority: example.org, sources: true, countries: true}
"""


def feeds_in(output: Path) -> dict[str, bytes]:
    """Every feed and every list of feeds, by path."""
    return {path: data for path, data in tree(output).items() if path.split("/")[-1] in KINDS}


@pytest.mark.parametrize("name", ["newsroom", "world"])
def test_no_judge_finds_fault_with_a_feed_of_a_whole_site(name: str, tmp_path: Path) -> None:
    """Our rules, feedparser without its bozo bit, and the schema of JSON Feed."""
    root = ROOT if name == "newsroom" else make_world(tmp_path / "site")
    build_site(root, tmp_path / "public")
    config, _ = read_config(root)
    assert config is not None

    judged = {
        path: faults(
            Page(path=path, kind=KINDS[path.split("/")[-1]], view=article()), data, config.base_url
        )
        for path, data in feeds_in(tmp_path / "public").items()
    }

    assert {path: found for path, found in judged.items() if found} == {}
    assert len(judged) > 20


def test_the_newsroom_is_checked_without_a_problem(tmp_path: Path) -> None:
    """By every rule there is, over texts and over all that would be published."""
    options = Options(root=ROOT, output=tmp_path / "none", theme=ROOT, now=NOW, cache=False)

    assert check(options).problems == ()


def item(**keys: str) -> str:
    """An item that its editor has named for good."""
    lines = {"id": "flash-2018-raids", "date": "2018-02-19", "title": "Raids", **keys}
    front = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return f"---\n{front}---\n\nPolice searched four houses.\n"


def ids(output: Path) -> set[str]:
    """The identities of all entries in all feeds, whatever their format."""
    return {id_ for path, data in feeds_in(output).items() for id_ in ids_of(path, data)}


def ids_of(path: str, data: bytes) -> Iterator[str]:
    if path.endswith(".json"):
        yield from (entry["id"] for entry in json.loads(data)["items"])
    elif path.endswith(".xml"):
        yield from (entry.id for entry in feedparser.parse(data).entries)


STAGES: tuple[tuple[str, str, str], ...] = (
    ("as it was posted", "content/flash/2018/raids.md", item()),
    ("edited", "content/flash/2018/raids.md", item(updated="2018-02-20") + "\nMore.\n"),
    ("retitled", "content/flash/2018/raids.md", item(title="Police in four houses")),
    ("in another file", "content/flash/elsewhere.md", item()),
    ("renamed", "content/flash/r.md", item(slug="four-houses", aliases="[/flash/2018/raids/]")),
    ("in another section", "content/stories/r.md", item(aliases="[/flash/2018/raids/]")),
    ("on another day", "content/flash/2018/raids.md", item(date="2017-12-31")),
    ("from elsewhere", "content/flash/2018/raids.md", item(source="{name: Times}", topics="[]")),
    ("in another language", "content/flash/2018/raids.md", item(language="bs")),
)
"""What becomes of one item; each stands for itself, so the order says nothing."""


@pytest.mark.parametrize("stage", STAGES, ids=[name for name, _, _ in STAGES])
def test_an_item_stays_one_entry_whatever_becomes_of_it(
    stage: tuple[str, str, str], tmp_path: Path
) -> None:
    """In all three formats and in every feed that has it."""
    _, path, text = stage
    make_site(tmp_path / "site", {"newsgen.yaml": CONFIGURATION, path: text})
    assert build_site(tmp_path / "site", tmp_path / "public").published

    assert ids(tmp_path / "public") == {"tag:example.org,2018:flash-2018-raids"}


def test_a_translation_is_an_entry_of_its_own_and_changes_no_other(tmp_path: Path) -> None:
    """It is in the feeds of its language."""
    translated = item(id="raids-bs", language="bs", translation_of="flash-2018-raids")
    files: dict[str, str | bytes] = {
        "newsgen.yaml": CONFIGURATION,
        "content/flash/2018/raids.md": item(),
        "content/flash/2018/raids.bs.md": translated,
    }
    make_site(tmp_path / "site", files)
    build_site(tmp_path / "site", tmp_path / "public")

    assert set(ids_of("x.xml", (tmp_path / "public/rss.xml").read_bytes())) == {
        "tag:example.org,2018:flash-2018-raids"
    }
    assert set(ids_of("x.xml", (tmp_path / "public/bs/rss.xml").read_bytes())) == {
        "tag:example.org,2018:raids-bs"
    }


def test_a_renamed_item_leaves_its_alias(tmp_path: Path) -> None:
    """The address that subscribers have leads to the one that the entry has now."""
    renamed = item(slug="four-houses", aliases="[/flash/2018/raids/]")
    make_site(tmp_path / "site", {"newsgen.yaml": CONFIGURATION, "content/flash/r.md": renamed})
    build_site(tmp_path / "site", tmp_path / "public")

    (entry,) = feedparser.parse((tmp_path / "public/rss.xml").read_bytes()).entries
    path = urlsplit(entry.link).path
    assert path == "/news/flash/2018/four-houses/"
    assert path in (tmp_path / "public/flash/2018/raids/index.html").read_text()


def test_no_clock_changes_the_bytes_of_a_feed(tmp_path: Path) -> None:
    """Ten years later a build writes none of them again; an empty feed is no exception."""
    root = tmp_path / "site"
    corrected = item(corrections="[{date: 2018-03-01, text: It was four.}]", source="{name: Times}")
    make_site(root, {"newsgen.yaml": CONFIGURATION, "content/flash/2018/raids.md": corrected})
    build_site(root, tmp_path / "public", cache=True)
    before = feeds_in(tmp_path / "public")

    later = build_site(root, tmp_path / "public", now=NOW + timedelta(days=3653), cache=True)

    assert later.published
    assert feeds_in(tmp_path / "public") == before
    assert [path for path in later.written if path in before] == []
