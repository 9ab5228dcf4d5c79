"""Moments as editors write them: some have a time of day, most have only a day."""

from datetime import datetime

from msgspec import Struct


class Moment(Struct, frozen=True, order=True):
    """A day, or a point in time, in the site's time zone."""

    at: datetime
    """Aware, with the fixed offset that the site's time zone had then; a bare day's midnight."""
    day_only: bool = False
    """True when no time of day was given, so none must be shown."""
