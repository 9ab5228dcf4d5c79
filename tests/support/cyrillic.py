"""Serbian in Latin letters, written in Cyrillic.

Both scripts spell alike, letter by letter, but for three digraphs. Words that are not Serbian stay
as they are: names of formats and keys, placeholders, addresses.
"""

import re

DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
LETTERS = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
TWO_LETTERS = (
    "konjug",
    "konjun",
    "injek",
    "injic",
    "nadživ",
    "nadžnj",
    "podžup",
    "odžive",
    "vanjezi",
)
"""Beginnings of words in which the two letters of a digraph belong to different syllables."""

KEPT = re.compile(
    r"%\([a-z_]+\)s|%%|<[^>]*>|&\w+;|https?://\S+"
    r"|\b(?:RSS|Atom|JSON Feed|JSON|OPML|PDF|HTML|JavaScript|Shift|Tab|Esc|URL|IP)\b"
)
"""What is the same in both scripts."""


def in_cyrillic(text: str) -> str:
    """The text in Serbian Cyrillic; what is not Serbian stays as it is."""
    pieces, end = [], 0
    for kept in KEPT.finditer(text):
        pieces += [_spelled(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join((*pieces, _spelled(text[end:])))


def _spelled(text: str) -> str:
    return re.sub(r"\w+", lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    apart = word.lower().startswith(TWO_LETTERS)
    found, at = [], 0
    while at < len(word):
        pair = word[at : at + 2]
        letter = "" if apart else DIGRAPHS.get(pair.lower(), "")
        if letter:
            found.append(letter.upper() if pair[0].isupper() else letter)
            at += 2
            continue
        one = word[at]
        letter = LETTERS.get(one.lower(), one)
        found.append(letter.upper() if one.isupper() else letter)
        at += 1
    return "".join(found)
