"""Typed readers of dates, in the time zone of their file."""

from datetime import date, datetime, timedelta, timezone, tzinfo

from ht_newsgen.kit.dates import meant_date, parse_date, why_not
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import one_line
from ht_newsgen.model.dates import Moment
from ht_newsgen.reading.fields import only_text_in, wrong_type, wrong_value
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.path_dates import date_in_path
from ht_newsgen.reading.tree import Node, Scalar, value_of


def read_moment(node: Node, key: str, notes: Notes) -> Moment | None:
    """A day or a point in time, in the time zone of the notes."""
    found = _read_date(node, key, notes)
    return None if found is None else moment_of(*found, notes.zone)


def read_day(node: Node, key: str, notes: Notes) -> date | None:
    """A day alone."""
    found = _read_date(node, key, notes)
    return None if found is None else found[0].date()


def _read_date(node: Node, key: str, notes: Notes) -> tuple[datetime, bool] | None:
    if not isinstance(node, Scalar) or isinstance(value_of(node), bool):
        wrong_type(node, key, notes, say("a date"), only_text_in(node))
        return None
    found = parse_date(node.text)
    if found is None:
        message, advice = why_not(one_line(node.text)[:60])
        day, year = date_in_path(notes.path) if key == "date" else (None, 0)
        wrong_value(node, key, notes, message, advice, mended=meant_date(node.text, day, year))
    return found


def moment_of(when: datetime, day_only: bool, zone: tzinfo) -> Moment:
    """The moment in the time zone, with the offset it had then, in whole minutes.

    Minutes, because RFC 3339 has no seconds in an offset; local times of long ago had some.
    """
    local = when.replace(tzinfo=zone) if when.tzinfo is None else when.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    if offset.seconds % 60 or offset.microseconds:
        offset = timedelta(minutes=round(offset.total_seconds() / 60))
    return Moment(local.replace(tzinfo=timezone(offset), fold=0), day_only)
