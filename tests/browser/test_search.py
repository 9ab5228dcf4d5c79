"""Searching as a reader does it, in a browser, on a site in four languages."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.searching import served


def titles(page: Page) -> list[str]:
    """The titles of the results, once there are some."""
    page.locator(".search__status:not(:empty)").wait_for()
    return page.locator(".search__results h2").all_inner_texts()


FOUND = {
    "a word": ("", "harbour", ["Shelter opens by the harbour"]),
    "its beginning": ("", "harb", ["Shelter opens by the harbour"]),
    "its stem": ("", "trafficking", ["Shelter opens by the harbour", "A shelter for the valley"]),
    "a page": ("", "example", ["About us"]),
    "a source": ("", "wire harbour", ["Shelter opens by the harbour"]),
    "without its accents": ("bs/", "zrtve", ["Žrtve trgovine ljudima"]),
    "with its accents": ("bs/", "žrtve", ["Žrtve trgovine ljudima"]),
    "a beginning without accents": ("bs/", "zrt", ["Žrtve trgovine ljudima"]),
    "d for đ": ("bs/", "dorde", ["Žrtve trgovine ljudima"]),
    "dj for đ": ("bs/", "Djordje", ["Žrtve trgovine ljudima"]),
    "in the other alphabet": ("bs/", "жртве", ["Žrtve trgovine ljudima"]),
    "Cyrillic": ("sr-Cyrl/", "жртве", ["Жртве трговине људима"]),
    "the beginning of a Cyrillic word": ("sr-Cyrl/", "жрт", ["Жртве трговине људима"]),
    "Cyrillic typed in Latin letters": ("sr-Cyrl/", "zrtve", ["Жртве трговине људима"]),
    "Arabic": ("ar/", "ضحايا", ["ضحايا الاتجار"]),
    "Chinese": ("", "受害者", ["人口贩运受害者"]),
}


@pytest.mark.parametrize(("language", "typed", "found"), FOUND.values(), ids=FOUND)
def test_it_is_found_as_it_is_typed(
    search_page: Page, search_site: str, language: str, typed: str, found: list[str]
) -> None:
    """By whole words, by their beginnings, with and without accents, in each alphabet."""
    search_page.goto(f"{search_site}{language}search/")
    search_page.get_by_role("searchbox").type(typed)

    expect(search_page.locator(".search__results h2")).to_have_count(len(found))
    assert sorted(titles(search_page)) == sorted(found)
    assert search_page.locator("mark").count() > 0
    expect(search_page).to_have_url(re.compile(r"\?q="))


@pytest.mark.parametrize("word", ["zanzibarian", "quagmirish", "xylophonic", "rumour"])
def test_what_is_withheld_is_not_found(search_page: Page, search_site: str, word: str) -> None:
    """Neither unverified nor withdrawn items, nor drafts; and the page says what to try."""
    search_page.goto(f"{search_site}search/?q={word}")

    assert titles(search_page) == []
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("Nothing found")
    expect(search_page.locator(".search__none")).to_be_visible()


def test_a_search_is_narrowed_and_the_way_back_widens_it(
    search_page: Page, search_site: str
) -> None:
    """Each list says how many there would be; the address and the back button follow."""
    search_page.goto(f"{search_site}search/?q=shelter")
    assert len(titles(search_page)) == 3
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("3 results")
    expect(search_page.locator("#search--topic option[value=work]")).to_have_text(
        "Forced labour (2)"
    )

    search_page.get_by_text("Narrow the search").first.click()
    search_page.get_by_label("Topic").select_option("work")
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(search_page.locator("#search--topic option[value=law]")).to_have_text("Law (2)")
    expect(search_page.locator("#search--year option[value='2018']")).to_have_text("2018 (1)")
    search_page.get_by_label("Year").select_option("2018")
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("1 result")
    assert titles(search_page) == ["A shelter for the valley"]
    assert search_page.url.endswith("?q=shelter&topic=work&year=2018")

    search_page.go_back()
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(search_page.get_by_label("Year")).to_have_value("")
    search_page.locator(".search__results a").first.click()
    search_page.wait_for_url(re.compile(r"/20\d\d/"))
    search_page.go_back()
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(search_page.get_by_role("searchbox")).to_have_value("shelter")


def test_the_newest_come_first_across_all_volumes(search_page: Page, search_site: str) -> None:
    """Each volume is searched by itself; the order is that of the whole."""
    search_page.goto(f"{search_site}search/?q=shelter&sort=date")

    assert titles(search_page) == [
        "A shelter for the valley",
        "Shelter opens in the mountains",
        "Shelter opens by the harbour",
    ]


def test_other_languages_are_searched_when_asked(search_page: Page, search_site: str) -> None:
    """A word of another language is found there, and the result says in which it is."""
    search_page.goto(f"{search_site}search/?q=zrtve")
    assert titles(search_page) == []
    search_page.get_by_text("Narrow the search").first.click()
    search_page.get_by_label("Language", exact=True).select_option("all")
    expect(search_page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    assert set(titles(search_page)) == {"Žrtve trgovine ljudima", "Жртве трговине људима"}
    link = search_page.get_by_role("link", name="Žrtve")
    expect(link).to_have_attribute("lang", "bs")
    expect(search_page.locator(".card", has=link).locator(".card__meta")).to_contain_text(
        "in Bosnian"
    )


def test_a_result_tells_what_a_reader_chooses_by(search_page: Page, search_site: str) -> None:
    """Title, section, date, source, and the words around what was searched for."""
    search_page.goto(f"{search_site}search/?q=survivors+harbour")
    card = search_page.locator(".card").first

    expect(card.locator(".card__meta")).to_have_text("The WireNews Flash1 March 2016")
    expect(card.locator(".card__excerpt")).to_have_text(
        "A new shelter for survivors of trafficking."
    )
    assert card.locator("mark").all_inner_texts() == ["harbour", "survivors"]
    address = "/newsroom/flash/2016/shelter-opens-by-the-harbour/"
    expect(card.get_by_role("link")).to_have_attribute("href", address)


def test_an_excerpt_shows_the_words_where_they_stand(search_page: Page, search_site: str) -> None:
    """However far into the text; and its letters are letters, not markup."""
    search_page.goto(f"{search_site}search/?q=named")
    titles(search_page)
    expect(search_page.locator(".card__excerpt")).to_contain_text(
        "At its end the trafficked are named."
    )

    search_page.goto(f"{search_site}search/?q=stay")
    titles(search_page)
    expect(search_page.locator(".card__excerpt")).to_have_text(
        "Survivors can stay here. A & 1 < 2."
    )


def test_more_results_come_ten_at_a_time(search_page: Page, search_site: str) -> None:
    """The keyboard goes on where they begin."""
    search_page.goto(f"{search_site}search/?q=bulletin&sort=date")
    assert len(titles(search_page)) == 10
    search_page.get_by_role("button", name="More results").press("Enter")
    expect(search_page.locator(".search__results h2")).to_have_count(20)
    expect(search_page.get_by_role("link", name="Bulletin 13")).to_be_focused()
    search_page.get_by_role("button", name="More results").press("Enter")
    expect(search_page.locator(".search__results h2")).to_have_count(23)
    expect(search_page.get_by_role("button", name="More results")).to_be_hidden()


def test_the_box_of_every_page_leads_to_the_results(search_page: Page, search_site: str) -> None:
    """With the keyboard alone; the search page has one box, its own."""
    search_page.goto(f"{search_site}about-us/")
    search_page.get_by_role("searchbox").type("harbour")
    search_page.keyboard.press("Enter")
    search_page.wait_for_url("**/search/?q=harbour")

    assert titles(search_page) == ["Shelter opens by the harbour"]
    expect(search_page.get_by_role("searchbox")).to_have_count(1)


@pytest.mark.parametrize("language", ["", "ar/"])
def test_results_fit_a_small_screen(search_page: Page, search_site: str, language: str) -> None:
    """At 320 pixels nothing is wider than the screen, from left to right and from right to left."""
    search_page.goto(f"{search_site}{language}search/?q={'ضحايا' if language else 'shelter'}")
    titles(search_page)

    assert search_page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_javascript_there_are_other_ways(browser: Browser, search_site: str) -> None:
    """The page says so, and leads to topics and archives."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{search_site}search/?q=harbour")

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_hidden()
    ways = page.get_by_role("main").get_by_role("link").all_inner_texts()
    assert {"Topics", "Archive", "Forced labour", "2018"} <= set(ways)
    context.close()


def test_an_index_that_is_missing_is_told(
    browser: Browser, searchable: Path, tmp_path: Path
) -> None:
    """A host that has lost it, or a build that could not make it."""
    lost = copytree(searchable, tmp_path / "lost")
    for entry in lost.glob("search/index/*/*"):
        if entry.is_file():
            entry.unlink()
    with served(lost) as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=harbour")
        expect(page.get_by_role("main").get_by_role("status")).to_contain_text(
            "does not work at the moment"
        )
        page.close()


def test_nothing_but_the_search_page_loads_its_script(searchable: Path) -> None:
    """Nor its stylesheet, nor is WebAssembly allowed anywhere else."""
    assert not [
        file.relative_to(searchable).as_posix()
        for file in searchable.rglob("*.html")
        if file.parent.name != "search"
        and re.search(r"wasm-unsafe-eval|assets/search/", file.read_text("utf-8"))
    ]
