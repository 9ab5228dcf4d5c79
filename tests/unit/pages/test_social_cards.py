"""Which picture a link to a page shows on other sites."""

import pytest
from msgspec.structs import replace

from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import SocialCards
from ht_newsgen.model.media import Figure
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.social_cards import card_path
from ht_newsgen.pages.views.article import ArticleView
from ht_newsgen.pages.views.listing import FrontView, ListingView
from ht_newsgen.pages.views.machine import SocialCardView
from ht_newsgen.pages.views.parts import PreviewImage
from tests.factories import article, figure, planned, site, view

FLOODS = "flash/2018/floods/index.html"
FLASH = SocialCardView(
    title="News Flash",
    publisher="The Example",
    language="en",
    direction="ltr",
)


def cards(made: Site) -> dict[str, str]:
    """The titles of all cards that are planned, by their paths."""
    return {
        page.path: page.view.title
        for page in planned(made).values()
        if isinstance(page.view, SocialCardView)
    }


def shown(item: Article, cards: SocialCards = SocialCards.SECTIONS) -> PreviewImage | None:
    made = site([item], social_cards=cards)
    return view(made, FLOODS, ArticleView).head.image


def pictured(width: int, kind: PictureKind = PictureKind.PHOTOGRAPH) -> Figure:
    one = figure()
    return replace(one, picture=replace(one.picture, width=width, height=400, kind=kind))


def test_the_site_and_each_section_that_lists_have_a_card() -> None:
    """In the order of the configuration; standing pages share that of the site."""
    assert sorted(cards(site()).values()) == ["News Flash", "Stories", "The Example"]


def test_a_card_is_called_by_what_is_on_it() -> None:
    """So an equal one is the same file, and another one has another address."""
    assert cards(site())[card_path(FLASH)] == "News Flash"
    assert card_path(FLASH) != card_path(replace(FLASH, publisher="Another"))


def test_every_page_of_a_section_shows_its_card() -> None:
    """The list, and its items; the front page shows that of the site."""
    made = site([article("floods")])
    preview = PreviewImage(
        url=f"https://example.org/news/{card_path(FLASH)}",
        width=1200,
        height=630,
        alt="News Flash · The Example",
    )

    assert view(made, FLOODS, ArticleView).head.image == preview
    assert view(made, "flash/index.html", ListingView).head.image == preview
    front = view(made, "index.html", FrontView).head.image
    assert front
    assert front.alt == "The Example · Example Organisation"


def test_an_item_with_a_picture_shows_that() -> None:
    """The file that everything understands, with its size and what it shows."""
    assert shown(article("floods", figure=pictured(1600))) == PreviewImage(
        url="https://example.org/news/media/river.0123-1200.jpg",
        width=1200,
        height=300,
        alt="A river",
    )


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(pictured(599), id="too small"),
        pytest.param(pictured(1600, PictureKind.CUTOUT), id="transparent"),
    ],
)
def test_a_picture_that_would_look_bad_is_not_shown_elsewhere(own: Figure) -> None:
    """The card of the section is."""
    found = shown(article("floods", figure=own))
    assert found
    assert found.alt == "News Flash · The Example"


def test_a_picture_that_is_withheld_here_is_withheld_elsewhere() -> None:
    """The rights of such an item are not settled."""
    found = shown(article("floods", figure=pictured(1600), rights=Rights.UNVERIFIED))
    assert found
    assert found.alt == "News Flash · The Example"


def test_each_item_has_a_card_if_the_site_says_so() -> None:
    """With its headline and section; not where it has a picture, or no page."""
    items = [
        article("floods"),
        article("raids", figure=pictured(1600)),
        article("line", standfirst="", excerpt="", body=""),
    ]
    made = site(items, social_cards=SocialCards.ITEMS)
    found = view(made, FLOODS, ArticleView).head.image

    assert found
    assert found.alt == "News Flash · Floods · The Example"
    assert found.url.removeprefix("https://example.org/news/") in cards(made)
    assert sorted(cards(made).values()) == ["Floods", "News Flash", "Stories", "The Example"]


def test_a_site_may_want_no_cards() -> None:
    """Then pages without a picture show none."""
    made = site([article("floods")], social_cards=SocialCards.NONE)

    assert cards(made) == {}
    assert view(made, FLOODS, ArticleView).head.image is None
    assert all(page.kind is not PageKind.SOCIAL_CARD for page in planned(made).values())


def test_every_card_that_a_page_shows_is_planned() -> None:
    """In each language of the site, with words in that language."""
    made = site(languages=("en", "ar"), title={"en": "News", "ar": "أخبار"})
    views = [page.view for page in planned(made).values() if page.kind is PageKind.FRONT]
    paths = {one.head.image.url.removeprefix("https://example.org/news/") for one in views}  # type: ignore[attr-defined]

    assert len(paths) == 2
    assert paths <= cards(made).keys()
    assert {(page.view.language, page.view.direction) for page in planned(made).values()
            if isinstance(page.view, SocialCardView)} == {("en", "ltr"), ("ar", "rtl")}  # fmt: skip
