"""What time it is: told by `--clock`, else by SOURCE_DATE_EPOCH, else by the clock."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from ht_newsgen.errors import UsageError


def choose_now(
    told: str | None, environ: Mapping[str, str], now: Callable[[], datetime]
) -> datetime:
    """The moment that a build takes for now; aware. Raises UsageError for one that is none."""
    if told is not None:
        return parse_clock(told)
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    return parse_epoch(epoch) if epoch else now()


def parse_clock(text: str) -> datetime:
    """An ISO 8601 time with its zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise UsageError(
            f"--clock needs a time with its zone, such as 2018-02-22T09:00+01:00; this is {text!r}"
        )
    return moment


def parse_epoch(text: str) -> datetime:
    """Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/)."""
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH must be a number of seconds since 1970; it is {text!r}"
        ) from None
