"""What time it is for a build."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ht_newsgen.cli.clock import choose_now
from ht_newsgen.errors import UsageError

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
EPOCH = {"SOURCE_DATE_EPOCH": "1519290000"}


@pytest.mark.parametrize(
    ("told", "environ", "now"),
    [
        (None, {}, NOON),
        (None, {"SOURCE_DATE_EPOCH": ""}, NOON),
        (None, EPOCH, datetime(2018, 2, 22, 9, 0, tzinfo=UTC)),
        ("2017-01-01T00:00Z", EPOCH, datetime(2017, 1, 1, tzinfo=UTC)),
        (
            "2018-02-22T09:00+01:00",
            {},
            datetime(2018, 2, 22, 9, 0, tzinfo=timezone(timedelta(hours=1))),
        ),
    ],
)
def test_the_option_goes_before_the_environment_before_the_clock(
    told: str | None, environ: dict[str, str], now: datetime
) -> None:
    """Whoever says it most expressly is right."""
    assert choose_now(told, environ, lambda: NOON) == now


@pytest.mark.parametrize(
    "told", ["", "noon", "2018-02-22", "2018-02-22T09:00", "2018-02-30T09:00Z"]
)
def test_a_clock_without_a_zone_is_refused(told: str) -> None:
    """A guess here would publish an embargoed item an hour early."""
    with pytest.raises(UsageError, match="--clock needs a time with its zone"):
        choose_now(told, {}, lambda: NOON)


@pytest.mark.parametrize("epoch", ["today", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_no_moment_is_refused(epoch: str) -> None:
    """The variable is named, since nobody sees it on the command line."""
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH must be a number of seconds"):
        choose_now(None, {"SOURCE_DATE_EPOCH": epoch}, lambda: NOON)
