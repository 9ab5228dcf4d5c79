"""What there is to read in a link: many listen to the links of a page alone (WCAG 2.2, 2.4.4)."""

import re
from collections.abc import Iterator
from typing import Any

from ht_newsgen.checks.accessibility.words import VAGUE_LINKS
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say

_ADDRESS = regex(r"(?:https?://|www\.)[^\s/]+/\S+", re.IGNORECASE)
"""One with a path: the name of a host alone can be read out."""
SAYABLE = 40
"""Characters of an address that one can listen to and write down."""
_AROUND = " \t.,:;!?…»«>→()[]\"'“”„"
_FOOTNOTES = frozenset(("footnote-ref", "footnote-backref"))


def unclear(manuscript: Manuscript) -> Iterator[Finding]:
    """A link of which the words do not tell where it leads."""
    for link in manuscript.hyperlinks:
        if not _FOOTNOTES.isdisjoint((link.element.get("class") or "").split()):
            continue
        text = link.text or _described(link.element)
        words = text.casefold().strip(_AROUND)
        if not words:
            message = say("this link has no words, so nobody hears where it leads")
        elif words in VAGUE_LINKS:
            message = say("a link called `{words}` does not tell where it leads", words=text[:40])
        elif len(text) > SAYABLE and _ADDRESS.fullmatch(text):
            message = say("a link called `{words}` is read out sign by sign", words=text[:60])
        else:
            continue
        yield Finding(
            message,
            say("Name what is there: [WHAT IS THERE]({address})", address=link.address),
            link.place,
        )


def _described(element: Any) -> str:
    """What its pictures say in place of words."""
    return " ".join(image.get("alt") or "" for image in element.iter("img"))
