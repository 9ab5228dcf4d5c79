"""Words as people type them."""

import pytest

from ht_newsgen.kit.folding import spelling, spellings, without_accents

SPELLINGS = {
    "ASCII": ("Nine people", "en", ()),
    "accents come off by themselves": ("žrtve četvorica", "bs", ()),
    "đ has no accent": ("Đorđe", "bs", ("djordje", "dorde")),
    "a letter joined of two": ("Straße", "de", ("strasse",)),
    "Cyrillic of a language with two alphabets": ("Жртве", "sr-Cyrl", ("zrtve",)),
    "both at once": ("Ђорђе", "sr", ("djordje", "dorde")),
    "Cyrillic of a language with one alphabet": ("Жертвы", "ru", ()),
    "no spaces between words": ("受害者", "zh", ("受害", "害者")),
    "one letter": ("人", "zh", ("人",)),
    "composed or not": ("Đorđe z\u030c", "bs", ("djordje", "dorde")),
}


@pytest.mark.parametrize(("text", "language", "found"), SPELLINGS.values(), ids=SPELLINGS)
def test_a_word_is_known_by_what_people_type_for_it(
    text: str, language: str, found: tuple[str, ...]
) -> None:
    """Beside what taking off accents gives."""
    assert spellings(text, language) == found


@pytest.mark.parametrize(
    ("word", "plain"), [("Žrtve", "zrtve"), ("Élan", "elan"), ("RAIDS", "raids"), ("Đ", "đ")]
)
def test_accents_are_taken_off(word: str, plain: str) -> None:
    """As search engines do it by themselves."""
    assert without_accents(word) == plain


def test_only_readers_of_two_alphabets_have_both() -> None:
    """A Russian word is not Latin in disguise."""
    assert spelling("bs")["ж"] == "z"
    assert spelling("bs")["ђ"] == "d"
    assert "ж" not in spelling("ru")
