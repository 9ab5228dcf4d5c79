"""What is written from left to right on a page that goes from right to left."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

STARTS = """element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Math.round(range.getBoundingClientRect().right - element.closest("p, li").getBoundingClientRect().right);
}"""  # noqa: E501 - a line of JavaScript


def direction(element: Locator) -> str:
    """As the browser has it."""
    return str(element.evaluate("element => getComputedStyle(element).direction"))


@pytest.mark.parametrize("width", [320, 1280])
def test_addresses_begin_where_the_page_does(
    search_page: Page, search_site: str, width: int
) -> None:
    """Each is read from the left, and stands at the right."""
    search_page.set_viewport_size({"width": width, "height": 800})
    search_page.goto(f"{search_site}ar/feeds/")
    address = search_page.locator(".addresses__address bdi").first

    assert direction(address) == "ltr"
    assert address.evaluate(STARTS) == 0


def test_a_count_in_english_is_read_as_english(search_page: Page, search_site: str) -> None:
    """The theme has no Arabic words: `1 result`, not `result 1`; and it stands at the right."""
    search_page.goto(f"{search_site}ar/search/?q=ضحايا")
    status = search_page.locator(".search__status span")
    expect(status).to_have_text("1 result")

    assert direction(status) == "ltr"
    assert status.evaluate(STARTS) == 0
    expect(status).to_have_attribute("lang", "en")


def test_a_count_in_the_language_of_the_page_says_nothing_of_it(
    search_page: Page, search_site: str
) -> None:
    """As everything else on the page."""
    search_page.goto(f"{search_site}bs/search/?q=zrtve")
    status = search_page.locator(".search__status span")

    expect(status).to_have_text(re.compile("^1 "))
    assert status.get_attribute("lang") is None
