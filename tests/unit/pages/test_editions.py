"""Pages of editions, and the list of them."""

from ht_newsgen.model.article import Status
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.article import StandingPageView
from ht_newsgen.pages.views.edition import EditionLine, EditionView
from ht_newsgen.pages.views.machine import SitemapView
from ht_newsgen.pages.views.parts import Link
from tests.factories import article, day, edition, planned, section_front, site, view

FLOODS = article("floods", content_notes=("violence",))
PAGE = "newsletter/2018/2018-02/index.html"


def test_an_edition_has_a_page_with_the_cards_of_what_it_carries() -> None:
    """Content notes included, under the way back to the newsletter."""
    made = site([FLOODS, section_front(), edition()])

    shown = view(made, PAGE, EditionView)

    assert shown.title == "The news of 2018-02"
    assert shown.head.description == "What was posted here in the shortest of all months"
    assert shown.up == Link(href="/news/newsletter/", text="Newsletter", id="newsletter")
    assert [
        (part.section.text, [card.title for card in part.cards]) for part in shown.sections
    ] == [("News Flash", ["Floods"])]
    assert shown.sections[0].cards[0].content_notes == ("About violence.",)


def test_the_front_of_the_newsletter_lists_its_editions() -> None:
    """The newest first, in one language."""
    made = site(
        [
            FLOODS,
            article("poplave", language="bs"),
            section_front(),
            edition("2018-01", since=day(2018, 1, 1)),
            edition(),
            edition(language="bs"),
        ],
        languages=("en", "bs"),
    )

    front = view(made, "newsletter/index.html", StandingPageView)

    assert front.editions == (
        EditionLine(
            href="/news/newsletter/2018/2018-01/",
            title="The news of 2018-01",
            date=day(2018, 2, 28),
        ),
        EditionLine(
            href="/news/newsletter/2018/2018-02/",
            title="The news of 2018-02",
            date=day(2018, 2, 28),
        ),
    )


def test_of_a_text_that_is_withheld_an_edition_shows_the_headline_alone() -> None:
    """A mail cannot be taken back."""
    unclear = article(
        "unclear", rights=Rights.UNVERIFIED, body="", standfirst="In short.", excerpt="It began …"
    )
    made = site([unclear, edition()])

    (card,) = view(made, PAGE, EditionView).sections[0].cards

    assert (card.title, card.standfirst, card.excerpt) == ("Unclear", "", "")


def test_an_article_in_another_language_is_marked() -> None:
    """And needs no page of its source in the edition's language."""
    made = site(
        [FLOODS, edition(language="bs", items=(FLOODS.id,))],
        languages=("en", "bs"),
    )

    (card,) = view(made, f"bs/{PAGE}", EditionView).sections[0].cards

    assert (card.title, card.language) == ("Floods", "en")


def test_a_withdrawn_edition_leaves_a_tombstone() -> None:
    """Without its subject."""
    made = site([FLOODS, section_front(), edition(status=Status.WITHDRAWN)])

    page = planned(made)[PAGE]

    assert page.kind is PageKind.TOMBSTONE
    assert "The news of" not in repr(page.view)


def test_an_edition_is_in_the_sitemap_of_its_year() -> None:
    """And in no feed, list or archive."""
    made = site([FLOODS, edition()])
    address = "https://example.org/news/newsletter/2018/2018-02/"

    urls = [url.url for url in view(made, "sitemap-2018.xml", SitemapView).urls]

    assert address in urls
    naming = [path for path, page in planned(made).items() if address in repr(page.view)]
    assert naming == [PAGE, "sitemap-2018.xml"]
