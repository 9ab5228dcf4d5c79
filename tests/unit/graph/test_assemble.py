"""The newsroom as a whole."""

import pytest

from ht_newsgen.graph.sections import section_fronts
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Article, Citation, Item, Status
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import LeftOut, Reason, Show
from tests.factories import (
    article,
    assembled,
    at,
    days_ago,
    section_front,
    site,
    standing_page,
)


def slugs(articles: tuple[Item, ...]) -> list[str]:
    """What a test compares."""
    return [one.slug for one in articles]


def test_a_site_lists_what_is_shown_and_says_what_is_not() -> None:
    """Every item is in exactly one of the two."""
    shown, draft = article("shown"), article("draft", draft=True)
    page, front = standing_page(), section_front()

    made = site([draft, front, shown, page])

    assert made.articles == (shown,)
    assert made.pages == (page,)
    assert made.section_fronts == {("newsletter", "en"): front}
    assert made.left_out == (LeftOut(item=draft, reason=Reason.DRAFT),)


def test_a_withdrawn_item_keeps_its_address_and_is_in_no_list() -> None:
    """Its tombstone stands where it was; nothing else tells of it."""
    gone = article(
        "gone",
        status=Status.WITHDRAWN,
        topics=("forced-labour",),
        source=Citation(name="Times"),
        authors=("Ana Anić",),
        aliases=("/old/",),
    )
    later = article("later", date=days_ago(1), topics=("forced-labour",))

    made = site([gone, later])

    assert made.routes.permalinks[gone.path] == "flash/2018/gone/"
    assert [redirect.path for redirect in made.routes.redirects] == ["old/"]
    assert made.articles == made.listings[0].articles == (later,)
    assert (made.sources, made.authors, made.earlier) == ({}, {}, {})


def test_an_item_without_an_address_is_not_in_the_site() -> None:
    """With `--keep-going` the rest is published, and nothing links to what is not."""
    old = article("floods", path="content/1.md", id="1", date=days_ago(9))
    new = article("floods", path="content/2.md", id="2", date=days_ago(1))

    made, problems = assembled([new, old])

    assert made.articles == (old,)
    assert [problem.place for problem in problems] == [Place("content/2.md")]


def test_every_language_has_its_own_lists() -> None:
    """What is in no language of the site is listed in the first one."""
    english, bosnian = article("one"), article("dva", language="bs")
    german = article("drei", language="de")

    made = site([english, bosnian, german], languages=("en", "bs"))

    assert made.locales == (
        Locale(tag="en", prefix="", direction="ltr", name="English"),
        Locale(tag="bs", prefix="bs/", direction="ltr", name="bosanski"),
    )
    assert [slugs(listings.articles) for listings in made.listings] == [["drei", "one"], ["dva"]]
    assert made.routes.permalinks[german.path] == "flash/2018/drei/"


def test_the_default_language_comes_first_whatever_the_order_of_the_list() -> None:
    """And is there even if the list forgot it."""
    made = site(language="bs", languages=("en",))

    assert [locale.prefix for locale in made.locales] == ["", "en/"]
    assert [locale.tag for locale in made.locales] == ["bs", "en"]


def test_a_language_written_from_the_right_says_so() -> None:
    """For `dir` in the templates."""
    made = site(languages=("en", "ar"))

    assert made.locales[1] == Locale(tag="ar", prefix="ar/", direction="rtl", name="العربية")


def test_lists_are_in_their_orders() -> None:
    """Sections as configured, topics as declared, countries by code, months newest first."""
    made = site(
        [
            article("a", date=at(2018, 1, 5, 8), countries=("RO", "BA"), topics=("forced-labour",)),
            article("b", date=at(2017, 5, 5, 8), topics=("child-protection", "forced-labour")),
        ]
    )
    listings = made.listings[0]

    assert {id_: slugs(some) for id_, some in listings.by_section.items()} == {
        "flash": ["a", "b"],
        "stories": [],
    }
    assert list(listings.by_topic) == ["forced-labour", "child-protection"]
    assert list(listings.by_country) == ["BA", "RO"]
    assert list(listings.by_month) == [(2018, 1), (2017, 5)]


def test_a_pinned_article_stands_at_its_place_by_date() -> None:
    """In the lists of the site; the pages that show pins put them in front."""
    pinned = article("pinned", date=days_ago(9), weight=5)
    newer = article("newer", date=days_ago(1))

    assert site([pinned, newer]).listings[0].by_section["flash"] == (newer, pinned)


def test_a_preview_lists_what_it_shows() -> None:
    """A draft is then in the lists like any other item."""
    made = site([article("draft", draft=True)], show=Show(drafts=True))

    assert slugs(made.articles) == ["draft"]
    assert made.left_out == ()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_section_has_one_front_in_each_language(language: str) -> None:
    """One in a language that the site does not have stands for the default one."""
    front = section_front(language=language)

    assert section_fronts([front, standing_page()], ("en", "bs")) == {("newsletter", "en"): front}


def test_problems_are_told_in_the_order_of_their_places() -> None:
    """The same site gives the same report."""
    items: list[Article] = [article(name, topics=("zebra",)) for name in "bca"]

    _, problems = assembled(items)

    assert [problem.place.path for problem in problems] == sorted(one.path for one in items)


def test_an_empty_newsroom_is_a_newsroom() -> None:
    """The first thing anybody builds."""
    made = site()

    assert (made.articles, made.pages, made.left_out) == ((), (), ())
    assert list(made.listings[0].by_section) == ["flash", "stories"]
