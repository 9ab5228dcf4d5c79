"""Headlines that fit where they are shown: a phone, a search result, a feed reader."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.voice import is_quoted
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.sentences import say

LONGEST = 110
"""Characters; what is longer is cut by search engines and by most feed readers."""


def too_long(manuscript: Manuscript) -> Iterator[Finding]:
    """A headline of our own that does not fit."""
    item = manuscript.item
    if "title" in item.places and len(item.title) > LONGEST and not is_quoted(item):
        yield Finding(
            say(
                "this headline has {count} characters; beyond {longest} it is cut in many places",
                count=len(item.title),
                longest=LONGEST,
            ),
            say("Say the news alone; the rest can stand in `standfirst`"),
            place_of(item, "title"),
        )
