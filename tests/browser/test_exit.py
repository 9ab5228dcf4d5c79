"""Exit this page: by link, by Shift three times, with and without scripts, and what Back shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ht_newsgen.i18n.messages import translations
from tests.support.browser import started

ELSEWHERE = "https://www.wikipedia.org/"
WAIT = 5000
"""Milliseconds after which a press of Shift is forgotten."""
STORY = "stories/2026/everything/"
LANGUAGES = pytest.mark.parametrize("tag", ["en", "bs"])

World = tuple[str, Path]


@contextmanager
def reading(browser: Browser, url: str, **settings: object) -> Iterator[Page]:
    """A reader on a page, with a clock that stands still; elsewhere is a page of our own."""
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    context.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(content_type="text/html", body="<title>Elsewhere</title>"),
    )
    page = context.new_page()
    page.clock.install(time=0)
    page.goto(url)
    page.clock.pause_at(3_600)
    try:
        yield page
    finally:
        context.close()


def in_language(world: World, tag: str, path: str = "") -> str:
    """A page of the world in a language."""
    return world[0] + ("" if tag == "en" else f"{tag}/") + path


def state(page: Page) -> tuple[str, int]:
    """What is said, and how many dots are filled; -1 when none are shown."""
    dots = page.locator(".exit__dots")
    filled = page.locator(".exit__dot--on").count() if dots.is_visible() else -1
    return page.locator(".exit [role=status]").inner_text(), filled


@LANGUAGES
def test_shift_three_times_leads_away(browser: Browser, world: World, tag: str) -> None:
    """Each press is said and shown, in the language of the page."""
    said = translations(tag).gettext
    with reading(browser, in_language(world, tag)) as page:
        seen = [state(page)]
        for _ in range(2):
            page.keyboard.press("Shift")
            seen.append(state(page))
        page.keyboard.press("Shift")
        page.wait_for_url(ELSEWHERE)

    assert seen == [
        ("", -1),
        (said("Shift, press 2 more times to exit."), 1),
        (said("Shift, press 1 more time to exit."), 2),
    ]


@LANGUAGES
def test_nothing_of_the_page_is_left_while_elsewhere_loads(
    browser: Browser, world: World, tag: str
) -> None:
    """An empty screen that says "Loading.", also to a screen reader, however slow the network."""
    loading = translations(tag).gettext("Loading.")
    with reading(browser, in_language(world, tag, STORY)) as page:
        # An answer without content: the browser stays where it is (RFC 9110, section 15.3.5).
        page.context.route(f"{ELSEWHERE}**", lambda route: route.fulfill(status=204))
        press("Shift", "Shift", "Shift")(page)
        expect(page.get_by_role("alert")).to_have_text(loading)
        left = {
            "body": page.locator("body").is_visible(),
            "words": page.evaluate("document.documentElement.innerText.trim()"),
            "top": page.evaluate("document.elementFromPoint(20, 20).className"),
        }

    assert left == {"body": False, "words": loading, "top": "exit-overlay"}


def press(*keys: str) -> Callable[[Page], None]:
    """Keys pressed one after the other."""

    def work(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return work


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(lambda page: page.locator(".exit__link").click(), id="a click"),
        pytest.param(press("Tab", "Tab", "Enter"), id="the link after the skip link"),
        pytest.param(press("Tab", "Tab", "Tab", "Enter"), id="Enter on the button"),
        pytest.param(press("Tab", "Tab", "Tab", "Space"), id="Space on the button"),
        pytest.param(press("Shift", "Shift", "Shift"), id="Shift three times"),
    ],
)
def test_back_does_not_lead_to_the_page_that_was_left(
    browser: Browser, world: World, way: Callable[[Page], None]
) -> None:
    """It leads to the page before: only the one that was left has gone from the history."""
    with reading(browser, world[0]) as page:
        page.goto(in_language(world, "en", STORY))
        way(page)
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        assert page.url == world[0]
        page.go_forward()
        assert page.url == ELSEWHERE


@LANGUAGES
def test_a_press_is_forgotten_after_five_seconds(browser: Browser, world: World, tag: str) -> None:
    """Each press starts the time anew; its end is said, and then no more."""
    said = translations(tag).gettext
    with reading(browser, in_language(world, tag)) as page:
        page.keyboard.press("Shift")
        page.clock.run_for(WAIT - 1)
        page.keyboard.press("Shift")
        page.clock.run_for(WAIT - 1)
        seen = [state(page)]
        page.clock.run_for(2)
        seen.append(state(page))
        page.clock.run_for(WAIT)
        seen.append(state(page))
        page.keyboard.press("Shift")
        seen.append(state(page))

    assert seen == [
        (said("Shift, press 1 more time to exit."), 2),
        (said("Exit this page expired."), -1),
        ("", -1),
        (said("Shift, press 2 more times to exit."), 1),
    ]


def test_any_other_key_begins_anew(browser: Browser, world: World) -> None:
    """Two presses while writing, and a third one a word later, are no wish to leave."""
    with reading(browser, world[0]) as page:
        press("Shift", "Shift", "a")(page)
        seen = [state(page)]
        press("Shift")(page)
        seen.append(state(page))

    assert seen == [("Exit this page expired.", -1), ("Shift, press 2 more times to exit.", 1)]


def released_last(page: Page) -> None:
    """Shift and a letter, as fast hands type: Shift comes up before the letter does."""
    page.keyboard.down("Shift")
    page.keyboard.down("A")
    page.keyboard.up("Shift")
    page.keyboard.up("A")


def with_the_mouse(page: Page) -> None:
    """Shift held while the mouse selects text."""
    page.keyboard.down("Shift")
    page.locator("h1").click()
    page.keyboard.up("Shift")


@pytest.mark.parametrize(
    "modified",
    [
        pytest.param(press("Shift+A"), id="a capital"),
        pytest.param(press("Shift+Tab"), id="Shift and Tab"),
        pytest.param(press("Control+Shift"), id="Control and Shift"),
        pytest.param(press("Alt+Shift"), id="another keyboard layout"),
        pytest.param(released_last, id="a capital in haste"),
        pytest.param(with_the_mouse, id="the mouse"),
    ],
)
def test_shift_as_a_modifier_does_not_count(
    browser: Browser, world: World, modified: Callable[[Page], None]
) -> None:
    """However often: readers who type keep their page."""
    with reading(browser, in_language(world, "en", STORY)) as page:
        for _ in range(4):
            modified(page)
        assert (page.url, state(page)) == (in_language(world, "en", STORY), ("", -1))


@LANGUAGES
def test_without_scripts_the_exit_is_a_link(browser: Browser, world: World, tag: str) -> None:
    """That leads to the same place; Shift does nothing, and nothing promises that it would."""
    with reading(browser, in_language(world, tag), java_script_enabled=False) as page:
        press("Shift", "Shift", "Shift")(page)
        assert page.url == in_language(world, tag)
        assert page.locator(".exit__dots, .exit [role=status]").count() == 0
        hrefs = [link.get_attribute("href") for link in page.locator("a[data-exit]").all()]
        assert hrefs == [ELSEWHERE, ELSEWHERE]
        page.locator(".exit__link").click()
        page.wait_for_url(ELSEWHERE)


@LANGUAGES
def test_a_screen_reader_names_the_ways_out(browser: Browser, world: World, tag: str) -> None:
    """In the browser's own accessibility tree; the dots are in none."""
    said = translations(tag).gettext
    with reading(browser, in_language(world, tag)) as page:
        page.keyboard.press("Shift")
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node.get("ignored") and node["role"]["value"] in ("link", "button", "status")
    ]

    leave = said("Exit this page")
    assert told[:3] == [
        ("link", said("Skip to the main text")),
        ("link", leave),
        ("button", f"{said('Emergency')} {leave}"),
    ]
    assert "status" in [role for role, _ in told]
    texts = [node.get("name", {}).get("value") for node in nodes if not node.get("ignored")]
    assert said("Shift, press 2 more times to exit.") in texts


def test_a_page_that_the_browser_remembers_comes_back_at_rest(
    browser: Browser, world: World
) -> None:
    """Presses of Shift before one followed a link count no more when one comes back."""
    remembering = started(browser.browser_type, remembers_pages=True)
    try:
        page = remembering.new_page()
        page.goto(world[0])
        page.evaluate("window.remembered = true")
        press("Shift", "Shift")(page)
        before = state(page)
        page.goto(in_language(world, "en", STORY))
        page.evaluate("history.back()")
        page.wait_for_function("window.remembered")
        after = state(page)
        press("Shift")(page)
        again = state(page)
    finally:
        remembering.close()

    assert before == ("Shift, press 1 more time to exit.", 2)
    assert after == ("", -1)
    assert again == ("Shift, press 2 more times to exit.", 1)
