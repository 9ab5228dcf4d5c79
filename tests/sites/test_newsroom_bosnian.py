"""The project's own site in Bosnian: fixed pages, some items, and the ways between languages."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests.support.sites import ROOT, build_site

FLASH = (
    "Zaštita žrtava trgovine ljudima i krijumčarenja prioritet je međunarodnih stručnjaka",
    "U operaciji pod vodstvom INTERPOL-a spašeno 500 žrtava trgovine ljudima, 40 uhapšenih",
    "Udruženje Međunarodni forum solidarnosti - EMMAUS …",
)
STORIES = (
    "Trgovina ljudima: zastupnici u Evropskom parlamentu traže od članica EU da bolje štite žrtve",
    "Europol: nestalo je 10.000 djece izbjeglica",
    "Dan sigurnijeg interneta 2016. u Bosni i Hercegovini",
)
PAGES = {
    "about": "o-nama",
    "accessibility": "pristupacnost",
    "contact": "kontakt",
    "corrections": "ispravke",
    "privacy": "privatnost",
    "safety": "sigurnost",
}
NOT_BOSNIAN = (
    '//body//*[@lang and @lang!="bs"] | //script'
    ' | //*[@class="foot__address"] | //*[@translate="no"]'
)
ATTRIBUTES = '//@aria-label | //@title | //meta/@content[not(starts-with(., "http"))]'
NAMES = re.compile("The Observer|Save the Children")
ENGLISH_WORDS = re.compile(
    r"\b(?:the|and|this|items?|with|from|your|read more|posted)\b", re.IGNORECASE
)
"""Words that Bosnian does not have."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site."""
    folder = tmp_path_factory.mktemp("public")
    assert build_site(ROOT, folder, strict=True).problems == ()
    return folder


def page(output: Path, path: str) -> html.HtmlElement:
    """A page of the site."""
    return html.fromstring((output / path / "index.html").read_text("utf-8"))


def text(element: html.HtmlElement) -> str:
    """What is read."""
    return " ".join(element.text_content().split())


def headlines(front: html.HtmlElement, section: str) -> tuple[str, ...]:
    """The headlines below a section's heading."""
    column = front.xpath(f'//section[.//h2[normalize-space()="{section}"]]')[0]
    return tuple(text(heading) for heading in column.xpath(".//h3"))


def test_the_bosnian_front_page_has_the_translated_items(output: Path) -> None:
    """In the same order as the English one, under sections with Bosnian names."""
    front = page(output, "bs")
    lead = front.xpath('//section[@aria-label="Glavna vijest"]')[0]

    assert headlines(front, "Kratke vijesti") == FLASH
    assert text(lead.xpath(".//h2 | .//h3")[0]) == STORIES[0]
    assert headlines(front, "Evropski resursni centar") == STORIES[1:]
    newsletter = front.xpath('//section[.//h2[normalize-space()="Prijava na bilten"]]')[0]
    assert "Prijavite se na naš bilten." in text(newsletter)


def test_all_fixed_pages_are_there_in_both_languages() -> None:
    """An English page that somebody adds is not forgotten in Bosnian."""
    folder = ROOT / "content" / "pages"
    english = {file.stem for file in folder.glob("*.md") if "." not in file.stem}

    assert english == set(PAGES)
    assert {file.name.removesuffix(".bs.md") for file in folder.glob("*.bs.md")} == english


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_of_a_page_lead_to_each_other(output: Path, name: str) -> None:
    """By a link for readers and by `hreflang` for machines; English is for all others."""
    paths = {"en": name, "bs": f"bs/{PAGES[name]}"}
    root = "https://newsroom.example.org"
    expected = {
        "bs": f"{root}/{paths['bs']}/",
        "en": f"{root}/{name}/",
        "x-default": f"{root}/{name}/",
    }
    for tag, path in paths.items():
        found = page(output, path)
        other = "bs" if tag == "en" else "en"
        links = found.xpath('//link[@rel="alternate"][@hreflang]')
        assert {link.get("hreflang"): link.get("href") for link in links} == expected
        (switch,) = found.xpath('//nav[@class="languages"]//a')
        assert (switch.get("href"), switch.get("lang")) == (f"/{paths[other]}/", other)
        assert found.get("lang") == tag


def test_no_english_is_left_on_bosnian_pages(output: Path) -> None:
    """Neither of the theme nor of the configuration; names of others stay as they are."""
    left = {}
    for file in sorted((output / "bs").rglob("*.html")):
        found = html.fromstring(file.read_text("utf-8"))
        if found.get("lang") != "bs":
            continue
        for other in found.xpath(NOT_BOSNIAN):
            other.drop_tree()
        said = [text(found), *found.xpath(ATTRIBUTES)]
        english = [word for one in said for word in ENGLISH_WORDS.findall(NAMES.sub("", one))]
        if english:
            left[file.relative_to(output).as_posix()] = english
    assert left == {}


def test_help_is_told_in_the_language_of_the_page(output: Path) -> None:
    """The names of services, their hours, and the days on which they were checked."""
    (section,) = page(output, "bs").xpath('//section[@class="help"]')

    assert "Linija za nestalu djecu" in text(section)
    assert "danonoćno u većini država · besplatno · provjereno: " in text(section)
    assert "Evropska unija" in text(section)


def test_the_publisher_has_its_own_name_in_bosnian(output: Path) -> None:
    """Under every page."""
    (publisher,) = page(output, "bs").xpath('//*[@class="foot__publisher"]')

    assert text(publisher) == "Međunarodni forum solidarnosti – EMMAUS"
