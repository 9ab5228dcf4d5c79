"""Laws of setting texts: whatever is passed over would not have matched."""

from random import Random
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from benchmarks.corpus import make_item
from ht_newsgen.reading.extensions.plain_marks import set_plain_marks
from ht_newsgen.reading.extensions.plain_texts import plain_html
from ht_newsgen.reading.extensions.skipping import MarkedLines, MarkedTexts, PlainBlocks, Skipping
from ht_newsgen.reading.markdown import make_patient_typesetter, make_typesetter, typeset
from tests.support.markdown_texts import mutated, soup, soups

PATIENT, QUICK = make_patient_typesetter(), make_typesetter()
OF_OTHERS = (
    *("abbr", "admonition", "attr_list", "legacy_attrs", "legacy_em", "md_in_html", "meta"),
    *("nl2br", "smarty", "toc", "wikilinks"),
)

PLAIN_AND_NOT = (
    *("a", "b ", " ", ".", "(", ")", "!", "^", "[", "]", "_", "'", "\n", "  \n", "判", "\\", "`"),
    *("*", "*", "**", "*a*", "**b**", "*a _b_*", "*`a`*", "<b>", "</b>", "&amp;", "[^1]"),
    *("[a](https://b.example/c_d)", "](https://b.example/*e*)", "[^1](https://b.example/)"),
    *("[a](https://b.example/'c')", "[a](https://b.example/ 'c')", "[`a` _b_](http://b.example)"),
    *("\n\n[^1]: note\n\n", "\n\n", "\n\n\n", "  ", "\t", "\r", ">", "~~~", "&", "#", "1. ", "- "),
    *("\x02", "\x03", "|", "| a\n-|-", "\n=", "\n    ", ": ", "]: "),
)
"""Paragraphs, links and emphasis in their plainest form, and what makes them another thing."""


def assert_set_alike(text: str) -> None:
    assert typeset(text, QUICK, prefix="raids") == typeset(text, PATIENT, prefix="raids")


@given(soups)
@settings(max_examples=1500)
@example("a\n\n\\*\n\n[b]\n\n[b]: /c\\_d")
@example("Raids [^1] and [^1]\n\n[^1]: *note*")
@example("2018. was a year\n\n2018. 2019.")
def test_pieces_of_markdown_are_set_as_by_the_patient(text: str) -> None:
    """Any pieces in any order give the HTML of Python-Markdown itself."""
    assert_set_alike(text)


@given(st.integers(0, 5000), st.randoms(use_true_random=False))
@settings(max_examples=500)
def test_items_with_slips_are_set_as_by_the_patient(number: int, dice: Random) -> None:
    """Items of a newsroom, with pieces put in, taken out and repeated."""
    assert_set_alike(mutated(make_item(number).body, dice))


@pytest.mark.parametrize("seed", range(8))
def test_many_texts_are_set_as_by_the_patient(seed: int) -> None:
    """Longer texts, and one after the other: nothing is left over from the one before."""
    dice = Random(seed)
    for _ in range(250):
        assert_set_alike(soup(dice, 120))


@pytest.mark.parametrize("seed", range(4))
def test_what_is_nearly_plain_is_set_as_by_the_patient(seed: int) -> None:
    """A sign beside a plain link or plain emphasis makes something else of it, or does not."""
    dice = Random(seed)
    for _ in range(1000):
        assert_set_alike("".join(dice.choices(PLAIN_AND_NOT, k=dice.randrange(1, 9))))


@pytest.mark.parametrize("name", OF_OTHERS)
def test_extensions_of_others_work_as_without_skipping(name: str) -> None:
    """What is not known is left to Python-Markdown."""
    quick = Markdown(extensions=[name, "tables", "footnotes", Skipping()])
    patient = Markdown(extensions=[name, "tables", "footnotes"])
    dice = Random(name)
    for _ in range(100):
        text = soup(dice)
        assert quick.reset().convert(text) == patient.reset().convert(text)


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Raids in [Leeds](https://a.example/b_c?d=e&f) and *Hull*, **all over**.", True),
        ("(*Leeds*)[*](https://a.example/) 判決**判決**判決", False),
        ("判決**判決**判決 *a*b*c*", True),
        ("![Leeds](https://a.example/b.png)", False),
        ("[Leeds](/about/)", False),
        ("[Leeds](https://a.example/b 'title')", False),
        ("[*Leeds*](https://a.example/)", False),
        ("*Leeds, **Hull***", False),
        ("*Leeds*[^1]", False),
        ("2 * 3, *Leeds*", False),
        ("*Leeds*  \nHull", False),
    ],
)
def test_plain_links_and_emphasis_are_set_at_once(text: str, is_plain: bool) -> None:
    """As by the patient; and with nothing else beside them they need no inline patterns."""
    assert_set_alike(text)
    paragraph = Element("p")
    paragraph.text = text
    assert set_plain_marks(paragraph) is is_plain


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("\n\nRaids in [Leeds](https://a.example/b_c),\nand *Hull*.\n\n**2018** it was.\n", True),
        *[(f"Raids{odd} in Leeds.", False) for odd in (">", "&", "~", "`", "<b>", "\n#", "\n\n\n")],
        *[
            (f"Raids{odd} in Leeds.", False)
            for odd in ("\r", "\t", "\x02", "\x03", "\n ", "]:", "_")
        ],
        ("[Leeds](https://a.example/b?c=d&e)", False),
    ],
)
def test_texts_of_nothing_but_paragraphs_are_set_at_once(text: str, is_plain: bool) -> None:
    """As by the patient."""
    assert_set_alike(text)
    assert (plain_html(text) is not None) is is_plain


def test_notes_of_the_benchmark_are_such_texts() -> None:
    """Six of ten items are notes."""
    texts = [make_item(number).body for number in range(100)]
    assert len([text for text in texts if plain_html(text) is not None]) > 50


def test_nothing_is_registered_of_which_plain_texts_do_not_know() -> None:
    """They pass over all of it; whoever adds something has to look what it makes of a paragraph."""
    markdown = PATIENT.markdown
    registered = (*markdown.preprocessors, *markdown.treeprocessors, *markdown.postprocessors)
    assert [type(one).__name__ for one in registered] == [
        *("NormalizeWhitespace", "FencedBlockPreprocessor", "HtmlBlockPreprocessor"),
        *("FootnoteTreeprocessor", "InlineProcessor", "FootnotePostTreeprocessor"),
        *("PrettifyTreeprocessor", "_HeadingIds", "UnescapeTreeprocessor", "_Roles"),
        *("RawHtmlPostprocessor", "FootnotePostprocessor", "AndSubstitutePostprocessor"),
    ]


def test_our_own_extensions_are_all_known() -> None:
    """Otherwise nothing would be passed over, and nobody would see it but by the clock."""
    markdown = QUICK.markdown
    first, inline = next(iter(markdown.parser.blockprocessors)), markdown.treeprocessors["inline"]
    assert (type(first), type(inline)) == (PlainBlocks, MarkedTexts)
    assert [type(one) for one in markdown.preprocessors] == [MarkedLines]
