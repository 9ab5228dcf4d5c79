"""Where a build and a check start: with a look at whether there is anything to do."""

import sqlite3
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ht_newsgen.build.check_memory import as_it_was_checked
from ht_newsgen.build.collector import without_collector
from ht_newsgen.build.memory import as_it_was
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight, look

if TYPE_CHECKING:
    from ht_newsgen.build.checks import Checks


@without_collector()
def build(options: Options, *, waiting: Callable[[], None] = lambda: None) -> Result:
    """Build the site as far as the problems allow, and say what came of it.

    Content never raises. The exceptions are those of `errors`: a broken theme, an output folder
    that is not ours or cannot be written, a file that changed meanwhile. `waiting` is called once
    if another build is at work.
    """
    started = time.perf_counter()
    sight = look(options)
    result = as_it_was(options, sight) or made(options, sight, waiting)
    return replace(result, seconds=time.perf_counter() - started)


def made(options: Options, sight: Sight, waiting: Callable[[], None]) -> Result:
    """The site made anew: a few texts of it if nothing else has changed, else all of it."""
    # Imported here, with all that makes a site: where nothing has changed one does without, and
    # where only texts have, without what puts it together.
    from ht_newsgen.build.fallbacks import without_cache
    from ht_newsgen.build.only_texts import build_texts

    notes: tuple[str, ...] = ()
    try:
        result = build_texts(options, sight)
    except sqlite3.Error as error:
        result = None
        options, note = without_cache(options, error)
        notes = (note,)
    if result is None:
        from ht_newsgen.build.pipeline import build_whole

        result = build_whole(options, sight, waiting)
    return replace(result, notes=(*notes, *result.notes))


@without_collector()
def check(options: Options, checks: Callable[[], "Checks"]) -> Result:
    """All problems of a build, and what the rules find; see `checking.check_whole`.

    The rules are asked for only if one has to be heard.
    """
    options = replace(options, dry_run=True)
    sight = look(options)
    result = as_it_was_checked(options, sight)
    if result is None:
        from ht_newsgen.build.checking import check_whole

        result = check_whole(options, checks(), sight)
    return result
