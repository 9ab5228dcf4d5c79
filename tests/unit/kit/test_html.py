"""Text and links of sanitised HTML."""

import pytest

from ht_newsgen.kit.html import rebase_links, text_of, without_ids


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<p>He was <em>not</em> convicted.</p>", "He was not convicted."),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("a&nbsp;&amp;&#32;b &lt;i&gt;", "a & b <i>"),
        ('<p>Text<sup><a class="footnote-ref" href="#fn">1</a></sup>.</p>', "Text."),
        ("<p>a</p><style>p {}</style><script>x()</script>", "a"),
        ("<p>unclosed <b>bold", "unclosed bold"),
    ],
)
def test_text_is_what_a_reader_reads(html: str, expected: str) -> None:
    """Blocks separate words, inline elements do not, footnote marks are no text."""
    assert text_of(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/about/">', '<a href="/newsroom/about/">'),
        ('<img alt="" src="/media/a.jpg">', '<img alt="" src="/newsroom/media/a.jpg">'),
        ('<a href="https://example.com/">', '<a href="https://example.com/">'),
        ('<a href="//example.com/">', '<a href="//example.com/">'),
        ('<a href="#fn">', '<a href="#fn">'),
        ('<a title="href=&quot;/x&quot;">', '<a title="href=&quot;/x&quot;">'),
    ],
)
def test_root_relative_links_get_the_path_of_the_site(html: str, expected: str) -> None:
    """Inside a page, all other links are right as they are."""
    assert rebase_links(html, "/newsroom/") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/about/">', '<a href="https://example.org/about/">'),
        ('<a href="#fn">', '<a href="https://example.org/flash/x/#fn">'),
        ('<a href="y.html">', '<a href="https://example.org/flash/x/y.html">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        (
            '<img srcset="/a.jpg, b.jpg 2x,https://cdn.example/c,d.jpg 3x">',
            (
                '<img srcset="https://example.org/a.jpg, https://example.org/flash/x/b.jpg 2x,'
                ' https://cdn.example/c,d.jpg 3x">'
            ),
        ),
        ('<video poster="/p.jpg">', '<video poster="https://example.org/p.jpg">'),
    ],
)
def test_inside_a_feed_every_link_is_absolute(html: str, expected: str) -> None:
    """A reader of feeds has no page to which a link could be relative."""
    page = "https://example.org/flash/x/"
    assert rebase_links(html, "https://example.org/", page) == expected


def test_ids_go_where_several_texts_stand_on_one_page() -> None:
    """Words that look like one stay."""
    html = '<h2 id="a">id="b"</h2><p title="x" id="fn:1" lang="en">c</p>'
    assert without_ids(html) == '<h2>id="b"</h2><p title="x" lang="en">c</p>'
