"""What goes together: the topics that articles of one list most often share."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from ht_newsgen.model.article import Article
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.views.parts import Link

LOOKED_AT = 200
"""The newest articles of a list: what a topic goes with today, at a cost that does not grow."""
SHOWN = 8


def topics_together(desk: Desk, articles: Sequence[Article], *, but: str = "") -> tuple[Link, ...]:
    """The topics of these articles, the most frequent first, with how many of them each has.

    `but` is the topic that the list itself is about. Equal counts stand in the order of ids.
    """
    counted = Counter(
        topic for article in articles[:LOOKED_AT] for topic in article.topics if topic != but
    )
    chosen = sorted(counted, key=lambda topic: (-counted[topic], topic))[:SHOWN]
    return tuple(replace(desk.terms["topics"][topic], count=counted[topic]) for topic in chosen)
