"""Text as it may stand in a file for machines."""

import re

from ht_newsgen.kit.text import clean, one_line

_CONTROLS = re.compile("[\x7f-\x84\x86-\x9f]")
"""Control characters that XML 1.0 allows but discourages (section 2.2): some readers take them
for the letters that Windows-1252 had in their place."""


def legible(text: str) -> str:
    """The text without control characters, and without what XML 1.0 cannot hold."""
    return _CONTROLS.sub("", clean(text))


def plain(text: str) -> str:
    """The same on one line."""
    return one_line(legible(text))
