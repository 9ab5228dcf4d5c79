"""The cache folder of a site: found, held, opened, and done without when it cannot be used."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.store import Store, open_store, remove_store
from ht_newsgen.errors import OutputUnwritable
from ht_newsgen.writing.lock import held

CACHE = Path(".cache") / "newsgen.sqlite"
"""Below the site's folder."""

KEPT_OUT = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
)
"""Failures of which the file is not the cause (https://sqlite.org/rescode.html)."""


@contextmanager
def opened_store(
    options: Options, key: str, waiting: Callable[[], None] = lambda: None
) -> Iterator[tuple[Store, str]]:
    """The store of the site, and a sentence if something is odd about it.

    One build at a time has it, from end to end: another might forget a text that this one is
    about to show. A damaged store is made anew, and one that shows its damage later is removed.
    Where none can be written, as on a read-only disk, or none may be (`--no-cache`, a dry run
    without one or beside a build), there is one of its own that goes with it. Raises
    OutputUnwritable when not even that can be.
    """
    path, note, store = options.root / CACHE, "", None
    with ExitStack() as stack:
        if options.cache and (path.exists() or not options.dry_run):
            try:
                waits = None if options.dry_run else waiting
                stack.enter_context(held(path.with_suffix(".lock"), waits))
                store, note = opened(path, key)
            except BlockingIOError:
                pass  # nobody should wait for a build who only wants to look
            except (OSError, sqlite3.Error) as error:
                note = f"The cache {path} cannot be used ({error}); building without it."
        if store is None:
            store = temporary_store(key, stack)
        stack.callback(store.close)
        try:
            yield store, note
        except sqlite3.Error as error:
            if is_damage(error):
                store.close()
                remove_store(store.path)
            raise


def opened(path: Path, key: str) -> tuple[Store, str]:
    """The store at the path; made anew, with a sentence, if it is damaged."""
    try:
        return open_store(path, key), ""
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        remove_store(path)
        return open_store(path, key), f"The cache {path} was damaged ({error}); it is made anew."


def temporary_store(key: str, stack: ExitStack) -> Store:
    """A store in a folder that goes when the stack does."""
    import tempfile  # seldom needed, and large with what it needs

    try:
        folder = stack.enter_context(
            tempfile.TemporaryDirectory(prefix="ht-newsgen-", ignore_cleanup_errors=True)
        )
        return open_store(Path(folder) / CACHE.name, key)
    except (OSError, sqlite3.Error) as error:
        raise OutputUnwritable(
            f"Neither the site's .cache nor a temporary folder can be written ({error}). "
            "Make room, or let TMPDIR name a folder that has some."
        ) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, so that another one in its place would help."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in KEPT_OUT
