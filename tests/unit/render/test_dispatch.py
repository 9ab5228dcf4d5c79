import re

import msgspec
import pytest
from jinja2 import DictLoader, Environment

from ht_newsgen.model.assets import Asset, Assets
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.listing import RedirectView
from ht_newsgen.pages.views.machine import AssetView
from ht_newsgen.render.dispatch import RENDERERS, Tools, render
from ht_newsgen.render.social_cards import draw_card
from tests.support.feed_samples import OWN, PICTURE, RETOLD, body, feed, picture

TOOLS = Tools(
    environments={
        tag: Environment(
            loader=DictLoader({"redirect.html": f"{tag}: {{{{ view.href }}}}"}), autoescape=True
        )
        for tag in ("en", "bs")
    },
    body=body,
    assets=Assets(by_name={"a.js": Asset(name="a.js", path="assets/a.1.js", data=b"go()")}),
    picture=picture,
    card=draw_card,
    base_url="https://example.org/",
)


def test_every_kind_of_page_has_its_renderer() -> None:
    """A kind that nobody can render would only be noticed when a site has one."""
    assert set(RENDERERS) == set(PageKind)


@pytest.mark.parametrize(("language", "used"), [("bs", "bs"), ("en", "en"), ("xx", "en")])
def test_a_page_is_rendered_in_its_own_language(language: str, used: str) -> None:
    """And in the site's first one, where the site does not have its own."""
    view = RedirectView(href="/b/", absolute="https://example.org/b/", language=language)
    page = Page(path="a/index.html", kind=PageKind.REDIRECT, view=view)

    assert render(page, TOOLS).decode().strip() == f"{used}: /b/"


def test_a_static_file_is_published_as_it_was_prepared() -> None:
    """Byte for byte."""
    view = AssetView(name="a.js", digest="1")

    assert render(Page(path="assets/a.1.js", kind=PageKind.ASSET, view=view), TOOLS) == b"go()"


def test_a_picture_and_its_length_come_from_the_same_bytes() -> None:
    """What a feed tells of a picture is what is published."""
    assert OWN.image
    view = OWN.image.rendition
    data = render(Page(path="media/day.1-1200.jpg", kind=PageKind.PICTURE, view=view), TOOLS)
    rss = render(Page(path="rss.xml", kind=PageKind.RSS, view=feed(OWN, RETOLD)), TOOLS)

    assert data == PICTURE
    assert re.findall(rb'length="(\d+)"', rss) == [str(len(data)).encode()]


def test_a_text_is_read_once_for_all_feeds() -> None:
    """An entry is in several feeds, each in three formats."""
    asked: list[str] = []

    def from_store(digest: str) -> str:
        asked.append(digest)
        return body(digest)

    tools = msgspec.structs.replace(TOOLS, body=from_store)
    kinds = (PageKind.RSS, PageKind.ATOM, PageKind.JSON_FEED)
    for view in (feed(OWN, RETOLD), feed(OWN)):
        for kind in kinds:
            render(Page(path=kind.value, kind=kind, view=view), tools)

    assert asked == ["b0d1"]
