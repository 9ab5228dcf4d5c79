"""The theme's pages, from the examples."""

import re
from functools import lru_cache

import pytest

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.texts import BODIES
from ht_newsgen.render.html import TEMPLATES
from tests import examples
from tests.examples import EXAMPLES
from tests.outline import Outline

FRAMED = sorted(set(EXAMPLES) - {"redirect"})


@lru_cache
def html(name: str) -> str:
    return examples.render_example(name)


@lru_cache
def outline(name: str) -> Outline:
    return Outline(html(name))


def main_text(name: str) -> str:
    """The words of the main part, each space one space."""
    main = html(name).partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", f"<main{main}").split())


def test_there_is_an_example_of_every_kind_of_page() -> None:
    """What has a template has an example, and every template has a kind."""
    assert {page.kind for page in EXAMPLES.values()} == set(TEMPLATES)
    assert {path.name for path in examples.TEMPLATES.glob("*.html")} - {"base.html"} == set(
        TEMPLATES.values()
    )


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_page_is_well_formed(name: str) -> None:
    """Every element is closed where it should be, ids are unique, references lead somewhere."""
    page = outline(name)

    assert (page.unclosed, page.misplaced) == ([], [])
    assert len(page.ids()) == len(set(page.ids()))
    assert all(link["href"] for link in page.all("a", "link"))
    named = [
        attributes[key]
        for _, attributes in page.elements
        for key in ("aria-labelledby", "for", "aria-describedby")
        if key in attributes
    ]
    inside = [link["href"][1:] for link in page.all("a") if link["href"].startswith("#")]
    assert set(named + inside) <= set(page.ids())


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_page_has_one_h1_and_skips_no_heading(name: str) -> None:
    """Those who read by headings get a whole table of contents."""
    page = outline(name)

    assert [level for level, _ in page.headings].count(1) == 1
    assert page.skipped() == []
    assert all(text.strip() for _, text in page.headings)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_page_is_tidy(name: str) -> None:
    """No blank lines, one line end at the end, and nothing that Jinja or Python let slip."""
    text = html(name)
    outside = re.sub(r"<pre\b.*?</pre>", "", text, flags=re.DOTALL)

    assert text.startswith("<!doctype html>\n")
    assert text.endswith("</html>\n")
    assert not re.search(r"\n[ \t]*\n", outside)
    assert not re.search(r"\bNone\b|\{\{|\{%|object at 0x", text)


@pytest.mark.parametrize("name", FRAMED)
def test_a_page_has_its_landmarks_in_order(name: str) -> None:
    """Exit, head, ways around, main part, perhaps a margin, foot: the same on every page."""
    landmarks = [name for name in outline(name).landmarks if name not in ("nav", "aside")]

    assert landmarks == ["header", "main", "footer"]
    assert outline(name).landmarks[0] == "nav"


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_ids_of_the_theme_leave_those_of_texts_alone(name: str) -> None:
    """A heading's id holds single hyphens at most, so a double one is ours."""
    texts = set(Outline("".join(BODIES.values())).ids())

    assert all("--" in found for found in set(outline(name).ids()) - texts)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_links_that_leave_tell_nobody_where_they_come_from(name: str) -> None:
    """Neither the page they lead to nor the window it opens in learns of ours."""
    leaving = [
        link for link in outline(name).all("a")
        if link["href"].startswith("http") and not link["href"].startswith(made.SITE)
        and "example.org/aaaa" not in link["href"]
    ]  # fmt: skip

    assert all({"noopener", "noreferrer"} <= set(link["rel"].split()) for link in leaving)
    assert {"name": "referrer", "content": "no-referrer"} in outline(name).all("meta")


def test_a_page_says_what_it_is_in_its_head() -> None:
    """Title, address, languages, feeds, and data for machines."""
    page = outline("story")
    links = page.all("link")

    assert "<title>Parliament asks – Example Newsroom</title>" in html("story")
    assert "<title>Example Newsroom</title>" in html("front")
    assert {"rel": "canonical", "href": f"{made.SITE}resource-center/2018/p/"} in links
    assert [link["type"] for link in links if link.get("title") == "Example Newsroom"] == [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
    ]
    assert {"property": "article:published_time", "content": "2018-02-19"} in page.all("meta")
    assert {"name": "robots", "content": "noindex"} in outline("tombstone").all("meta")
    assert '<script type="application/ld+json">{"@context"' in html("story")


def test_the_place_where_one_is_is_marked() -> None:
    """The page itself in the navigation, or the section that it belongs to."""
    marks = {
        name: [
            (link["href"], link["aria-current"])
            for link in outline(name).all("a")
            if "aria-current" in link
        ]
        for name in ("front", "section", "section-closed", "story", "topics", "about", "feeds")
    }

    assert marks == {
        "front": [("/n/", "page")],
        "section": [("/n/resource-center/", "page")],
        "section-closed": [("/n/resource-center/", "true")],
        "story": [("/n/resource-center/", "true")],
        "topics": [("/n/topics/", "page")],
        "about": [("/n/about/", "page")],
        "feeds": [("/n/feeds/", "page")],
    }


def test_a_story_is_told_in_the_order_of_a_newsroom() -> None:
    """Section, headline, standfirst, who and when, what may distress, what was wrong, the text."""
    text = main_text("story")
    order = [
        "European Resource Center",
        "Parliament asks member states",
        "The law for victims exists",
        "By Forum , A Guest",
        "Reported first by The Example Times A. Reporter 18 February 2018 in Bosnian",
        "original report archived copy",
        "20 February 2018, 16:30",
        "Updated 1 March 2018",
        "This text is about sexual exploitation.",
        "Correction 1 March 2018 : The vote was on Thursday, not Friday.",
        "Members vote again in autumn. Picture: Parliament, CC BY 4.0",
        "STRASBOURG A court decided",
        "Retold by Forum for Examples in our own words.",
    ]
    places = [text.find(part) for part in order]

    assert -1 not in places
    assert places == sorted(places)


def test_an_item_ends_at_its_source() -> None:
    """The link "Read more: TITLE" leads to the report, with a copy for the day when it has gone."""
    links = {link["href"]: link for link in outline("flash").all("a")}
    report = links["https://times.example/2018/02/report?a=1&b=2"]

    assert report["hreflang"] == "bs"
    assert report["data-versionurl"] == "https://archive.example/2018/report"
    assert "https://archive.example/2018/report" in links
    assert main_text("flash").count("Read more: Ten cities open a common office") == 1


def test_a_source_without_an_address_is_still_named() -> None:
    """Nothing is linked, and the reader is told why."""
    text = main_text("withheld")

    assert "Read more: A scam warning Press report, publication not recorded" in text
    assert "the address of the report is not known to us" in text


def test_a_withheld_text_shows_its_excerpt_alone() -> None:
    """Only the excerpt, and the reason."""
    text = main_text("withheld")

    assert "they end … Read more:" in text
    assert "until the rights of the text are settled" in text


def test_a_withdrawn_item_has_neither_headline_nor_text() -> None:
    """What is left says so, and where else to go."""
    assert main_text("tombstone") == (
        "News Flash This item was withdrawn It is no longer published here, and it has left our"
        " lists, feeds and search. Go to News Flash"
    )


def test_an_article_with_a_title_alone_is_a_plain_line() -> None:
    """It is listed, without a link to an empty page."""
    assert re.search(r'<h3 class="card__title">Human Rights Day 2015</h3>', html("front"))


def test_the_front_page_cuts_and_leads_on() -> None:
    """Cut texts end in " …", and an item that may show no more leads to its source."""
    text = main_text("front")

    assert "at any hour … Read more: Ten cities open a common office for missing children" in text
    assert "News Flash: all 11,426 items" in text
    assert "European Resource Center: 1 item in all" in text


def test_text_in_another_language_says_so_to_people_and_machines() -> None:
    """Its language is named, and screen readers and line breaks are told."""
    titles = [attributes for tag, attributes in outline("foreign").elements if tag == "h1"]

    assert titles == [{"class": "story__title", "lang": "ar", "dir": "rtl"}]
    assert "This text is in Arabic." in main_text("foreign")
    assert '<h3 class="card__title" lang="bs" dir="ltr">' in html("front")
    assert '<html lang="ar" dir="rtl">' in html("arabic")


def test_links_of_a_text_lead_into_the_site_wherever_it_lives() -> None:
    """The site of the examples lives below `/n/`, in every language."""
    assert '<a href="/n/safety/">the law</a>' in html("story")
    assert '<a href="/n/feeds/">feed</a>' in html("front-arabic")


def test_a_redirect_leads_on_with_and_without_obeying() -> None:
    """By itself, by a link, and for machines by its canonical address."""
    page = outline("redirect")

    assert {"http-equiv": "refresh", "content": "0; url=/n/new/"} in page.all("meta")
    assert page.all("a") == [{"href": "/n/new/"}]
    assert page.all("link") == [{"rel": "canonical", "href": f"{made.SITE}new/"}]
    assert {"name": "robots", "content": "noindex"} in page.all("meta")
