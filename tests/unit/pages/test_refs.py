"""Names and links in the languages of a site."""

import pytest

from ht_newsgen.model.article import Citation
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.taxonomy import Localised, Rights
from ht_newsgen.pages.refs import in_language
from ht_newsgen.pages.views.article import ArticleView
from ht_newsgen.pages.views.parts import Card, SourceLink
from tests.factories import FLASH, article, at, day, desk, site, view


@pytest.mark.parametrize(
    ("texts", "tag", "expected"),
    [
        ({"": "News", "bs": "Vijesti"}, "bs", "Vijesti"),
        ({"": "News", "bs": "Vijesti"}, "de", "News"),
        ({"en": "News", "sr": "Вести"}, "sr-Latn-BA", "Вести"),
        ({"en": "News", "bs": "Vijesti"}, "de", "News"),
        ({"bs": "Vijesti"}, "de", "Vijesti"),
        ({}, "de", ""),
    ],
)
def test_a_text_falls_back_to_the_nearest_language(
    texts: Localised, tag: str, expected: str
) -> None:
    """To a wider one, the one for all others, the site's own, whatever there is."""
    assert in_language(texts, tag, "en") == expected


REPORT = Citation(
    name="The Example Times",
    url="https://times.example/report",
    author="A. Writer",
    language="fr",
    published=day(2018, 2, 18),
    archived="https://archive.example/report",
)
LINK = SourceLink(
    name="The Example Times",
    url="https://times.example/report",
    about="/news/sources/the-example-times/",
    title="Floods",
    author="A. Writer",
    language="fr",
    published=day(2018, 2, 18),
    archived="https://archive.example/report",
)
UNKNOWN = Citation(name="The Example Times")
TEXT = SourceLink(
    name="The Example Times", about="/news/sources/the-example-times/", title="Floods"
)


@pytest.mark.parametrize(
    ("section", "rights", "source", "on_page", "on_card"),
    [
        ("flash", Rights.OWN, REPORT, LINK, None),
        ("flash", Rights.OWN, UNKNOWN, None, None),
        ("flash", Rights.EXCERPT, REPORT, LINK, LINK),
        ("flash", Rights.EXCERPT, UNKNOWN, TEXT, TEXT),
        ("flash", Rights.UNVERIFIED, REPORT, LINK, LINK),
        ("flash", Rights.UNVERIFIED, UNKNOWN, None, None),
        ("flash", Rights.OWN, None, None, None),
        ("stories", Rights.OWN, REPORT, None, None),
        ("stories", Rights.LICENSED, REPORT, None, None),
        ("stories", Rights.EXCERPT, REPORT, LINK, LINK),
        ("stories", Rights.EXCERPT, UNKNOWN, TEXT, TEXT),
    ],
)
def test_an_item_that_points_elsewhere_ends_with_read_more(
    section: str,
    rights: Rights,
    source: Citation | None,
    on_page: SourceLink | None,
    on_card: SourceLink | None,
) -> None:
    """A flash item on its own page; where only an excerpt may be shown, in the lists as well."""
    item = article("floods", section=section, rights=rights, source=source)
    made = site([item])

    shown = view(made, f"{section}/2018/floods/index.html", ArticleView)

    assert shown.read_more == on_page
    assert desk(made).cards[item.path].read_more == on_card


def test_a_card_holds_what_a_list_shows() -> None:
    """And nothing of the text."""
    item = article(
        "floods",
        date=at(2018, 2, 19, 8),
        dateline="SARAJEVO",
        standfirst="The river rose.",
        excerpt="The river rose by two metres …",
        source=REPORT,
        content_notes=("violence",),
        language="de",
    )

    assert desk(site([item])).cards[item.path] == Card(
        id="floods-de",
        kind=FLASH.kind,
        title="Floods",
        href="/news/flash/2018/floods/",
        language="de",
        date=Moment(item.date.at),
        dateline="SARAJEVO",
        standfirst="The river rose.",
        excerpt="The river rose by two metres …",
        source="The Example Times",
        content_notes=("About violence.",),
    )


def test_an_excerpt_does_not_repeat_the_standfirst() -> None:
    """Where the standfirst serves as one, it is shown once."""
    item = article(standfirst="The river rose.", excerpt="The river rose.")

    assert desk(site([item])).cards[item.path].excerpt == ""


def test_the_card_of_a_title_alone_is_a_plain_line() -> None:
    """A link would lead to an empty page."""
    item = article("day", standfirst="", excerpt="", body="")

    assert desk(site([item])).cards[item.path].href == ""
