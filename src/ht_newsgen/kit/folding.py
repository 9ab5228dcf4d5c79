"""Words as people type them who have no key for a letter, or who write another alphabet.

Unicode takes an accent off a letter (NFD, UAX #15): `ž` is `z` and a caron. Some letters are not
made that way; what is usually typed for them stands here. A text of a language that is written
in two alphabets is also found in the other one.
"""

from collections.abc import Iterator
from unicodedata import combining, normalize

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.slugs import SOUTH_SLAVIC

PLAIN = {
    "đ": ("d", "dj"),
    "ð": ("d",),
    "ħ": ("h",),
    "ı": ("i",),
    "ł": ("l",),
    "ø": ("o", "oe"),
    "þ": ("th",),
    "ß": ("ss",),
    "æ": ("ae",),
    "œ": ("oe",),
}
"""A letter without an accent to take off, and what is typed for it; the usual one first."""

LATIN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š g dz k".split(),
        strict=True,
    )
)
"""The Cyrillic letters of the South Slavic languages that are also written in Latin."""

UNSPACED = regex(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
"""Runs of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han."""

_WORD = regex(r"[^\W_]+")


def without_accents(word: str) -> str:
    """The word in lower case with its accents taken off: `Žrtve` → `zrtve`."""
    if word.isascii():
        return word.lower()
    parts = normalize("NFD", word.lower())
    return "".join(char for char in parts if not combining(char))


def spellings(text: str, language: str) -> tuple[str, ...]:
    """The other ways in which people may type words of the text; each once, sorted.

    Only what taking off accents does not give, as search engines do that by themselves: `đ` as
    `d` and as `dj`, South Slavic Cyrillic in Latin letters, pairs of neighbours in scripts without
    spaces between words.
    """
    if text.isascii():
        return ()
    found: set[str] = set()
    cyrillic = language.partition("-")[0].lower() in SOUTH_SLAVIC
    for word in set(_WORD.findall(normalize("NFC", text).lower())):
        if word.isascii():
            continue
        latin = "".join(LATIN.get(char, char) for char in word) if cyrillic else word
        typed = set(typed_as(latin))
        found |= typed if latin != word else typed - {without_accents(word)}
        for run in UNSPACED.findall(word):
            found.update(run[at : at + 2] for at in range(max(len(run) - 1, 1)))
    return tuple(sorted(found))


def spelling(language: str) -> dict[str, str]:
    """What is typed in plain letters for each letter that taking off accents does not change.

    Of Cyrillic letters, for readers of a language that is written in Latin ones too.
    """
    table = {letter: typed[0] for letter, typed in PLAIN.items()}
    if language.partition("-")[0].lower() in SOUTH_SLAVIC:
        table |= {letter: next(typed_as(latin)) for letter, latin in LATIN.items()}
    return table


def typed_as(word: str) -> Iterator[str]:
    """The word in plain letters, by the first and by the last way to type each letter."""
    for choice in (0, -1):
        yield without_accents(
            "".join(PLAIN[char][choice] if char in PLAIN else char for char in word)
        )
