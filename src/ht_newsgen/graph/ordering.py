"""The order of articles: newest first, and what is pinned before that."""

from collections.abc import Iterable
from datetime import UTC, datetime

from ht_newsgen.model.article import Article, Dated, Item

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""Before every article: where things without a date stand."""


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles by the moment of posting, the newest first; equal moments in the order of paths."""
    by_path = sorted(articles, key=lambda article: article.path)
    # The second sort keeps the order of the first where moments are equal, reversed or not.
    return tuple(sorted(by_path, key=lambda article: article.date.at, reverse=True))


def pinned_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles with a positive weight, the heaviest first, then the others in the given order.

    Only the front page and the newest page of a section show this order. On numbered pages a
    pinned article stands at its place by date, so that pinning changes no page that is full.
    """
    return tuple(sorted(articles, key=lambda article: -max(article.weight, 0)))


def first_come(items: Iterable[Item]) -> list[Item]:
    """Items in the order in which they may claim an id or an address.

    What has no date comes first, then the oldest article; a draft gives way to all the others.
    """

    def turn(item: Item) -> tuple[bool, datetime, str]:
        posted = item.date.at if isinstance(item, Dated) else LONG_AGO
        return (item.draft, posted, item.path)

    return sorted(items, key=turn)
