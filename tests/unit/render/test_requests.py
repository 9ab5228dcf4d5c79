"""What a page would load from other hosts."""

import pytest

from ht_newsgen.render.requests import requests_elsewhere

OURS = "https://news.example/"
THEIRS = "https://tracker.example/a"


@pytest.mark.parametrize(
    "text",
    [
        f'<img alt="" src="{THEIRS}">',
        f"<IMG\nSRC = '{THEIRS}'>",
        f"<img src={THEIRS}>",
        f'<img alt="a > b" src="{THEIRS}">',
        f"<img alt='a > b' src={THEIRS}>",
        f"""<img title='"' alt="a > b" src="{THEIRS}">""",
        f'<link title="a > b" rel="icon" href="{THEIRS}">',
        f'<img src="{THEIRS}" src="/a.jpg">',
        f'<link title="a" rel=stylesheet href="{THEIRS}" href="/a.css">',
        f'<link rel="stylesheet" href="{THEIRS} b">',
        f'<video poster="{THEIRS}">',
        f'<iframe class="x" src="{THEIRS}">',
        f'<object data="{THEIRS}">',
        f'<source srcset=" {THEIRS} 2x">',
        f'<img alt="" src="/a.jpg" srcset="/a.jpg 1x, {THEIRS} 2x">',
        f"<img alt='' srcset='/a.jpg 1x,{THEIRS}, /b.jpg 3x'>",
        f'<link rel="preload" as="image" imagesrcset="/a.jpg 1x, {THEIRS} 2x">',
        f'<link href="{THEIRS}" rel="stylesheet">',
        f'<link rel="shortcut icon" href="{THEIRS}">',
        f"<Link rel=preconnect href={THEIRS}>",
        f'<p style="background: url({THEIRS})">',
        f"<style>@import '{THEIRS}';</style>",
        f'<STYLE media="all"> @IMPORT URL( "{THEIRS}" );',
        f'<p title="1 > 0" style="background: url({THEIRS})">',
    ],
)
def test_what_a_browser_fetches_by_itself_is_a_request(text: str) -> None:
    """However it is written."""
    assert requests_elsewhere(f"<p>Before</p>{text}<p>After</p>", OURS) == (THEIRS,)


@pytest.mark.parametrize(
    "text",
    [
        f'<a href="{THEIRS}">a link</a>',
        f'<link rel="canonical" href="{THEIRS}">',
        f'<link rel="alternate" type="application/rss+xml" href="{THEIRS}">',
        f'<img src="{OURS}media/a.jpg">',
        '<img src="/media/a.jpg">',
        f'<img src="/a.jpg" srcset="/a.jpg 1x, {OURS}media/b.jpg 2x">',
        '<img srcset="/a//b.jpg 1x, /c.jpg 2x">',
        f'<li data-versionurl="{THEIRS}">',
        f"<p>See {THEIRS}, (//) and url.</p>",
        "<style>a { background: url(a.svg) }</style>",
        f"<code>@import url({THEIRS});</code>",
        f"<style>a {{ color: red }}</style><pre>body {{ background: url({THEIRS}) }}</pre>",
        f'<p style="color: red">background: url({THEIRS})</p>',
        f"""<a href="/a" title="<img src='{THEIRS}'>">a</a>""",
        f'<link rel="alternate" title="&lt;link rel=stylesheet href={THEIRS}&gt;" href="/a.xml">',
        f'<img src="/a.jpg" alt="&lt;img src={THEIRS}&gt;">',
    ],
)
def test_what_a_reader_follows_by_choice_is_none(text: str) -> None:
    """Nor is what lies on our own host."""
    assert requests_elsewhere(text, OURS) == ()


def test_a_stylesheet_is_searched_as_a_whole() -> None:
    """There is nothing in it that only quotes."""
    assert requests_elsewhere(f"@import '{THEIRS}';", OURS) == (THEIRS,)


def test_requests_are_told_in_their_order() -> None:
    """All of them; an address without its scheme is on another host as well."""
    text = f"""
    <link rel="icon" href="//one.example/i.svg"><style>a {{ color: url(//two.example/) }}</style>
    <video poster="//three.example/p" src="//four.example/v"></video><img src="{THEIRS}">
    """

    assert requests_elsewhere(text, OURS) == (
        "//one.example/i.svg",
        "//two.example/",
        "//three.example/p",
        "//four.example/v",
        THEIRS,
    )
