"""What a build does when its helpers fail: it goes on without them, and says so.

Neither the cache nor the workers are needed for a right build, only for a quick one.
"""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from ht_newsgen.build.cache import CACHE, is_damage
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import WorkerLostError
from ht_newsgen.errors import OutputUnwritable

Answer = TypeVar("Answer")


def carried_through(
    attempt: Callable[[Options], Answer], options: Options
) -> tuple[Answer, tuple[str, ...]]:
    """The answer, and a sentence for each helper that it had to be found without.

    Raises what the attempt raises, and OutputUnwritable when there is nothing left to do without.
    """
    notes: list[str] = []
    while True:
        try:
            return attempt(options), tuple(notes)
        except WorkerLostError as error:
            options, note = without_workers(options, error)
        except sqlite3.Error as error:
            options, note = without_cache(options, error)
        notes.append(note)


def without_workers(options: Options, error: WorkerLostError) -> tuple[Options, str]:
    """The same build, by one process."""
    note = (
        f"A worker process was lost ({error}), perhaps for want of memory; building without. "
        "If that comes again, say --jobs 1."
    )
    return replace(options, jobs=1), note


def without_cache(options: Options, error: sqlite3.Error) -> tuple[Options, str]:
    """The same build, reading every file; a damaged cache has been removed when it was closed."""
    if not options.cache:
        raise OutputUnwritable(
            f"The temporary folder failed in the middle of the build ({error}). "
            "Make room, or let TMPDIR name a folder that has some."
        ) from error
    path = options.root / CACHE
    if is_damage(error):
        note = f"The cache {path} was damaged ({error}); the next build makes it anew."
    else:
        note = f"The cache {path} cannot be used ({error}); building without it."
    return replace(options, cache=False), note
