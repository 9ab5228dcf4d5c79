"""The horizon: until when the same files make the same site."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from ht_newsgen.model.article import Dated, Item

NEWS_AGE = timedelta(days=2)
"""How long an article is in the news sitemap."""
FAR = datetime.max.replace(tzinfo=UTC)


def next_change(items: Iterable[Item], *, now: datetime) -> datetime:
    """The next moment after `now` at which an item appears, goes, or is no news any more.

    What changes with the day (the age of a helpline's check, the date in security.txt) is not
    among it.
    """
    news_since = now - NEWS_AGE
    moments: list[datetime] = []
    for item in items:
        moments += [moment.at for moment in (item.publish, item.expires) if moment is not None]
        if isinstance(item, Dated) and item.date.at > news_since:
            moments.append(item.date.at)
            with suppress(OverflowError):  # there is no moment after the year 9999
                moments.append(item.date.at + NEWS_AGE)
    return min((moment for moment in moments if moment > now), default=FAR)
