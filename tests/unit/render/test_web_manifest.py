"""The web app manifest, and the reservation of text and data mining."""

import json

from msgspec.structs import replace
from PIL import Image

from ht_newsgen.model.config import TextMining
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.servers import TDMREP
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.articles import STORY
from ht_newsgen.pages.views.machine import HeadersView, TextMiningView, WebManifestView
from ht_newsgen.render.html import render_html
from ht_newsgen.render.servers import render_headers
from ht_newsgen.render.web_manifest import (
    BACKGROUND_COLOR,
    THEME_COLOR,
    render_manifest,
    render_tdmrep,
)
from tests import examples
from tests.factories import assets, planned, site, view
from tests.unit.render.test_colours import SCHEMES


def test_a_manifest_names_the_site_in_each_language() -> None:
    """Where it begins, what it is called, and the icons that the theme has."""
    newsroom = site(languages=("en", "ar"))
    icons = assets(**{"icon-192.png": b"png"})
    views = {page.path: page.view for page in plan(newsroom, icons)}
    arabic = views["ar/site.webmanifest"]
    assert isinstance(arabic, WebManifestView)

    assert json.loads(render_manifest(arabic)) == {
        "lang": "ar",
        "dir": "rtl",
        "name": "The Example",
        "short_name": "The Example",
        "description": "News for examples.",
        "id": "/news/ar/",
        "start_url": "/news/ar/",
        "scope": "/news/ar/",
        "display": "browser",
        "theme_color": THEME_COLOR,
        "background_color": BACKGROUND_COLOR,
        "icons": [
            {"src": "/news/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "/news/icon-192.png", "sizes": "192x192", "type": "image/png"},
        ],
    }
    assert "site.webmanifest" in views


def test_a_manifest_wears_the_colours_of_the_theme() -> None:
    """The bar's and the paper's, by daylight."""
    light = SCHEMES["light"]

    assert (light["bar"], light["paper"]) == (THEME_COLOR, BACKGROUND_COLOR)


def test_every_icon_of_the_theme_is_found() -> None:
    """By the pages and by the manifest, at the size that its name says."""
    sizes = {}
    for file in sorted(examples.STATIC.glob("*.png")):
        with Image.open(file) as icon:
            sizes[file.name] = icon.size

    assert sizes == {
        "apple-touch-icon.png": (180, 180),
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable-512.png": (512, 512),
    }


def test_nothing_is_said_where_nothing_is_reserved() -> None:
    """Neither a file nor a header nor a mark in the head."""
    newsroom = site()

    assert TDMREP not in planned(newsroom)
    assert b"TDM" not in render_headers(view(newsroom, "_headers", HeadersView))
    assert "tdm-" not in examples.render_example("story")


def test_a_reservation_is_said_in_three_places() -> None:
    """TDM Reservation Protocol: a file for the host, a header, and a mark in every page."""
    mining = TextMining(policy="https://example.org/mining/")
    newsroom = site(text_mining=mining)
    story = replace(STORY, frame=replace(made.FRAME, text_mining=mining))
    page = Page(path="x.html", kind=PageKind.ARTICLE, view=story)
    head = render_html(page, examples.theme(made.ENGLISH), examples.body)

    assert json.loads(render_tdmrep(view(newsroom, TDMREP, TextMiningView))) == [
        {"location": "/news/", "tdm-reservation": 1, "tdm-policy": "https://example.org/mining/"}
    ]
    assert b"  TDM-Reservation: 1\n  TDM-Policy: https://example.org/mining/\n" in render_headers(
        view(newsroom, "_headers", HeadersView)
    )
    assert b'<meta name="tdm-reservation" content="1">' in head
    assert b'<meta name="tdm-policy" content="https://example.org/mining/">' in head
    assert json.loads(render_tdmrep(TextMiningView(location="/"))) == [
        {"location": "/", "tdm-reservation": 1}
    ]
