"""Dates in every shape that people and programs write.

Years come first (ISO 8601, RFC 3339, with slashes too), days come first with dots (as on the
Continent) or with the month as a word (RFC 5322, English prose). Two numbers whose order cannot
be known, as in `03/04/2018`, are refused.
"""

import re
from calendar import month_name
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say

EARLIEST, LATEST = 1900, 2200
"""Years outside are taken for slips of the pen."""

_MONTHS = {
    **{name[:3].lower(): number for number, name in enumerate(month_name) if name},
    **{name.lower(): number for number, name in enumerate(month_name) if name},
    "sept": 9,
}
_DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_MONTH_NAME = "(?P<name>[a-z]{3,9})"
_TIME = r"""
    (?:(?:\s*t\s*|,?\s+(?:at\s+)?)
      (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?
      (?:\s*(?P<half>[ap])\.?m\.?)?
      (?:\s*(?P<zone>z|utc|gmt|ut|[ecmp][sd]t|[-+−][0-9]{2}:?(?:[0-9]{2})?))?
    )?
"""
_SHAPES = tuple(
    regex(shape + _TIME, re.VERBOSE | re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})\.?",
        r"(?P<day>[0-9]{1,2})\.\s*(?P<month>[0-9]{1,2})\.\s*(?P<year>[0-9]{4})\.?",
        _DAY_NAME + rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH_NAME}\.?,?[\s-]+"
        r"(?P<year>[0-9]{4})",
        _DAY_NAME + rf"{_MONTH_NAME}\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+"
        r"(?P<year>[0-9]{4})",
    )
)
_TURNED = regex(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})(\b.{0,20})?", re.ASCII)
_Why = tuple[Sentence, Sentence]
"""What is wrong with a date, and what to do."""
_OTHER_SHAPES: tuple[tuple[str, Callable[[re.Match[str]], _Why]], ...] = (
    (
        r"([12][0-9]{3})([01][0-9])([0-3][0-9])",
        lambda found: (
            say("`{text}` is no date", text=found[0]),
            say("Write it as {day}", day=found.expand(r"\1-\2-\3")),
        ),
    ),
    (
        r"([12][0-9]{3})",
        lambda found: (
            say("`{text}` is a year; the month and the day are missing", text=found[0]),
            say("Write it as {day}", day=f"{found[0]}-01-31"),
        ),
    ),
    (
        r"([12][0-9]{3})-([0-9]{1,2})",
        lambda found: (
            say("`{text}` has no day", text=found[0]),
            say("Write it as {day}, with the right day", day=f"{found[0]}-01"),
        ),
    ),
    (
        r".*[0-9]\s+[A-Z]{3,5}",
        lambda found: (
            say("`{text}` ends with a time zone that has several meanings", text=found[0]),
            say("Write the offset instead, such as +01:00"),
        ),
    ),
    (
        r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2}",
        lambda found: (
            say("`{text}` has a year of two digits", text=found[0]),
            say("Write the day as 2018-02-19"),
        ),
    ),
)
_MONTH_WORDS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"),
    say("July"), say("August"), say("September"), say("October"), say("November"), say("December"),
)  # fmt: skip
_ISO_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "ut": 0} | {
    # RFC 5322, section 4.3: the only names with a meaning of their own.
    f"{place}{kind}t": hours + (kind == "d")
    for place, hours in (("e", -5), ("c", -6), ("m", -7), ("p", -8))
    for kind in "sd"
}


class Impossible(ValueError):
    """A date that has a known shape and does not exist."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(str(why))
        self.why = why


def parse_date(text: str) -> tuple[datetime, bool] | None:
    """The moment, and whether only the day was given; None for what is no date.

    The moment is aware if the text names an offset, else naive; whole seconds.
    """
    try:
        return read_date(text)
    except Impossible:
        return None


def read_date(text: str) -> tuple[datetime, bool] | None:
    """As `parse_date`; raises `Impossible` for a day or time that does not exist."""
    text = text.strip()
    if _ISO_DAY.fullmatch(text):
        return _moment(int(text[:4]), int(text[5:7]), int(text[8:])), True
    if len(text) > 60:
        return None
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found is None:
            continue
        parts = found.groupdict()
        named = parts.get("name")
        month = _MONTHS.get(named.lower(), 0) if named else int(parts["month"])
        if named and not month:
            return None
        year, day = int(parts["year"]), int(parts["day"])
        if parts["hour"] is None:
            return _moment(year, month, day), True
        moment = _moment(year, month, day)
        return _at(moment, parts), False
    return None


def why_not(text: str) -> _Why:
    """For what `parse_date` answers with None: what is wrong with it, and what to do."""
    text = text.strip()
    try:
        read_date(text)
    except Impossible as reason:
        return reason.why, say("Correct the date")
    turned = _TURNED.fullmatch(text)
    if turned:
        first, second, year = int(turned[1]), int(turned[3]), int(turned[4])
        days = [
            f"{year}-{month:02}-{day:02}{turned[5] or ''}"
            for day, month in dict.fromkeys(((first, second), (second, first)))
            if 1 <= month <= 12 and 1 <= day <= 31
        ]
        if days[1:]:
            return (
                say(
                    "`{text}` may be a day and a month in either order; the year comes first",
                    text=text,
                ),
                say("Write it as {day} or {other}", day=days[0], other=days[1]),
            )
        if days:
            return (
                say("`{text}` ends with the year; the year comes first", text=text),
                say("Write it as {day}", day=days[0]),
            )
    for shape, explain in _OTHER_SHAPES:
        found = re.fullmatch(shape, text, re.ASCII)
        if found:
            return explain(found)
    return (
        say("`{text}` is no date", text=text),
        say("Write the day as 2018-02-19, or with a time as 2018-02-19 14:30"),
    )


_NUMBERS = regex(
    r"\s*(?:([12][0-9]{3})([01][0-9])([0-3][0-9])"
    r"|([0-9]{1,4})\s*([-/.])\s*([0-9]{1,2})\s*\5\s*([0-9]{1,4}))\.?(?P<rest>|[\sT].{1,20}?)\s*",
    re.ASCII,
)


def meant_date(text: str, day: date | None = None, year: int = 0) -> str:
    """What `parse_date` does not read, in the order of ISO 8601; "" if more than one may be meant.

    `day` and `year` are what is known from elsewhere, such as the name of the file.
    """
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return ""
    parts = found.groups()[:3] if found[1] else (found[4], found[6], found[7])
    orders = ((0, 1, 2),) if found[1] else ((0, 1, 2), (2, 1, 0), (2, 0, 1), (0, 2, 1))
    if found[5] == "." and len(parts[0]) < 4:
        orders = ((2, 1, 0),)  # as `parse_date` reads points
    meant = {one for y, m, d in orders for one in _days(parts[y], parts[m], parts[d], year)}
    if len(meant) > 1:
        meant = {one for one in meant if (one == day if day else one.year == year)}
    whole = f"{meant.pop().isoformat()}{found['rest']}" if len(meant) == 1 else ""
    return whole if whole and parse_date(whole) else ""


def _days(year: str, month: str, day: str, known: int) -> Iterator[date]:
    """The day of these three, if there is one; a year of two digits must be the `known` one."""
    if len(year) == 2 and int(year) == known % 100:
        year = str(known)
    if len(year) == 4 and EARLIEST <= int(year) <= LATEST and len(day) <= 2:
        with suppress(ValueError):
            yield date(int(year), int(month), int(day))


def _moment(year: int, month: int, day: int) -> datetime:
    if not EARLIEST <= year <= LATEST:
        raise Impossible(
            say("years go from {first} to {last}", first=str(EARLIEST), last=str(LATEST))
        )
    if not 1 <= month <= 12:
        raise Impossible(say("there is no month {month}", month=month))
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - the caller knows the time zone
    except ValueError as error:
        raise Impossible(
            say(
                "{month} {year} has no day {day}",
                month=_MONTH_WORDS[month - 1],
                year=str(year),
                day=day,
            )
        ) from error


def _at(day: datetime, parts: dict[str, str | None]) -> datetime:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if parts["half"]:
        if not 1 <= hour <= 12:
            raise Impossible(
                say("there is no {hour} o'clock {half}m", hour=hour, half=parts["half"])
            )
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Impossible(say("there is no time {time}", time=f"{hour:02}:{minute:02}:{second:02}"))
    moment = day.replace(hour=hour, minute=minute, second=second)
    zone = parts["zone"]
    if zone is None:
        return moment
    return moment.replace(tzinfo=timezone(_offset(zone.lower())))


def _offset(zone: str) -> timedelta:
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    if hours > 14 or minutes > 59:
        raise Impossible(say("no place has the offset {zone}", zone=zone))
    size = timedelta(hours=hours, minutes=minutes)
    return size if zone[0] == "+" else -size


def end_of(at: datetime, *, day_only: bool) -> datetime:
    """The first moment after a period that lasts until then: a bare day is meant to its end."""
    return at + timedelta(days=1) if day_only else at
