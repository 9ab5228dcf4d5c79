"""Every kind of page without scripts, and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

World = tuple[str, Path]

STOPS = """() => {
    window.stops = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    )].filter(one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility());
    return stops.length;
}"""
FOCUSED = """() => {
    const one = document.activeElement;
    const box = one.getClientRects()[0];
    const style = getComputedStyle(one);
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
        number: stops.indexOf(one),
        ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.top >= 0 && box.left >= 0 && box.left < innerWidth && box.top < innerHeight,
        uncovered: at !== null && (one === at || one.contains(at)),
        what: one.outerHTML.slice(0, 120),
    };
}"""


def kinds(output: Path) -> dict[str, str]:
    """The path of one page of each kind, by the kind that its body names."""
    found: dict[str, str] = {}
    for file in sorted(output.rglob("*.html")):
        kind = re.search(r'<body class="page page--([\w-]+)', file.read_text("utf-8"))
        if kind:
            path = file.relative_to(output).as_posix().removesuffix("index.html")
            found.setdefault(kind[1], path)
    return found


def test_the_world_has_the_kinds_that_readers_meet(world: World) -> None:
    """So that none of the laws below is about nothing."""
    assert {"front", "listing", "article", "standing", "help", "feeds", "not-found"} <= set(
        kinds(world[1])
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_is_reached_by_tab_and_seen(
    browser: Browser, world: World, width: int
) -> None:
    """In the order of the document, ringed, and under nothing (WCAG 2.2, 2.1.1, 2.4.7, 2.4.11)."""
    context = browser.new_context(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    faults = {}
    for kind, path in kinds(world[1]).items():
        page.goto(world[0] + path)
        count = page.evaluate(STOPS)
        seen = []
        for _ in range(count):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(FOCUSED))
        wrong = [
            one
            for number, one in enumerate(seen)
            if one["number"] != number or not (one["ringed"] and one["inside"] and one["uncovered"])
        ]
        if wrong:
            faults[kind] = wrong[:3]
    context.close()
    assert faults == {}


def test_every_kind_of_page_reads_and_works_without_scripts(browser: Browser, world: World) -> None:
    """It has its heading and its words, and its links lead on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    found = {}
    for kind, path in kinds(world[1]).items():
        page.goto(world[0] + path)
        words = len(page.locator("main").inner_text().split())
        with page.expect_navigation():  # on the front page it leads to where one is
            page.locator(".masthead__title a").click()
        found[kind] = (words > 3, page.locator("h1, .page--front main").first.is_visible())
    context.close()
    assert found == dict.fromkeys(found, (True, True))
    assert [one for one in refused if "404" not in one] == []
