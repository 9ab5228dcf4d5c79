"""The horizon: until when the same files make the same site."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from ht_newsgen.graph.visibility import appears_at
from ht_newsgen.model.article import Dated, Item

NEWS_AGE = timedelta(days=2)
"""How long an article is in the news sitemap."""
FAR = datetime.max.replace(tzinfo=UTC)


def next_change(items: Iterable[Item], *, now: datetime) -> datetime:
    """The next moment after `now` at which an item appears, goes, or is no news any more.

    What changes with the day (the age of a helpline's check, the date in security.txt) is not
    among it.
    """
    coming = (moment for item in items for moment in _moments(item, now - NEWS_AGE))
    return min((moment for moment in coming if moment > now), default=FAR)


def _moments(item: Item, news_since: datetime) -> Iterable[datetime]:
    appears = appears_at(item)
    if appears is not None and appears.at > news_since:
        yield appears.at
    if item.expires is not None:
        yield item.expires.at
    if isinstance(item, Dated) and item.date.at > news_since:
        with suppress(OverflowError):  # there is no moment after the year 9999
            yield item.date.at + NEWS_AGE
