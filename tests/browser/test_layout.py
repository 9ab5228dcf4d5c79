"""The examples in a real browser: narrow, wide, dark, by keyboard, on paper, without scripts."""

import pytest
from playwright.sync_api import Browser, Page

from tests.examples import EXAMPLES

SHOWN = sorted(set(EXAMPLES) - {"redirect"})

WIDTHS = (320, 768, 1280)
OVERFLOW = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"

SMALL_TARGETS = """() => [...document.querySelectorAll('a')].filter(link => {
    const box = link.getBoundingClientRect();
    const inText = link.closest('.prose, .source, .byline, .more__source, h2, h3');
    return box.width > 1 && !inText && (box.height < 24 || box.width < 24);
}).map(link => link.textContent.trim())"""

FOCUSED = """() => {
    const link = document.activeElement;
    const box = link.getBoundingClientRect();
    const style = getComputedStyle(link);
    const line = link.getClientRects()[0];  // between two lines of a link is what stands behind it
    const at = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return {
        ringed: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
        inside: box.top >= 0 && box.bottom <= innerHeight &&
            box.left >= 0 && box.right <= innerWidth,
        uncovered: link === at || link.contains(at),
        text: link.textContent.trim().replace(/\\s+/g, ' '),
    };
}"""


def opened(browser: Browser, url: str, **settings: object) -> Page:
    """A page in a context of its own."""
    page = browser.new_context(**settings).new_page()  # type: ignore[arg-type]
    page.goto(url)
    return page


@pytest.fixture(scope="module")
def sticking_out(browser: Browser, example_site: str) -> dict[int, dict[str, object]]:
    """By how much each example is wider than windows of several widths; 640 with letters of 200%.

    To open a page costs more than to measure it: each is opened once.
    """
    found: dict[int, dict[str, object]] = {width: {} for width in (*WIDTHS, 640)}
    page = opened(browser, example_site)
    for name in SHOWN:
        page.goto(f"{example_site}{name}.html")
        for width, measured in found.items():
            page.set_viewport_size({"width": width, "height": 640})
            if width == 640:
                page.evaluate("document.documentElement.style.fontSize = '200%'")
            measured[name] = page.evaluate(OVERFLOW)
    page.context.close()
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(sticking_out: dict[int, dict[str, object]], width: int) -> None:
    """At any width, with words and addresses as long as they come (WCAG 2.2, 1.4.10)."""
    assert sticking_out[width] == dict.fromkeys(SHOWN, 0)


def test_text_may_be_twice_as_large(sticking_out: dict[int, dict[str, object]]) -> None:
    """Letters of 200% in a window of 640 pixels leave nothing cut off (WCAG 2.2, 1.4.4)."""
    assert sticking_out[640] == dict.fromkeys(SHOWN, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(320, 480), (1280, 800)])
def test_focus_is_seen_and_never_covered(
    browser: Browser, example_site: str, scheme: str, size: tuple[int, int]
) -> None:
    """Through the whole front page by keyboard, there and back (WCAG 2.2, 2.4.7 and 2.4.11)."""
    page = opened(
        browser,
        f"{example_site}front.html",
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    links = page.locator("a").count()
    seen = []
    for key, count in (("Tab", links), ("Shift+Tab", links - 1)):
        for _ in range(count):
            page.keyboard.press(key)
            seen.append(page.evaluate(FOCUSED))
    page.context.close()

    hidden = [at for at in seen if not (at["ringed"] and at["inside"] and at["uncovered"])]
    assert hidden == []
    assert [at["text"] for at in seen[:2]] == [
        "Skip to the main text",
        "Exit this page",
    ]


def test_the_skip_link_leads_past_the_navigation(browser: Browser, example_site: str) -> None:
    """One key press later, the next link is in the main part."""
    page = opened(browser, f"{example_site}story.html")
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    page.context.close()

    assert inside


@pytest.mark.parametrize("name", ["front", "story", "section", "topics", "archive"])
def test_targets_are_large_enough(browser: Browser, example_site: str, name: str) -> None:
    """24 pixels at least, but for links within a text (WCAG 2.2, 2.5.8)."""
    page = opened(browser, f"{example_site}{name}.html", viewport={"width": 320, "height": 640})
    small = page.evaluate(SMALL_TARGETS)
    page.context.close()

    assert small == []


def test_the_dark_scheme_is_dark(browser: Browser, example_site: str) -> None:
    """Ground and text change places when the reader's system asks for it."""
    found = {}
    for scheme in ("light", "dark"):
        page = opened(browser, f"{example_site}story.html", color_scheme=scheme)
        found[scheme] = page.evaluate(
            "(({ backgroundColor, color }) => [backgroundColor, color])"
            "(getComputedStyle(document.body))"
        )
        page.context.close()

    assert found == {
        "light": ["rgb(255, 253, 249)", "rgb(29, 27, 23)"],
        "dark": ["rgb(19, 24, 26)", "rgb(236, 233, 225)"],
    }


def test_pages_need_no_script_and_no_other_host(browser: Browser, example_site: str) -> None:
    """All that is fetched is the page, one stylesheet, a picture or two; nothing is refused."""
    # Not by the list of the folder, for which a browser asks for an icon that is not there.
    page = opened(browser, f"{example_site}{SHOWN[0]}.html", java_script_enabled=False)
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    for name in SHOWN:
        page.goto(f"{example_site}{name}.html")
        assert page.locator("h1").count() == 1
    page.context.close()

    assert {url for url in asked if not url.startswith(example_site)} == set()
    assert refused == []


def test_right_to_left_pages_mirror(browser: Browser, example_site: str) -> None:
    """The exit stands on the other side, and so does the column of flashes beside the lead."""
    edges = {}
    for name in ("front", "front-arabic"):
        page = opened(
            browser, f"{example_site}{name}.html", viewport={"width": 1280, "height": 800}
        )
        edges[name] = [
            page.locator(selector).bounding_box()["x"] < 640  # type: ignore[index]
            for selector in (".exit__link", ".column--flash .column__title")
        ]
        page.context.close()

    assert edges == {"front": [False, False], "front-arabic": [True, True]}


def test_paper_has_no_navigation_but_address_and_helplines(
    browser: Browser, example_site: str
) -> None:
    """What is printed can be followed up: where from, when, whom to call."""
    page = opened(browser, f"{example_site}flash.html")
    page.emulate_media(media="print")
    visible = {
        selector: page.locator(selector).first.is_visible()
        for selector in (".exit", ".sections", ".finding", ".standing", ".skip",
                         ".foot__address", ".help", ".dates", ".source")
    }  # fmt: skip
    after = page.locator(".more__title a").evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    page.context.close()

    assert [selector for selector, seen in visible.items() if seen] == [
        ".foot__address", ".help", ".dates", ".source",
    ]  # fmt: skip
    assert "https://times.example/2018/02/report?a=1&b=2" in after
