"""Plain text: cleaned, folded to a line, cut on a word, and the nearest of some words."""

from collections.abc import Iterable

from ht_newsgen.kit.patterns import regex

ELLIPSIS = " …"
SHORTEST_SHARE = 0.5
"""A cut may give up at most this share of its room to end on a word."""

_NOT_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All outside the production `Char` of XML 1.0 (section 2.2), lone surrogates included."""


def clean(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space folded to one space, and none at its ends."""
    return " ".join(text.split())


def cut(text: str, limit: int) -> str:
    """The text itself if it has at most `limit` characters, else its beginning and " …".

    The cut falls between words, and never leaves more than `limit` characters before the
    ellipsis. Text without spaces, such as Chinese, is cut where the room ends.
    """
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    space = head.rfind(" ")
    kept = head[:space] if space > limit * SHORTEST_SHARE else text[:limit]
    return kept.rstrip(" ,;:–—-…") + ELLIPSIS


def only_near(word: str, candidates: Iterable[str]) -> str:
    """The candidate that `word` is a misspelling of, or "" if several may be meant, or none."""
    found = all_near(word, candidates)
    return found[0] if len(found) == 1 and is_slip_of(word, found[0]) else ""


def is_slip_of(word: str, meant: str) -> bool:
    """Whether the two are so alike that one is a slip of the finger."""
    return bool(_close(word.casefold(), [meant.casefold()], most=1, alike=0.8))


def all_near(word: str, candidates: Iterable[str]) -> list[str]:
    """Up to eight candidates that `word` may have been meant to be, the nearest first."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    found = _close(word.casefold(), by_folded, most=8, alike=0.7)
    return [by_folded[folded] for folded in found]


def _close(word: str, words: Iterable[str], *, most: int, alike: float) -> list[str]:
    # Imported here: most runs meet no slip.
    from difflib import get_close_matches

    return get_close_matches(word, words, n=most, cutoff=alike)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that `word` was probably meant to be, or "" if none is near."""
    return next(iter(all_near(word, candidates)), "")
