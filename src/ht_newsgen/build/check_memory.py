"""What the last check found: where nothing has changed since, nothing is looked at again.

As `memory.py` for a build, and by the same signs; but a check writes no website, so it does not
matter what lies in the output folder. Only a site that has a cache is remembered.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, datetime
from pathlib import Path

from ht_newsgen.build.memory import holds, memory_of, recalled, shown_again, write
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight
from ht_newsgen.model.article import Item

FILE = Path(".cache") / "last-check"


def as_it_was_checked(options: Options, sight: Sight) -> Result | None:
    """The result of checking once more what was checked last; None if that must be found out."""
    memory = recalled(options, FILE) if sight.tree and options.cache else None
    if memory is None or not holds(memory, options, sight):
        return None
    return Result(
        problems=memory.problems,
        published=False,
        planned=memory.planned,
        left_out=shown_again(memory.left_out),
    )


def remember_check(
    options: Options, sight: Sight, result: Result, *, timezone: str, until: datetime
) -> None:
    """Remember a check about which nothing was odd."""
    odd = result.notes or options.now.year == MAXYEAR
    if odd or not (sight.tree and options.cache and (options.root / FILE.parent).is_dir()):
        return
    memory = memory_of(options, sight, result, timezone=timezone, until=until)
    write(options, memory, FILE)


def next_correction(items: Iterable[Item], now: datetime, until: datetime) -> datetime:
    """The next moment at which what an item says of its changes is no more to come."""
    coming = (item.updated.at for item in items if item.updated is not None)
    return min((moment for moment in coming if moment > now), default=until)
