"""Slugs: the readable, permanent last part of an address, in plain ASCII."""

from unicodedata import normalize

from ht_newsgen.kit.patterns import regex

LONGEST = 80
"""Characters; longer titles are cut between words."""

SOUTH_SLAVIC = frozenset(("bs", "cnr", "hr", "mk", "sh", "sr"))

_LETTERS_ONLY_THERE = {"ђ": "dj", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k"}
_LETTERS_SHARED = {"ж": "z", "ч": "c", "ш": "s"}


def _table(letters: dict[str, str]) -> dict[int, str]:
    return str.maketrans(
        letters | {letter.upper(): ascii_.capitalize() for letter, ascii_ in letters.items()}
    )


# Russian and Bulgarian write ж, ч and ш as zh, ch and sh, Vietnamese writes đ as d. Elsewhere
# the usual spelling of the Serbo-Croatian languages in ASCII holds.
_ANYWHERE = _table(_LETTERS_ONLY_THERE | {"đ": "dj"})
_IN_SOUTH_SLAVIC = _table(_LETTERS_ONLY_THERE | {"đ": "dj"} | _LETTERS_SHARED)
_IN_VIETNAMESE = _table(_LETTERS_ONLY_THERE)

_APOSTROPHE = regex(r"(?<=\w)['’ʼ](?=\w)")


def slugify(text: str, language: str = "") -> str:
    """The slug of a text in the given language (BCP 47): `[a-z0-9-]`, at most `LONGEST` long.

    Empty when nothing in the text can be spelled in ASCII, as in a title of emoji alone.
    Slugifying a slug gives the slug.
    """
    # Imported here, with its tables: a rebuild rarely meets a new name.
    from slugify import slugify as transliterate

    primary = language.partition("-")[0].lower()
    if not text.isascii():
        text = normalize("NFC", text)
        if primary in SOUTH_SLAVIC:
            text = text.translate(_IN_SOUTH_SLAVIC)
        else:
            text = text.translate(_IN_VIETNAMESE if primary == "vi" else _ANYWHERE)
    return str(
        transliterate(
            _APOSTROPHE.sub("", text),
            entities=False,
            decimal=False,
            hexadecimal=False,
            max_length=LONGEST,
            word_boundary=True,
            save_order=True,
        )
    )
