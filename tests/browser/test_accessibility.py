"""Every kind of page in every language before axe: WCAG 2.2 A and AA, and good practice."""

import functools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import axe
from tests.support.world import TAGS

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
LOOKS = tuple((scheme, width) for width in WIDTHS for scheme in SCHEMES)
NEWSROOM = ("en", "bs")
"""The languages of the project's own site."""
KINDS = (
    "archive",
    "article",
    "edition",
    "feeds",
    "front",
    "help",
    "listing",
    "search",
    "standing",
    "terms",
    "tombstone",
)
ONCE = {("en", "not-found")}
"""A host has one page for what is not there."""

PLACES = """() => [...document.querySelectorAll('*')].map(one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const { display, visibility } = getComputedStyle(one);
    return [one.tagName, x, y, width, height, display, visibility].join();
}).join(' ')"""
"""Where everything is, and whether it is shown."""

KIND = re.compile(r'<html lang="([^"]+)".*?<body class="page page--([\w-]+)', re.DOTALL)

Site = tuple[str, Path]


@functools.cache
def fullest(site: Path) -> dict[tuple[str, str], str]:
    """The address of the largest page of each kind in each language: it has most to judge."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for file in site.rglob("*.html"):
        html = file.read_text("utf-8")
        kind = KIND.search(html)
        if kind:
            path = file.relative_to(site).as_posix().removesuffix("index.html")
            entry = (len(html), path)
            found[kind[1], kind[2]] = max(entry, found.get((kind[1], kind[2]), entry))
    return {kind: path for kind, (_, path) in sorted(found.items())}


def violations(
    browser: Browser, url: str, looks: tuple[tuple[str, int], ...] = LOOKS
) -> dict[tuple[str, int], tuple[axe.Violation, ...]]:
    """What axe finds in each scheme at each width, where it finds something.

    Where a second scheme has everything in the place where the first has it, colours alone are
    judged again: no other rule could say something else.
    """
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    found = {}
    judged: dict[int, object] = {}
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        places = page.evaluate(PLACES)
        rules = axe.COLOURS if judged.get(width) == places else axe.TAGS
        judged[width] = places
        if faults := axe.judge(page, rules):
            found[scheme, width] = faults
    context.close()
    return found


def test_every_kind_of_page_is_judged_in_every_language(world: Site) -> None:
    """A new kind has its line in the table above."""
    assert set(fullest(world[1])) == {(tag, kind) for tag in TAGS for kind in KINDS} | ONCE


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_violation(browser: Browser, world: Site, kind: str, language: str) -> None:
    """At three widths, in both schemes."""
    path = fullest(world[1])[language, kind]

    assert violations(browser, world[0] + path) == {}


def test_the_page_for_what_is_not_there_has_no_violation(browser: Browser, world: Site) -> None:
    """As it is met: at an address that nothing has."""
    assert violations(browser, f"{world[0]}flash/nowhere/") == {}


@pytest.mark.parametrize("tag", NEWSROOM)
def test_the_newsroom_has_no_violation(browser: Browser, newsroom: Site, tag: str) -> None:
    """The fullest page of each kind in each of its languages, whose templates are judged above."""
    url, folder = newsroom
    looks = (("light", 320), ("dark", 1280))
    by_kind = fullest(folder)
    assert {language for language, _ in by_kind} == set(NEWSROOM)
    pages = [path for (language, _), path in by_kind.items() if language == tag]
    found = {path: violations(browser, url + path, looks) for path in pages}

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_tells_a_good_page_from_a_bad_one(browser: Browser) -> None:
    """A judge that says nothing of anything would let every page pass."""
    context = browser.new_context()
    page = context.new_page()
    page.set_content(
        "<html lang=en><title>A</title><main><h1>A</h1><p style='color: #ccc'>Pale.</p></main>"
    )
    found = axe.judge(page)
    context.close()

    assert [violation.rule for violation in found] == ["color-contrast"]
