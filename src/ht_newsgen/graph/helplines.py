"""Whether the numbers that readers are told to call have been checked lately."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ht_newsgen.graph.rules import HELPLINE_DATE, HELPLINE_OUTDATED, HELPLINE_UNCHECKED
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import Value, say, say_counted
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
        told: dict[str, Value] = {"phone": one.phone, "day": one.verified_on.isoformat()}
        advice = say("Call the number or look at its `source`, then set `verified_on` to that day")
        if age > TOO_OLD_AFTER:
            yield problem(
                HELPLINE_OUTDATED,
                place,
                say_counted(
                    "{phone} was last checked on {day}, {count} day ago;"
                    " after {limit} days nobody vouches for it any more",
                    "{phone} was last checked on {day}, {count} days ago;"
                    " after {limit} days nobody vouches for it any more",
                    count=age.days,
                    limit=TOO_OLD_AFTER.days,
                    **told,
                ),
                advice,
            )
        elif age > CHECK_AFTER:
            yield problem(
                HELPLINE_UNCHECKED,
                place,
                say_counted(
                    "{phone} was last checked on {day}, {count} day ago;"
                    " it is to be checked every {limit} days",
                    "{phone} was last checked on {day}, {count} days ago;"
                    " it is to be checked every {limit} days",
                    count=age.days,
                    limit=CHECK_AFTER.days,
                    **told,
                ),
                advice,
            )
        elif -age > AHEAD:
            yield problem(
                HELPLINE_DATE,
                place,
                say("{phone} cannot have been checked on {day}, which is to come", **told),
                say("Write the day on which somebody last called the number or looked it up"),
            )
