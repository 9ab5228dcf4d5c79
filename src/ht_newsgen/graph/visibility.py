"""Which items readers see at a given moment, and why they do not see the others."""

from collections.abc import Iterable
from datetime import datetime

from ht_newsgen.model.article import Dated, Item, Status
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.site import LeftOut, Reason, Show


def left_out(item: Item, *, now: datetime, show: Show) -> LeftOut | None:
    """Why the item is not shown at `now`, and when that changes; None if it is shown.

    A bare day begins at local midnight, so an item dated today is shown all day. Withdrawal comes
    first: it holds whatever else is true of the item, and no preview lifts it.
    """
    if item.status is Status.WITHDRAWN:
        return LeftOut(item=item, reason=Reason.WITHDRAWN)
    if isinstance(item, Edition) and show.editions:
        return None
    if item.draft and not show.drafts:
        return LeftOut(item=item, reason=Reason.DRAFT)
    appears = appears_at(item)
    if appears is not None and appears.at > now and not show.future:
        return LeftOut(item=item, reason=Reason.FUTURE, moment=appears)
    if item.expires is not None and item.expires.at <= now and not show.expired:
        return LeftOut(item=item, reason=Reason.EXPIRED, moment=item.expires)
    return None


def appears_at(item: Item) -> Moment | None:
    """The later of `publish` and `date`; None for something that has neither."""
    posted = item.date if isinstance(item, Dated) else None
    if posted is None or item.publish is None:
        return posted or item.publish
    return max(posted, item.publish)


def preview_flags(shown: Iterable[Item], *, now: datetime, show: Show) -> dict[str, str]:
    """The flag of each shown item that has one, by path; what readers see has none."""
    if not (show.drafts or show.future or show.editions):
        return {}
    flags = {item.path: preview_flag(item, now=now) for item in shown}
    return {path: flag for path, flag in flags.items() if flag}


def preview_flag(item: Item, *, now: datetime) -> str:
    """`draft` or `future` for an item that only a preview shows, else ""."""
    if item.draft:
        return "draft"
    appears = appears_at(item)
    return "future" if appears is not None and appears.at > now else ""
