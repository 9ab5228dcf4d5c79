"""The order of articles: newest first, and what is pinned before that."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from operator import attrgetter

from ht_newsgen.model.article import Article, Dated, Item

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_by_path = attrgetter("path")
_by_draft = attrgetter("draft")


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles by the moment of posting, the newest first; equal moments in the order of paths."""
    by_path = sorted(articles, key=_by_path)
    # The second sort keeps the order of the first where moments are equal, reversed or not.
    return tuple(sorted(by_path, key=_posted, reverse=True))


def pinned_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles with a positive weight, the heaviest first, then the others in the given order.

    Only the front page and the newest page of a section show this order. On numbered pages a
    pinned article stands at its place by date, so that pinning changes no page that is full.
    """
    return tuple(sorted(articles, key=lambda article: -max(article.weight, 0)))


def first_come(items: Iterable[Item]) -> list[Item]:
    """Items in the order in which they may claim an id or an address.

    What has no date comes first, then the oldest article; a draft gives way to all the others.
    Equal ones stand in the order of paths.
    """
    dated: list[Dated] = []
    undated: list[Item] = []
    for item in sorted(items, key=_by_path):
        if isinstance(item, Dated):
            dated.append(item)
        else:
            undated.append(item)
    dated.sort(key=_posted)
    return sorted([*undated, *dated], key=_by_draft)


def _posted(item: Dated) -> timedelta:
    """The moment of posting; differences compare much faster than times with an offset do."""
    return item.date.at - EPOCH
