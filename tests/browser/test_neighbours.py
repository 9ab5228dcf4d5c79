"""Every language that the theme speaks, where its words are longest: on the narrowest screen.

Another language changes how long words are, so its pages are judged in one look; three widths, two
schemes and both directions are for `test_accessibility.py` and `test_reflow.py`.
"""

import pytest
from playwright.sync_api import Browser

from ht_newsgen.i18n.messages import THEME
from tests.browser.test_accessibility import KINDS, Site, fullest
from tests.browser.test_reflow import CUT, OVER_EACH_OTHER, SIDEWAYS
from tests.support import axe
from tests.support.messages import read
from tests.support.world import NEIGHBOURING, TAGS


def test_no_language_of_the_theme_is_left_out() -> None:
    """A new catalogue wants a few words in `tests/support/world.py`."""
    assert {file.stem for file in THEME.glob("*.po")} <= {*TAGS, *NEIGHBOURING}


@pytest.mark.parametrize("language", NEIGHBOURING)
def test_every_kind_of_page_is_right_in_this_language(
    browser: Browser, neighbours: Site, language: str
) -> None:
    """No violation of WCAG, nothing sideways, cut off or under another."""
    url, folder = neighbours
    pages = {kind: path for (tag, kind), path in fullest(folder).items() if tag == language}
    assert set(pages) == set(KINDS)
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    found: dict[str, list[object]] = {}
    for kind, path in pages.items():
        page.goto(url + path)
        faults: list[object] = [*axe.judge(page), *page.evaluate(CUT)]
        faults += page.evaluate(OVER_EACH_OTHER)
        if wider := page.evaluate(SIDEWAYS):
            faults.append(f"{wider} pixels too wide")
        if faults:
            found[kind] = faults
    context.close()

    assert found == {}


UNMARKED = """words => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
        const text = walk.currentNode.textContent.trim();
        const within = walk.currentNode.parentElement.closest('[lang], script');
        if (text && words.includes(text) && within === document.documentElement) found.push(text);
    }
    return found;
}"""


def test_english_words_are_marked_where_the_theme_has_no_others(
    browser: Browser, neighbours: Site
) -> None:
    """WCAG 2.2, 3.1.2: a voice that reads the page aloud is told where to speak English."""
    url, folder = neighbours
    words = [message.id for message in read(THEME / "theme.pot") if isinstance(message.id, str)]
    page = browser.new_page()
    found = {}
    marks = 0
    for (tag, kind), path in fullest(folder).items():
        if tag == "de":
            page.goto(url + path)
            marks += page.locator("[lang=en]").count()
            if unmarked := page.evaluate(UNMARKED, words):
                found[kind] = unmarked
    page.close()

    assert found == {}
    assert marks > 100
