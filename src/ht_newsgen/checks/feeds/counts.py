"""How often elements stand in their parent, as a table of least and most."""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from ht_newsgen.checks.feeds.facts import text_of
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.kit.sentences import Sentence, say

Counts = Mapping[str, tuple[int, int]]
"""By name: how often at least, and at most."""

MAY_BE_EMPTY = frozenset(("enclosure", "image", "{http://www.w3.org/2005/Atom}author"))
"""They say what they say in attributes or children."""


def miscounted(parent: ET.Element, counts: Counts, called: Sentence) -> Iterator[Finding]:
    """A finding for each name that stands too seldom or too often, and for each that is empty."""
    for name, (least, most) in counts.items():
        there = parent.findall(name)
        short = name.rpartition("}")[2]
        if len(there) < least:
            yield Finding(say("{called} has no `{short}`", called=called, short=short))
        if len(there) > most:
            yield Finding(
                say(
                    "{called} has {there} of `{short}`, and may have {most}",
                    called=called,
                    there=len(there),
                    short=short,
                    most=most,
                )
            )
        for one in there:
            if name not in MAY_BE_EMPTY and not text_of(one) and not len(one):
                yield Finding(say("{called} has an empty `{short}`", called=called, short=short))
