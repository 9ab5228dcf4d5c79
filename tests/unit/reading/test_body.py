"""Texts as HTML: what the tables of items cannot show."""

import re

import pytest

from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.article import Reading, parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.excerpts import opening
from ht_newsgen.reading.media import NoPicture
from tests.unit.reading.sites import CONFIG

PRESS = make_press()


def no_picture(src: str) -> NoPicture:
    return NoPicture(say("there is no picture {src}", src=src))


def read(body: str, path: str = "content/flash/raids.md", front: str = "title: Raids") -> Reading:
    text = f"---\n{front}\ndate: 2018-02-19\n---\n{body}"
    return parse_item(text.encode(), path, CONFIG, no_picture, press=PRESS)


def test_nothing_is_carried_over_to_the_next_text() -> None:
    """Footnotes, references and ids begin anew with every text."""
    body = "# Raids\n\nText[^1], [link][a].\n\n[^1]: Note.\n[a]: /a/\n"
    first = read(body)
    read("# Raids\n\nOther[^1] text[^2].\n\n[^1]: Other.\n[^2]: Note.\n[b]: /b/\n")
    assert read(body) == first
    assert read("[link][a]").body.html == "<p>[link][a]</p>"


def test_footnotes_of_two_items_have_different_ids() -> None:
    """However many texts stand on one page, each mark leads to its own note."""
    body = "Text[^1].\n\n[^1]: Note.\n"
    htmls = [
        read(body).body.html,
        read(body, front="title: Other raids").body.html,
        read(body, path="content/stories/raids.md").body.html,
        read(body, front="title: Raids\nlanguage: bs").body.html,
    ]
    ids = [name for html in htmls for name in re.findall(r' id="([^"]*)"', html)]
    assert len(ids) == len(set(ids)) == 2 * len(htmls)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java&#9;script:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        "[x](javascript:alert(1))",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        '<p style="background: url(https://example.org/x)">x</p>',
        '<div class="overlay">x</div>',
        '<svg><style><img src="https://example.org/x"></style></svg>',
        "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>",
        '<form action="https://example.org/"><input name=q></form>',
        '<video src="https://example.org/x"></video>',
        '<link rel=stylesheet href="https://example.org/x">',
        '<meta http-equiv=refresh content="0;url=https://example.org/">',
        '<base href="https://example.org/">',
        '<p onclick="x()" id="main" role="alert">x</p>',
        "```html\n<script>\n```\n<!-- --!> <script>alert(1)</script>",
    ],
)
def test_what_can_do_harm_is_taken_out(html: str) -> None:
    """No script, no style, no request to another host, no class or role of the page's own."""
    shown = read(html).body.html
    tags = "".join(re.findall(r"<[^>]*>", shown))
    assert (
        not re.search(
            r"<script|script:|style|on[a-z]+=|data:|class|svg|math|form|input|video|link|meta|base|role|id=",
            tags,
        )
        or tags == '<pre><code class="language-html"></code></pre>'
    ), shown


def test_a_mail_address_is_readable() -> None:
    """Not as entities, which hide it from nobody but readers."""
    assert read("<press@example.org>").body.html == (
        '<p><a href="mailto:press@example.org">press@example.org</a></p>'
    )


@pytest.mark.parametrize(
    ("html", "limit", "text"),
    [
        ("<p>one two three</p>", 7, "one two …"),
        ("<p>one <a href='/'>two three</a> four</p>", 9, "one …"),
        ('<p>one <a href="/">two three</a> four</p>', 13, "one two three …"),
        ('<p><a href="/">one two three</a> four</p>', 8, "one two …"),
        ("<p>one</p><p>two</p>", 20, "one two"),
        ("<h2>zero</h2><p>one <em>t</em>wo<br>three</p>", 20, "one two three"),
        ("<p>a &lt; b &amp; c</p>", 20, "a < b & c"),
        ("<pre><code>x</code></pre><table><tr><td>y</td></tr></table><p>one</p>", 20, "one"),
        ("", 20, ""),
    ],
)
def test_an_opening_ends_between_words_and_outside_of_links(
    html: str, limit: int, text: str
) -> None:
    """Unless the text begins with a link, which is then cut between words."""
    assert opening(html, limit) == text


OUTSIDE = ' rel="noopener noreferrer external"'


@pytest.mark.parametrize(
    ("address", "tag"),
    [
        ("https://a.example", f'<a href="https://a.example"{OUTSIDE}>'),
        ("http://a.example/b_c?d=e", f'<a href="http://a.example/b_c?d=e"{OUTSIDE}>'),
        ("https://newsroom.example.org/b/", '<a href="https://newsroom.example.org/b/">'),
        ("https://newsroom.example.org:8000/", '<a href="https://newsroom.example.org:8000/">'),
        ("HTTPS://NEWSROOM.example.org/", '<a href="HTTPS://NEWSROOM.example.org/">'),
        ("//newsroom.example.org/b", '<a href="//newsroom.example.org/b">'),
        ("https://a.example/b#c", f'<a href="https://a.example/b#c"{OUTSIDE}>'),
        ("https://a.example/b#c#d", f'<a href="https://a.example/b#c%23d"{OUTSIDE}>'),
        ("https://a.example/%C4%87%zz", f'<a href="https://a.example/%C4%87%25zz"{OUTSIDE}>'),
        ("https://a.example/b|c", f'<a href="https://a.example/b%7Cc"{OUTSIDE}>'),
        ("https://a.example/?b&c", f'<a href="https://a.example/?b&amp;c"{OUTSIDE}>'),
        ("/b/", '<a href="/b/">'),
    ],
)
def test_a_link_is_one_that_a_url_can_hold_and_tells_where_it_leads(address: str, tag: str) -> None:
    """What leads to another host is marked; what no URL can hold is encoded."""
    assert read(f"[a]({address})").body.html == f"<p>{tag}a</a></p>"
