"""Greetings as plain text, and without pictures."""

import pytest

from ht_newsgen.newsletter.prose import Block, blocks, without_pictures


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two<br>lines</p>", (Block("One"), Block("Two lines"))),
        ("<h2 id='x'>Heading</h2><p>Text</p>", (Block("Heading"), Block("Text"))),
        (
            '<p>See <a href="https://a.example/x">here</a> or <a href="https://a.example/x">x</a></p>',
            (Block("See here or x", "", ("https://a.example/x",)),),
        ),
        (
            '<p><a href="https://a.example/">https://a.example/</a></p>',
            (Block("https://a.example/"),),
        ),
        ('<p><a href="mailto:a@b.example">Write</a></p>', (Block("Write", "", ("a@b.example",)),)),
        (
            '<ol start="3"><li>C</li><li>D</li></ol>',
            (Block("C", "3. "), Block("D", "4. ")),
        ),
        (
            "<ul><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ul>",
            (Block("A", "- "), Block("B", "- "), Block("C", "- ")),
        ),
        (
            "<table><tr><th>Year</th><th>Cases</th></tr><tr><td>2016</td><td>4</td></tr></table>",
            (Block("Year; Cases"), Block("2016; 4")),
        ),
        ("<blockquote><p>Quoted</p></blockquote>", (Block("Quoted"),)),
        ("a &lt; b", (Block("a < b"),)),
        ("", ()),
    ],
)
def test_a_greeting_is_read_block_by_block(html: str, expected: tuple[Block, ...]) -> None:
    """Each address once, after what leads to it."""
    assert blocks(html) == expected


def test_a_picture_is_what_it_shows_in_words() -> None:
    """A decorative one is nothing."""
    html = '<p><img src="/a.jpg" alt="A river &amp; a boat"><img src="/b.jpg" alt=""></p>'

    assert without_pictures(html) == "<p><em>A river &amp; a boat</em></p>"
