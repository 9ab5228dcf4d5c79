"""Whole sites before the judges: the Nu HTML checker, and every link."""

import re
from pathlib import Path

import pytest

from tests.outline import Outline
from tests.support import vnu
from tests.support.links import dead_links
from tests.support.sites import ROOT, build_site
from tests.support.world import make_neighbours, make_world

SITES = ("newsroom", "world", "neighbours")
ONE_SITE = pytest.mark.parametrize("output", ["newsroom"], indirect=True)
NOT_FAULTS = ("violates Content Security Policy",)
"""Over `file:` the checker cannot match 'self', and takes JSON-LD for a script that runs."""


@pytest.fixture(scope="module", params=SITES)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site."""
    folder = tmp_path_factory.mktemp(request.param)
    make = {"world": make_world, "neighbours": make_neighbours}.get(request.param)
    root = make(folder / "site") if make else ROOT
    assert build_site(root, folder / "public").published
    return folder / "public"


def test_every_page_is_valid_html(output: Path) -> None:
    """No error and no warning on any page (WHATWG HTML, as the Nu HTML checker reads it)."""
    found = vnu.check(output, only="html")
    assert [one for one in found if not any(word in one.text for word in NOT_FAULTS)] == []


@ONE_SITE
def test_the_stylesheet_is_valid_css(output: Path) -> None:
    """As the same checker reads it; every site of the theme has the same."""
    assert vnu.check(output, only="css") == ()


@ONE_SITE
def test_every_picture_drawn_by_us_is_valid_svg(output: Path) -> None:
    """The favicon."""
    assert vnu.check(output, only="svg") == ()


def test_every_link_inside_the_site_leads_somewhere(output: Path) -> None:
    """Pages, feeds, files and fragments, in every page, by address and by absolute address."""
    assert dead_links(output) == ()


def test_headings_are_in_order_and_ids_unique_on_every_page(output: Path) -> None:
    """One h1, no level left out on the way down, no id twice."""
    faults = {}
    for file in output.rglob("*.html"):
        page = Outline(file.read_text("utf-8"))
        if "main" not in page.landmarks:
            continue
        tops = [text.strip() for level, text in page.headings if level == 1]
        ids = page.ids()
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if len(tops) != 1 or page.skipped() or twice:
            faults[file.relative_to(output).as_posix()] = (tops, page.skipped(), twice)
    assert faults == {}


def test_titles_and_descriptions_are_unique_within_a_language(output: Path) -> None:
    """Somebody with many tabs, or a list of what was found, tells pages apart by them."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for file in output.rglob("*.html"):
        html = file.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        page = Outline(html)
        title = re.search("<title>(.*?)</title>", html)
        named = {one.get("name"): one.get("content", "") for one in page.all("meta")}
        language = page.all("html")[0]["lang"]
        path = file.relative_to(output).as_posix()
        assert title is not None, path
        told.setdefault((language, "title", title[1]), []).append(path)
        if description := named.get("description"):
            told.setdefault((language, "description", description), []).append(path)
    assert {what: pages for what, pages in told.items() if len(pages) > 1} == {}
