"""Arabic letters in their joined forms, for what draws letter by letter.

Pillow joins letters only where FriBiDi is installed. But Unicode has a character for each form of
a letter (Arabic Presentation Forms, blocks FB50 and FE70), and the typeface has all of them.
"""

import unicodedata
from functools import cache

_FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD))
_ISOLATED, _FINAL, _INITIAL, _MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
_JOINING = frozenset("\u0640\u200d")
"""A stroke, and a sign that is seen by nothing but its joining: neighbours join both."""


def joined(text: str) -> str:
    """Each letter in the form that its neighbours ask for (Unicode, 9.2, Cursive Joining).

    Vowel marks are left out, as in all headlines: each would need a place of its own above its
    letter. So are signs that are not seen.
    """
    table = forms()
    letters = "".join(char for char in text if unicodedata.category(char) != "Mn")
    for pair in (one for one in table if len(one) == 2):
        letters = letters.replace(pair, table[pair][_ISOLATED])
    out = []
    for at, char in enumerate(letters):
        own = table.get(char) or _of_pair(char)
        back = _FINAL in own and at > 0 and _joins_on(letters[at - 1])
        on = _INITIAL in own and at + 1 < len(letters) and _joins_back(letters[at + 1])
        wanted = (_MEDIAL if on else _FINAL) if back else _INITIAL if on else _ISOLATED
        out.append(own.get(wanted, char))
    return "".join(char for char in out if unicodedata.category(char) != "Cf")


def is_joinable(char: str) -> bool:
    """Whether there is a form for each place of this character; others than letters need none."""
    return unicodedata.bidirectional(char) != "AL" or not char.isalpha() or char in forms()


@cache
def forms() -> dict[str, dict[str, str]]:
    """The forms of each letter, and of lam with alef, which are one sign, as Unicode lists them."""
    table: dict[str, dict[str, str]] = {}
    for point in _FORMS:
        form, *letters = unicodedata.decomposition(chr(point)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if len(text) == 1 or text.startswith("\u0644"):
            table.setdefault(text, {})[form] = chr(point)
    return table


@cache
def _of_pair(char: str) -> dict[str, str]:
    """The forms of a sign for two letters, given one of them."""
    return next((one for one in forms().values() if char in one.values()), {})


def _joins_on(char: str) -> bool:
    return char in _JOINING or _INITIAL in forms().get(char, {})


def _joins_back(char: str) -> bool:
    return char in _JOINING or _FINAL in (forms().get(char) or _of_pair(char))
