"""Texts, and what they earn from the rules of accessibility."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.checks.accessibility.languages import script_of
from ht_newsgen.checks.accessibility.pictures import wrong_with
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.run import check_text
from ht_newsgen.model.media import Figure
from tests.factories import article, config
from tests.unit.checks.set_texts import manuscript, picture, told

LONG = "https://example.org/2026/03/02/five-arrested?id=7"
ARABIC = "هذا نص طويل باللغة العربية"
SERBIAN = "Ово је дугачка реченица на српском"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A van.\n\n![](van.jpg)", ["3:5 ![WHAT IT SHOWS](van.jpg)"]),
        ("![ ](a.jpg) ![](b.jpg)", ["1:6 ![WHAT IT SHOWS](a.jpg)", "1:17 ![WHAT IT SHOWS](b.jpg)"]),
        ("![A police van](van.jpg)", []),
        ('<img src="van.jpg" alt="">', []),
        ('<img src="van.jpg">', ["1:11 ![WHAT IT SHOWS](van.jpg)"]),
        ("![][van]\n\n[van]: van.jpg", ["3:8 ![WHAT IT SHOWS](van.jpg)"]),
    ],
)
def test_a_picture_says_what_it_shows_or_that_it_says_nothing(
    text: str, expected: list[str]
) -> None:
    """`alt=""` is a decision, empty brackets are none."""
    assert told("accessibility/no-alt", text) == expected


@pytest.mark.parametrize(
    ("alt", "is_one"),
    [
        ("A police van in front of a house", True),
        ("Image credit: nobody can tell", True),
        ("Photographers at a protest", True),
        ("2018", True),
        ("van.jpg", False),
        ("IMG_2024", False),
        ("DSC 0001", False),
        ("20180219_101112", False),
        ("photo", False),
        ("Slika.", False),
        ("Image of a police van", False),
        ("Na slici je kombi", False),
        ("x" * 301, False),
        ("", True),
    ],
)
def test_an_alternative_text_is_neither_a_file_nor_an_announcement(alt: str, is_one: bool) -> None:
    """An empty one is told by another rule."""
    assert (wrong_with(alt) is None) is is_one


def test_the_picture_of_an_item_is_described_as_well() -> None:
    """It is told at its line of the front matter."""
    figure = Figure(picture=picture("van.jpg"), alt="photo of a van", credit="C")

    found = told("accessibility/alt", "", figure=figure, places={"image.alt": (9, 8)})

    assert found == ["6:8 A van"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read [here](/flash/) on.", ["1:13 [WHAT IS THERE](/flash/)"]),
        ("[Click here!](/a/) [ovdje](/b/) [овде](/c/)", ["1:15 ", "1:28 ", "1:40 "]),
        ("[here][x]\n\n[x]: https://example.org/a", ["3:6 "]),
        (f"[{LONG}]({LONG})", ["1:2 "]),
        (f"<{LONG}>", ["1:2 "]),
        ("<https://example.org/report>", []),
        ("[example.org](https://example.org/)", []),
        ("[the report](/flash/)", []),
        ("[here is how it began](/flash/)", []),
        ("[![](a.jpg)](/flash/)", ["1:14 "]),
        ("[![The report](a.jpg)](/flash/)", []),
        ("Text[^1].\n\n[^1]: A note.", []),
    ],
)
def test_the_words_of_a_link_tell_where_it_leads(text: str, expected: list[str]) -> None:
    """Marks around them do not count, nor do footnotes."""
    found = told("accessibility/link-text", text)

    assert [one[: len(want)] for one, want in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\n**What happened**\n\nTwo.", ["3:3 ## What happened"]),
        ("**What *really*\nhappened**\n\n- one", ["1:3 ## What really happened"]),
        ("**What happened.**\n\nTwo.", []),
        ("**What** happened\n\nTwo.", []),
        ("One.\n\n**The end**", []),
        ("**" + "x" * 91 + "**\n\nTwo.", []),
        ("## What happened\n\nTwo.", []),
    ],
)
def test_a_paragraph_in_bold_is_no_heading(text: str, expected: list[str]) -> None:
    """If it is short, has no full stop, and something follows."""
    assert told("accessibility/heading", text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", 0),
        ("|  |  |\n|---|---|\n| 1 | 2 |", 1),
        ("| | b |\n|---|---|\n| 1 | 2 |", 0),
        ("<table><tr><td>1</td><td>2</td></tr></table>", 1),
        ("<table><tr><th>1</th><td>2</td></tr></table>", 0),
        ("<table><tr><td></td></tr></table>", 0),
    ],
)
def test_a_table_has_headings(text: str, count: int) -> None:
    """Empty ones are none."""
    assert len(told("accessibility/table", text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<p lang="bosnian">Zdravo</p>', ['1:9 lang="bs"']),
        ('<p lang="bs">Zdravo</p> <p lang="sr-Cyrl">Здраво</p>', []),
        ('<p lang="">Zdravo</p>', ["1:9 "]),
        ('A\n\n<p lang="xx-nonsense">Zdravo</p>', ["3:9 "]),
        ('`<p lang="nonsense">` is code', []),
    ],
)
def test_a_language_is_named_by_its_code(text: str, expected: list[str]) -> None:
    """As BCP 47 has it."""
    assert told("accessibility/language-tag", text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (f"He said: {ARABIC}.", "en", [f'1:10 <span lang="ar">{ARABIC}</span>']),
        (f'He said: <span lang="ar">{ARABIC}</span>.', "en", []),
        ("The Serbian Мика came.", "en", []),
        ("The word `Ово је дугачка реченица`.", "en", []),
        (SERBIAN, "sr-Latn", [f'1:1 <span lang="sr">{SERBIAN}</span>']),
        (SERBIAN, "sr", []),
        (f"{SERBIAN}, International Forum of Solidarity EMMAUS.", "sr-Cyrl", []),
        ("This is a sentence of many words in another language.", "sr-Cyrl", ["1:1 "]),
        ("他们在工厂里工作了很多年", "en", ["1:1 "]),
        ("他们在工厂里工作了很多年", "ja", []),
        ("Što je čovječe dužnost?", "bs", []),
    ],
)
def test_a_passage_in_other_letters_is_marked(
    text: str, language: str, expected: list[str]
) -> None:
    """A name is none."""
    found = told("accessibility/language", text, language=language)

    assert [one[: len(want)] for one, want in zip(found, expected, strict=True)] == expected


def test_a_title_in_other_letters_tells_that_the_item_is_in_another_language() -> None:
    """Then nothing is told of its text."""
    assert told("accessibility/language", SERBIAN, title=SERBIAN) == ["-1:8 language: sr"]


@pytest.mark.parametrize(
    ("language", "script"),
    [("en", "Latn"), ("sr", "Cyrl"), ("sr-Latn", "Latn"), ("ar", "Arab"), ("zh-TW", "Hant")],
)
def test_the_script_of_a_language_is_that_of_cldr(language: str, script: str) -> None:
    """A tag may say otherwise."""
    assert script_of(language) == script


def test_an_id_of_the_theme_is_left_to_the_theme() -> None:
    """A page with two of them would lead to the wrong one."""
    assert len(told("accessibility/theme-id", '<h2 id="site--main">A</h2>')) == 1


ODD = st.lists(
    st.sampled_from(
        (
            "<p", "<a href=", '"/x/"', ">", "</a>", "<table>", "<td>", "<img src=x", " alt=", "'",
            "\0", "<!--", "-->", "<![CDATA[", "<?xml encoding='x'?>", "&#0;", "&#xD800;", "here",
            " lang=", "ё" * 20, "<svg><a xlink:href=x>", "</body>", "<html>", "<b>", "\x85",
            "\ud800", "<template>", "#", "%zz", "http://[", "?utm_id=1", "<h2 id=site--a>",
        )
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_no_html_is_too_odd_to_be_looked_at(pieces: list[str]) -> None:
    """A section with `trusted_html` lets everything through."""
    html = "".join(pieces)

    check_text(article(), f"---\n---\n{html}".encode("utf-8", "replace"), html, config(), {})


def test_places_are_told_in_the_order_of_the_text() -> None:
    """Of two links to one page each has its own; a longer address is another."""
    text = "[a](/x/y/) [b](/x/) and [c](/x/)\n[d](/x/#z)\n"

    made: Manuscript = manuscript(text)

    assert [(one.place.line, one.place.column) for one in made.hyperlinks] == [
        (4, 5),
        (4, 16),
        (4, 29),
        (5, 5),
    ]
