"""The order of words in the alphabet of a language, for lists that people look names up in.

Babel has no collation, and the order of code points puts Č behind Z. This is the order of CLDR
(UTS 35, part 5) as far as names in a list need it: letters by their place in the alphabet, case and
marks only where nothing else differs.
"""

import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from ht_newsgen.i18n.messages import wider

_LATIN = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
ALPHABETS = {
    "bs": _LATIN,
    "hr": _LATIN,
    "sh": _LATIN,
    "sr": _CYRILLIC,
    "sr-Cyrl": _CYRILLIC,
    "sr-Latn": _LATIN,
    "sr-ME": _LATIN,
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
}
"""Alphabets in which a letter with a mark, or two letters, are a letter of their own."""

SortKey = tuple[tuple[tuple[int, str], ...], str]


@lru_cache(maxsize=4096)
def sort_key(text: str, tag: str) -> SortKey:
    """What to sort a text by, among others in a list in the language of the tag (BCP 47)."""
    places, letters = _alphabet(tag)
    plain = normalize("NFC", text).casefold()
    return tuple(_place(letter, places) for letter in letters.findall(plain)), plain


def _place(letter: str, places: dict[str, int]) -> tuple[int, str]:
    """Letters of the alphabet in its order; before them what is no letter, behind them others."""
    if letter in places:
        return places[letter], ""
    base = "".join(char for char in normalize("NFKD", letter) if not combining(char))
    if base in places:
        return places[base], ""
    return (len(places) + 1 if letter.isalpha() else 0), base


@cache
def _alphabet(tag: str) -> tuple[dict[str, int], re.Pattern[str]]:
    found = next((ALPHABETS[name] for name in wider(tag) if name in ALPHABETS), "")
    letters = found.split() or list("abcdefghijklmnopqrstuvwxyz")
    pairs = "|".join(letter for letter in letters if len(letter) > 1)
    places = {letter: place for place, letter in enumerate(letters, 1)}
    return places, re.compile(f"(?:{pairs})|." if pairs else ".", re.DOTALL)
