"""Accounts elsewhere: who vouches for whom, and who is named below a preview."""

import pytest
from msgspec.structs import replace

from ht_newsgen.model.article import Citation
from ht_newsgen.model.people import Author, Organisation
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.article import ArticleView
from ht_newsgen.pages.views.listing import FrontView, ListingView
from tests.factories import article, assembled, site, view

OURS = Organisation(
    name="Forum", profiles=("https://mastodon.example/@forum",), fediverse="@forum@mastodon.example"
)
AUTHORS = {
    "ana": Author(id="ana", name="Ana", fediverse="@ana@social.example"),
    "bo": Author(id="bo", name="Bo"),
}


def test_the_front_page_of_each_language_vouches_for_our_accounts() -> None:
    """And no other page: a profile links to the front."""
    made = site([article()], languages=("en", "bs"), organisation=OURS)

    assert view(made, "index.html", FrontView).head.profiles == OURS.profiles
    assert view(made, "bs/index.html", FrontView).head.profiles == OURS.profiles
    assert view(made, "flash/index.html", ListingView).head.profiles == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "@forum@mastodon.example"),
        ({"authors": ("ana",)}, "@ana@social.example"),
        ({"authors": ("bo", "ana")}, "@ana@social.example"),
        ({"authors": ("bo",)}, "@forum@mastodon.example"),
        ({"rights": Rights.EXCERPT, "source": Citation(name="Times")}, ""),
    ],
)
def test_a_preview_names_who_made_the_item(fields: dict[str, object], expected: str) -> None:
    """An author's account comes first; for somebody else's words none of ours is named."""
    item = replace(article(), **fields)
    made, _ = assembled([item], declared=Registers(authors=AUTHORS), organisation=OURS)

    assert view(made, "flash/2018/floods/index.html", ArticleView).head.creator == expected
