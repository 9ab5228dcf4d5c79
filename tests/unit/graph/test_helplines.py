"""Numbers that nobody has checked for long."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ht_newsgen.graph.helplines import check_helplines
from ht_newsgen.kit.problems import Place, Problem
from ht_newsgen.model.registers import Helpline

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def told(verified_on: date, now: datetime = NOON, timezone: str = "UTC") -> list[Problem]:
    """What is wrong with a number that was checked on this day."""
    line = Helpline(
        country="EU",
        name={"": "Missing children"},
        phone="116 000",
        verified_on=verified_on,
        source="https://example.org/",
        line=7,
        column=16,
    )
    return list(check_helplines([line], now=now, timezone=timezone))


@pytest.mark.parametrize(
    ("days", "rules"),
    [
        (-367, ["helpline/date"]),
        (-366, []),
        (0, []),
        (180, []),
        (181, ["helpline/unchecked"]),
        (365, ["helpline/unchecked"]),
        (366, ["helpline/outdated"]),
    ],
)
def test_a_number_grows_old(days: int, rules: list[str]) -> None:
    """Half a year is a warning, a year an error, a day far ahead a slip of the pen."""
    assert [one.rule for one in told(NOON.date() - timedelta(days=days))] == rules


def test_what_to_do_is_said_where_the_day_stands() -> None:
    """With the number, so that it can be called at once."""
    (found,) = told(date(2025, 11, 1))

    assert found.place == Place("content/data/helplines.yaml", 7, 16)
    assert str(found.message) == (
        "116 000 was last checked on 2025-11-01, 212 days ago; it is to be checked every 180 days"
    )


def test_a_day_ends_where_the_newsroom_is() -> None:
    """At 23:00 UTC it is the next day in Sarajevo."""
    late = datetime(2026, 6, 1, 23, tzinfo=UTC)
    checked = late.date() - timedelta(days=180)

    assert told(checked, late) == []
    assert [one.rule for one in told(checked, late, "Europe/Sarajevo")] == ["helpline/unchecked"]
