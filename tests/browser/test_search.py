"""Searching as a reader does it, in a browser, on a site in four languages."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ht_newsgen.pages import volumes
from tests.support.searching import FILES, MANY, served
from tests.support.sites import ROOT, build_site, make_site

VIOLATIONS = (
    "addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.blockedURI))"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in volumes of two items and more."""
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volumes, "FULL", 2)
        result = build_site(make_site(folder / "site", {**FILES, **MANY}), folder / "public")
    assert result.published
    assert not result.notes
    return folder / "public"


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """Where it is served."""
    with served(built) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.add_init_script(VIOLATIONS)
    yield opened
    context.close()
    assert wrong == []


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
    page: Page, site: str, language: str, typed: str, found: list[str]
) -> None:
    """By whole words, by their beginnings, with and without accents, in each alphabet."""
    page.goto(f"{site}{language}search/")
    page.get_by_role("searchbox").type(typed)

    expect(page.locator(".search__results h2")).to_have_count(len(found))
    assert sorted(titles(page)) == sorted(found)
    assert page.locator("mark").count() > 0
    expect(page).to_have_url(re.compile(r"\?q="))


@pytest.mark.parametrize("word", ["zanzibarian", "quagmirish", "xylophonic", "rumour"])
def test_what_is_withheld_is_not_found(page: Page, site: str, word: str) -> None:
    """Neither unverified nor withdrawn items, nor drafts; and the page says what to try."""
    page.goto(f"{site}search/?q={word}")

    assert titles(page) == []
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Nothing found")
    expect(page.locator(".search__none")).to_be_visible()


def test_a_search_is_narrowed_and_the_way_back_widens_it(page: Page, site: str) -> None:
    """Each list says how many there would be; the address and the back button follow."""
    page.goto(f"{site}search/?q=shelter")
    assert len(titles(page)) == 3
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("3 results")
    expect(page.locator("#search--topic option[value=work]")).to_have_text("Forced labour (2)")

    page.get_by_text("Narrow the search").first.click()
    page.get_by_label("Topic").select_option("work")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(page.locator("#search--topic option[value=law]")).to_have_text("Law (2)")
    expect(page.locator("#search--year option[value='2018']")).to_have_text("2018 (1)")
    page.get_by_label("Year").select_option("2018")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("1 result")
    assert titles(page) == ["A shelter for the valley"]
    assert page.url.endswith("?q=shelter&topic=work&year=2018")

    page.go_back()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(page.get_by_label("Year")).to_have_value("")
    page.locator(".search__results a").first.click()
    page.wait_for_url(re.compile(r"/20\d\d/"))
    page.go_back()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    expect(page.get_by_role("searchbox")).to_have_value("shelter")


def test_the_newest_come_first_across_all_volumes(page: Page, site: str) -> None:
    """Each volume is searched by itself; the order is that of the whole."""
    page.goto(f"{site}search/?q=shelter&sort=date")

    assert titles(page) == [
        "A shelter for the valley",
        "Shelter opens in the mountains",
        "Shelter opens by the harbour",
    ]


def test_other_languages_are_searched_when_asked(page: Page, site: str) -> None:
    """A word of another language is found there, and the result says in which it is."""
    page.goto(f"{site}search/?q=zrtve")
    assert titles(page) == []
    page.get_by_text("Narrow the search").first.click()
    page.get_by_label("Language", exact=True).select_option("all")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 results")
    assert set(titles(page)) == {"Žrtve trgovine ljudima", "Жртве трговине људима"}
    link = page.get_by_role("link", name="Žrtve")
    expect(link).to_have_attribute("lang", "bs")
    expect(page.locator(".card", has=link).locator(".card__meta")).to_contain_text("in Bosnian")


def test_a_result_tells_what_a_reader_chooses_by(page: Page, site: str) -> None:
    """Title, section, date, source, and the words around what was searched for."""
    page.goto(f"{site}search/?q=survivors+harbour")
    card = page.locator(".card").first

    expect(card.locator(".card__meta")).to_have_text("The WireNews Flash1 March 2016")
    expect(card.locator(".card__excerpt")).to_have_text(
        "A new shelter for survivors of trafficking."
    )
    assert card.locator("mark").all_inner_texts() == ["harbour", "survivors"]
    address = "/newsroom/flash/2016/shelter-opens-by-the-harbour/"
    expect(card.get_by_role("link")).to_have_attribute("href", address)


def test_an_excerpt_shows_the_words_where_they_stand(page: Page, site: str) -> None:
    """However far into the text; and its letters are letters, not markup."""
    page.goto(f"{site}search/?q=named")
    titles(page)
    expect(page.locator(".card__excerpt")).to_contain_text("At its end the trafficked are named.")

    page.goto(f"{site}search/?q=stay")
    titles(page)
    expect(page.locator(".card__excerpt")).to_have_text("Survivors can stay here. A & 1 < 2.")


def test_more_results_come_ten_at_a_time(page: Page, site: str) -> None:
    """The keyboard goes on where they begin."""
    page.goto(f"{site}search/?q=bulletin&sort=date")
    assert len(titles(page)) == 10
    page.get_by_role("button", name="More results").press("Enter")
    expect(page.locator(".search__results h2")).to_have_count(20)
    expect(page.get_by_role("link", name="Bulletin 13")).to_be_focused()
    page.get_by_role("button", name="More results").press("Enter")
    expect(page.locator(".search__results h2")).to_have_count(23)
    expect(page.get_by_role("button", name="More results")).to_be_hidden()


def test_the_box_of_every_page_leads_to_the_results(page: Page, site: str) -> None:
    """With the keyboard alone; the search page has one box, its own."""
    page.goto(f"{site}about-us/")
    page.get_by_role("searchbox").type("harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=harbour")

    assert titles(page) == ["Shelter opens by the harbour"]
    expect(page.get_by_role("searchbox")).to_have_count(1)


@pytest.mark.parametrize("language", ["", "ar/"])
def test_results_fit_a_small_screen(page: Page, site: str, language: str) -> None:
    """At 320 pixels nothing is wider than the screen, from left to right and from right to left."""
    page.goto(f"{site}{language}search/?q={'ضحايا' if language else 'shelter'}")
    titles(page)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_javascript_there_are_other_ways(browser: Browser, site: str) -> None:
    """The page says so, and leads to topics and archives."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/?q=harbour")

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_hidden()
    ways = page.get_by_role("main").get_by_role("link").all_inner_texts()
    assert {"Topics", "Archive", "Forced labour", "2018"} <= set(ways)
    context.close()


def test_an_index_that_is_missing_is_told(browser: Browser, built: Path, tmp_path: Path) -> None:
    """A host that has lost it, or a build that could not make it."""
    lost = copytree(built, tmp_path / "lost")
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


def test_nothing_but_the_search_page_loads_its_script(built: Path) -> None:
    """Nor its stylesheet, nor is WebAssembly allowed anywhere else."""
    assert not [
        file.relative_to(built).as_posix()
        for file in built.rglob("*.html")
        if file.parent.name != "search"
        and re.search(r"wasm-unsafe-eval|assets/search/", file.read_text("utf-8"))
    ]


def test_the_script_is_small() -> None:
    """For slow phones; what Pagefind brings along comes on top, on this page alone."""
    script = (ROOT / "static/assets/search/search.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= 5 * 1024


def test_lists_stand_open_where_there_is_room_or_something_is_chosen(page: Page, site: str) -> None:
    """On a phone the results come first; what narrows them is never overlooked."""
    topic = page.get_by_label("Topic")
    page.goto(f"{site}search/?q=shelter")
    expect(topic).to_be_hidden()
    page.goto(f"{site}search/?q=shelter&topic=work")
    expect(topic).to_be_visible()
    page.goto(f"{site}search/")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(topic).to_be_visible()


def test_a_letter_or_two_wait_for_more(page: Page, site: str) -> None:
    """Nearly every text has them; to search for them would hold up the word that is meant."""
    page.clock.install()
    page.goto(f"{site}search/")
    box = page.get_by_role("searchbox")
    box.press_sequentially("sh")
    page.clock.run_for(300)
    assert "?q=" not in page.url
    box.press_sequentially("elter")
    page.clock.run_for(100)
    assert page.url.endswith("?q=shelter")


def test_the_index_is_opened_before_a_word_is_typed(page: Page, site: str) -> None:
    """Whoever comes to this page comes to search."""
    with page.expect_response(re.compile(r"\.pf_filter$")):
        page.goto(f"{site}search/")


def test_results_come_as_soon_as_they_are_there(page: Page, site: str) -> None:
    """The first does not wait for the last, and the number is told once all are shown."""
    held: list[Route] = []
    page.route(re.compile("pf_fragment"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright counts its arguments
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("bulletin")
    while len(held) < 10:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".search__results h2")).to_have_count(1)
    assert page.locator(".search__status").inner_text() == ""
    for route in held[1:]:
        route.continue_()
    expect(page.locator(".search__results h2")).to_have_count(10)
    expect(page.locator(".search__status")).to_have_text("23 results")
