"""Text as it may stand in a file for machines."""

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import one_line

_ILLEGIBLE = regex(
    "[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 cannot hold (section 2.2, production `Char`), and what it allows but discourages:
control characters, which some readers take for the letters that Windows-1252 had in their place,
and U+FDD0 to U+FDEF, which are no characters and never will be."""


def legible(text: str) -> str:
    """The text without control characters, and without what XML 1.0 cannot hold."""
    return text if text.isprintable() else _ILLEGIBLE.sub("", text)


def plain(text: str) -> str:
    """The same on one line."""
    return one_line(legible(text))
