"""Searching feels quick: what is done before a word is typed, and while its results come."""

import gzip
import re

from playwright.sync_api import Page, Route, expect

from tests.support.sites import ROOT


def test_the_script_is_small() -> None:
    """For slow phones; what Pagefind brings along comes on top, on this page alone."""
    script = (ROOT / "static/assets/search/search.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= 5 * 1024


def test_lists_stand_open_where_there_is_room_or_something_is_chosen(
    search_page: Page, search_site: str
) -> None:
    """On a phone the results come first; what narrows them is never overlooked."""
    topic = search_page.get_by_label("Topic")
    search_page.goto(f"{search_site}search/?q=shelter")
    expect(topic).to_be_hidden()
    search_page.goto(f"{search_site}search/?q=shelter&topic=work")
    expect(topic).to_be_visible()
    search_page.goto(f"{search_site}search/")
    search_page.set_viewport_size({"width": 1280, "height": 800})
    expect(topic).to_be_visible()


def test_a_letter_or_two_wait_for_more(search_page: Page, search_site: str) -> None:
    """Nearly every text has them; to search for them would hold up the word that is meant."""
    search_page.clock.install()
    search_page.goto(f"{search_site}search/")
    search_page.clock.pause_at("2100-01-01")
    box = search_page.get_by_role("searchbox")
    box.press_sequentially("sh")
    search_page.clock.run_for(300)
    assert "?q=" not in search_page.url
    box.press_sequentially("elter")
    search_page.clock.run_for(100)
    assert search_page.url.endswith("?q=shelter")


def test_the_index_is_opened_before_a_word_is_typed(search_page: Page, search_site: str) -> None:
    """Whoever comes to this page comes to search."""
    with search_page.expect_response(re.compile(r"/terms\.json$")):
        search_page.goto(f"{search_site}search/")


def test_results_come_as_soon_as_they_are_there(search_page: Page, search_site: str) -> None:
    """The first does not wait for the last, and the number is told once all are shown."""
    held: list[Route] = []
    search_page.route(re.compile("pf_fragment"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright counts its arguments
    search_page.goto(f"{search_site}search/")
    search_page.get_by_role("searchbox").fill("bulletin")
    while len(held) < 10:
        search_page.wait_for_timeout(20)
    held[0].continue_()
    expect(search_page.locator(".search__results h2")).to_have_count(1)
    assert search_page.locator(".search__status").inner_text() == ""
    for route in held[1:]:
        route.continue_()
    expect(search_page.locator(".search__results h2")).to_have_count(10)
    expect(search_page.locator(".search__status")).to_have_text("23 results")


LISTENING = """() => {
    window.asked = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
        asked.push([message.method, message.args[0]]);
        return post.call(this, message, ...more);
    };
}"""


def searches(page: Page) -> list[str | None]:
    """What Pagefind has been asked to search for."""
    asked: list[tuple[str, str | None]] = page.evaluate("asked")
    return [words for method, words in asked if method in {"search", "filters"}]


def test_the_search_is_tried_before_a_word_is_typed(search_page: Page, search_site: str) -> None:
    """A first search takes as long again as the next, since a browser compiles what it runs."""
    search_page.add_init_script(f"({LISTENING})()")
    search_page.goto(f"{search_site}search/")

    while not searches(search_page):
        search_page.wait_for_timeout(20)
    assert searches(search_page) == [None]


def test_pagefind_is_asked_once_however_a_search_is_narrowed(
    search_page: Page, search_site: str
) -> None:
    """What each list would leave is counted from the same answer."""
    search_page.add_init_script(f"({LISTENING})()")
    search_page.goto(f"{search_site}search/?q=shelter&topic=work&year=2018")

    expect(search_page.locator("#search--topic option[value=law]")).to_have_text("Law (1)")
    expect(search_page.locator("#search--year option[value='2016']")).to_have_text("2016 (1)")
    assert searches(search_page)[1:] == ["shelter"]


def test_what_is_chosen_is_found_without_words(search_page: Page, search_site: str) -> None:
    """All there is of a topic."""
    search_page.goto(f"{search_site}search/?topic=work")

    expect(search_page.locator(".search__status")).to_have_text("2 results")
