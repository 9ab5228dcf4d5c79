"""The cache folder of a site: found, opened, and done without when it cannot be used."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.store import Store, open_store, remove_store

CACHE = Path(".cache") / "newsgen.sqlite"
"""Below the site's folder."""


@contextmanager
def opened_store(options: Options, key: str) -> Iterator[tuple[Store, str]]:
    """The store of the site, and a sentence if something is odd about it.

    A damaged store is made anew. Where none can be written, as on a read-only disk, or none may be
    (`--no-cache`, a dry run without one), the build has one of its own that goes with it.
    """
    path = options.root / CACHE
    note = ""
    if options.cache and (path.exists() or not options.dry_run):
        try:
            store, note = opened(path, key)
        except (OSError, sqlite3.Error) as error:
            note = f"The cache {path} cannot be used ({error}); building without it."
        else:
            try:
                yield store, note
            finally:
                store.close()
            return
    with tempfile.TemporaryDirectory(prefix="ht-newsgen-") as folder:
        store = open_store(Path(folder) / CACHE.name, key)
        try:
            yield store, note
        finally:
            store.close()


def opened(path: Path, key: str) -> tuple[Store, str]:
    """The store at the path; made anew, with a sentence, if it is damaged."""
    try:
        return open_store(path, key), ""
    except sqlite3.OperationalError:
        raise  # not to be opened, locked, or the disk is full: deleting it would not help
    except sqlite3.DatabaseError as error:
        remove_store(path)
        return open_store(path, key), f"The cache {path} was damaged ({error}); it is made anew."
