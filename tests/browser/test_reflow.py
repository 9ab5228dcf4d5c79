"""Pages as some readers need them: narrow, wide apart, larger, still, in their own colours."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import Site, fullest

SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {
        line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
    } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""

CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some(how => ['hidden', 'clip'].includes(how));
    return hides && !element.closest('.visually-hidden, .skip') && element.textContent.trim()
        && (element.scrollWidth > element.clientWidth + 1
            || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""

OVER_EACH_OTHER = """() => {
    const controls = [...document.querySelectorAll('a, button, input, select, summary')]
        .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && one.getBoundingClientRect().width > 1);
    return controls.filter(one => {
        one.scrollIntoView({ block: 'center' });
        const box = one.getClientRects()[0];
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return at && !one.contains(at) && !at.contains(one);
    }).map(one => one.outerHTML.slice(0, 120));
}"""


def all_pages(page: Page, site: Site, ask: str, prepare: str = "() => {}") -> dict[str, object]:
    """What the fullest page of each kind in each language answers, where it is anything."""
    answers = {}
    for path in fullest(site[1]).values():
        page.goto(site[0] + path)
        page.evaluate(prepare)
        if (answer := page.evaluate(ask)) not in (0, []):
            answers[path] = answer
    return answers


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways_in_any_language(
    browser: Browser, world: Site, width: int
) -> None:
    """WCAG 2.2, 1.4.10; 320 pixels are also a window of 1280 at 400%."""
    page = browser.new_page(viewport={"width": width, "height": 640})
    found = all_pages(page, world, SIDEWAYS)
    page.close()

    assert found == {}


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_control_lies_under_another(browser: Browser, world: Site, width: int) -> None:
    """What is in the middle of a control is the control, however long the words around it are."""
    page = browser.new_page(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    found = all_pages(page, world, OVER_EACH_OTHER)
    page.close()

    assert found == {}


def test_letters_and_lines_may_stand_apart(browser: Browser, world: Site) -> None:
    """Spaced as WCAG 2.2, 1.4.12 says, no text is cut off and nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    found = all_pages(page, world, f"({CUT})().concat({SIDEWAYS} || [])", SPACED)
    page.close()

    assert found == {}


def test_nothing_moves_for_whoever_wants_it_still(browser: Browser, world: Site) -> None:
    """With reduced motion no animation runs and none waits in the stylesheet of any page."""
    page = browser.new_page(reduced_motion="reduce")
    found = all_pages(page, world, "document.getAnimations().length")
    page.close()

    assert found == {}


def test_forced_colours_leave_controls_their_edges(browser: Browser, world: Site) -> None:
    """Where grounds are taken away, a button is known by its border or by its underline."""
    plain = """[...document.querySelectorAll('button, input, select, .exit__link')].filter(one => {
        const style = getComputedStyle(one);
        return one.checkVisibility() && one.getBoundingClientRect().width > 1
            && parseFloat(style.borderTopWidth) < 1
            && style.textDecorationLine !== 'underline'
            && !(style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 1);
    }).map(one => one.outerHTML.slice(0, 120))"""
    page = browser.new_page(forced_colors="active")
    found = all_pages(page, world, plain)
    page.close()

    assert found == {}
