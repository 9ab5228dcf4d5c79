"""Dates in every shape that people and programs write."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.kit.dates import EARLIEST, LATEST, parse_date, why_not

LINES = [
    line.split("->", 1)
    for line in (Path(__file__).parent / "dates.txt").read_text("utf-8").splitlines()
    if "->" in line
]


def earned(text: str) -> str:
    """What becomes of a text, as it stands in `dates.txt`."""
    found = parse_date(text)
    if found is None:
        return " | ".join(map(str, why_not(text)))
    moment, day_only = found
    return str(moment.date() if day_only else moment)


@pytest.mark.parametrize(("text", "expected"), LINES, ids=lambda text: text.strip())
def test_a_date_is_read_in_every_shape_or_told_why_not(text: str, expected: str) -> None:
    """Each line of `dates.txt` earns what stands beside it."""
    assert earned(text.strip()) == expected.strip()


offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    datetime(EARLIEST, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    datetime(LATEST, 12, 31),  # noqa: DTZ001 - the same
    timezones=st.one_of(st.none(), offsets),
).map(lambda moment: moment.replace(microsecond=0))


@given(moments)
def test_what_python_writes_is_read_back(moment: datetime) -> None:
    """ISO 8601 goes there and back again, with and without an offset."""
    assert parse_date(moment.isoformat()) == (moment, False)


@given(st.text(max_size=80) | st.from_regex(r"[0-9./: TZ+-]{0,30}", fullmatch=True))
def test_any_text_is_a_date_or_has_a_reason(text: str) -> None:
    """Never an exception, and never an empty answer."""
    assert parse_date(text) or all(why_not(text))
