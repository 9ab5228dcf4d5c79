"""Plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.kit.text import ELLIPSIS, clean, cut, nearest, one_line

ROOM = 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("exactly twenty chars", "exactly twenty chars"),
        ("a police officer was arrested", "a police officer was …"),
        ("one, two, three, four, five", "one, two, three …"),
        (
            "人身取引は重大な人権侵害である。国際的な協力が要る",
            "人身取引は重大な人権侵害である。国際的な …",
        ),
        ("Donaudampfschifffahrtsgesellschaft sinks", "Donaudampfschifffahr …"),
    ],
)
def test_a_text_is_cut_between_words(text: str, expected: str) -> None:
    """Without spaces in reach it is cut where the room ends."""
    assert cut(text, ROOM) == expected


@given(text=st.text(), limit=st.integers(min_value=1, max_value=50))
def test_a_cut_text_keeps_its_limit_and_is_a_beginning(text: str, limit: int) -> None:
    """Nothing is invented: what stands before the ellipsis is how the text begins."""
    result = cut(text, limit)

    if len(text) <= limit:
        assert result == text
    else:
        kept = result.removesuffix(ELLIPSIS)
        assert result.endswith(ELLIPSIS)
        assert len(kept) <= limit
        assert text.startswith(kept)


@given(text=st.text(alphabet=st.characters(codec=None)))
def test_a_clean_text_is_xml(text: str) -> None:
    """Every character left is a `Char` of XML 1.0, section 2.2."""
    for char in clean(text):
        point = ord(char)
        assert (
            point in (0x9, 0xA, 0xD)
            or 0x20 <= point <= 0xD7FF
            or 0xE000 <= point <= 0xFFFD
            or 0x10000 <= point <= 0x10FFFF
        )


def test_a_clean_text_keeps_all_that_is_allowed() -> None:
    """Tabs, line ends, emoji and right-to-left marks stay."""
    text = "\tžrtve\r\n\u200fعربي 🕊\x00\x0b\ud800"
    assert clean(text) == "\tžrtve\r\n\u200fعربي 🕊"


def test_one_line_has_no_white_space_at_its_ends() -> None:
    """Any white space of Unicode counts."""
    assert one_line("  a\n\tb\u00a0c ") == "a b c"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("titel", "title"), ("Titles", "title"), ("standfist", "standfirst"), ("xyz", "")],
)
def test_the_nearest_word_is_offered_only_when_it_is_near(word: str, expected: str) -> None:
    """A wild guess helps nobody."""
    assert nearest(word, ["title", "date", "standfirst"]) == expected
