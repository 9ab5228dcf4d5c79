"""Where lines of the newsroom break on the narrowest screen, in both of its languages."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessibility import Site

LINES = """selector => [...document.querySelectorAll(selector)].flatMap(element => {
    const lines = [];
    const range = document.createRange();
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let bottom = 0;
    while (walk.nextNode())
        for (let at = 0; at < walk.currentNode.length; at++) {
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            if (box.top >= bottom) { lines.push(''); bottom = box.bottom - 1; }
            lines[lines.length - 1] += range.toString();
        }
    return lines.map(line => line.trim());
})"""


@pytest.fixture(scope="module")
def lines(browser: Browser, newsroom: Site) -> dict[tuple[str, str], list[str]]:
    """The lines of some elements, by the address of a page and a selector."""
    above = [".exit__link", ".exit__safety", ".masthead__title"]
    wanted = {
        "": above,
        "bs/": above,
        "get-help/": [".help__more"],
        "bs/get-help/": [".help__more"],
        "safety/": [".prose p"],
        "bs/sigurnost/": [".prose p"],
    }
    page = browser.new_page(viewport={"width": 320, "height": 640})
    found = {}
    for path, selectors in wanted.items():
        page.goto(newsroom[0] + path)
        for selector in selectors:
            found[path, selector] = page.evaluate(LINES, selector)
    page.close()
    return found


@pytest.mark.parametrize("language", ["", "bs/"])
@pytest.mark.parametrize("what", [".exit__link", ".exit__safety", ".masthead__title"])
def test_what_stands_above_the_news_takes_a_line(
    lines: dict[tuple[str, str], list[str]], language: str, what: str
) -> None:
    """The way out, the page about safety, the name of the site: the first screen is for news."""
    found = [line for line in lines[language, what] if line != "Emergency"]

    assert len(found) == 1, found


def test_no_line_begins_with_a_dot(lines: dict[tuple[str, str], list[str]]) -> None:
    """What is told of a number is parted by dots, and one at the end of a line leads on."""
    told = [line for (_, what), found in lines.items() if what == ".help__more" for line in found]

    assert any(line.endswith("·") for line in told)
    assert not [line for line in told if line.startswith("·")]


def test_a_day_and_what_follows_it_are_parted_once(
    lines: dict[tuple[str, str], list[str]],
) -> None:
    """A day in Bosnian ends with a stop: `2026.` takes no colon."""
    assert not [line for line in lines["bs/get-help/", ".help__more"] if re.search(r"\.:", line)]


@pytest.mark.parametrize("page", ["safety/", "bs/sigurnost/"])
def test_a_number_to_call_stays_on_one_line(
    lines: dict[tuple[str, str], list[str]], page: str
) -> None:
    """`116` is another number than `116 000`."""
    told = " | ".join(lines[page, ".prose p"]).replace("\N{NO-BREAK SPACE}", " ")

    assert "116 000" in told
