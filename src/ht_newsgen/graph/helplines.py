"""Whether the numbers that readers are told to call have been checked lately."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ht_newsgen.graph.rules import HELPLINE_DATE, HELPLINE_OUTDATED, HELPLINE_UNCHECKED
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.model.registers import Helpline

REGISTER = "content/data/helplines.yaml"
CHECK_AFTER = timedelta(days=180)
TOO_OLD_AFTER = timedelta(days=365)
AHEAD = timedelta(days=366)
"""A day further in the future is a slip, and its number would never be asked for again. A nearer
one may be right: a build with an older clock must still give what it gave."""


def check_helplines(
    helplines: Iterable[Helpline], *, now: datetime, timezone: str
) -> Iterator[Problem]:
    """A problem for each number that nobody has checked for long, by the day of `now`.

    Where the site is built all the same, the number stays on the pages, with the day of its check:
    to somebody in danger an old number is better than none.
    """
    today = now.astimezone(ZoneInfo(timezone)).date()
    for one in helplines:
        place = Place(REGISTER, one.line, one.column)
        age = today - one.verified_on
        told = f"{one.phone} was last checked on {one.verified_on}, {age.days} days ago"
        advice = "Call the number or look at its `source`, then set `verified_on` to that day"
        if age > TOO_OLD_AFTER:
            rest = f"after {TOO_OLD_AFTER.days} nobody vouches for it any more"
            yield problem(HELPLINE_OUTDATED, place, f"{told}; {rest}", advice)
        elif age > CHECK_AFTER:
            rest = f"it is to be checked every {CHECK_AFTER.days}"
            yield problem(HELPLINE_UNCHECKED, place, f"{told}; {rest}", advice)
        elif -age > AHEAD:
            yield problem(
                HELPLINE_DATE,
                place,
                f"{one.phone} cannot have been checked on {one.verified_on}, which is to come",
                "Write the day on which somebody last called the number or looked it up",
            )
