"""The store: what was read before, in one SQLite file that may be deleted at any time.

It holds one record for each Markdown file and the HTML of its text, apart, so that a build loads
the texts of those pages only that it renders. It may be carried from machine to machine: whether
a record still holds is decided in `build/recall.py`, by what the file holds and not by its date.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec
from msgspec import Struct

from ht_newsgen.build import mentions
from ht_newsgen.kit.digest import digest as digest_of_bytes
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.references import NO_REFERENCES, References

STORE_VERSION = 5
"""Goes up whenever the tables or the records change."""

TABLES = f"""
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE readings (path TEXT PRIMARY KEY, body TEXT, kept BLOB);
    CREATE INDEX readings_body ON readings (body);
    CREATE TABLE bodies (digest TEXT PRIMARY KEY, html TEXT);
    CREATE TABLE findings (
        of TEXT, path TEXT, found BLOB, PRIMARY KEY (of, path)
    ) WITHOUT ROWID;
    {mentions.TABLES}
"""

PAGE = 16_384
"""Bytes of one page of the file. A record or a text takes one or two thousand: of the 4,096 that
are usual, many would lie on two pages, and to write or read all of them takes a quarter longer.
"""
SEAL = 4
"""Bytes of the checksum before what is kept: SQLite does not notice a damaged value."""


class Kept(Struct, frozen=True, kw_only=True):
    """What is remembered of one file."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    read_ns: int
    """When it was read last, by the clock of that machine."""
    digest: str
    """Of the file's bytes."""
    body: str
    """Digest of its text's HTML."""
    record: bytes
    """The reading without its HTML, encoded."""


class Findings(Struct, frozen=True, kw_only=True):
    """What the rules of `check` found in one text or one output."""

    path: str
    fingerprint: str
    """Of what was looked at, and of what else the findings depend on."""
    key: str = ""
    """Of an output's view, if that could have been deferred (`pages/deferred.py`)."""
    found: tuple[Problem, ...] = ()
    references: References = NO_REFERENCES
    """Of a text: its links to pages of the site, which are held against all of them."""


class Store:
    """An open store. Raises sqlite3.Error when the disk or the file fails in the middle.

    `build/fallbacks.py` says what a build does then.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.mentions = mentions.Mentions(connection)

    def kept(self) -> Iterator[tuple[str, Kept | None]]:
        """All records with their paths, one after the other; None for one that is damaged."""
        for path, data in self._connection.execute("SELECT path, kept FROM readings"):
            yield path, unsealed(data, path)

    def keep(self, readings: Iterable[Kept], bodies: Iterable[tuple[str, str]]) -> None:
        """Add or replace records, and add texts (digest and HTML).

        What was published last was made of other readings then; see `is_published`.
        """
        with self._connection as transaction:
            transaction.execute("DELETE FROM meta WHERE key = 'published'")
            transaction.executemany("INSERT OR IGNORE INTO bodies VALUES (?, ?)", bodies)
            transaction.executemany(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)",
                ((kept.path, kept.body, sealed(kept)) for kept in readings),
            )

    def kept_of(self, path: str) -> Kept | None:
        """The record of one file; None if there is none, or if it is damaged."""
        row = self._connection.execute("SELECT kept FROM readings WHERE path = ?", (path,))
        found = row.fetchone()
        return unsealed(found[0], path) if found else None

    def times_named(self, body: str) -> int:
        """How many records have this text."""
        row = self._connection.execute("SELECT count(*) FROM readings WHERE body = ?", (body,))
        return int(row.fetchone()[0])

    def published(self, tree: str) -> None:
        """Take note that the site of these files was published, made of the records as they are."""
        with self._connection as transaction:
            transaction.execute("INSERT OR REPLACE INTO meta VALUES ('published', ?)", (tree,))

    def is_published(self, tree: str) -> bool:
        """Whether the records are still those of which the site of these files was made."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'published'")
        return bool(row.fetchone() == (tree,))

    def forget(self, paths: Iterable[str]) -> None:
        """Remove the records of files that are gone, and all texts that no record names."""
        with self._connection as transaction:
            transaction.executemany(
                "DELETE FROM readings WHERE path = ?", ((path,) for path in paths)
            )
            transaction.execute(
                "DELETE FROM bodies WHERE NOT EXISTS"
                " (SELECT 1 FROM readings WHERE readings.body = bodies.digest)"
            )

    def forget_texts(self, digests: Iterable[str]) -> None:
        """Remove those of these texts that no record names any more."""
        with self._connection as transaction:
            transaction.executemany(
                "DELETE FROM bodies WHERE digest = ?"
                " AND NOT EXISTS (SELECT 1 FROM readings WHERE readings.body = bodies.digest)",
                ((one,) for one in digests),
            )

    def body(self, digest: str) -> str:
        """The HTML of a text; a store that has lost or changed it is damaged."""
        row = self._connection.execute(
            "SELECT html FROM bodies WHERE digest = ?", (digest,)
        ).fetchone()
        html = str(row[0]) if row else ""
        if digest_of_bytes(html.encode()) != digest:
            raise sqlite3.DatabaseError(f"the text {digest} is not what it was")
        return html

    def findings(self, of: str) -> dict[str, Findings]:
        """All that is kept of a kind, by path, but for what is damaged."""
        rows = self._connection.execute("SELECT found FROM findings WHERE of = ?", (of,))
        kept = (opened(data, _decode_findings) for (data,) in rows)
        return {one.path: one for one in kept if one is not None}

    def keep_findings(self, of: str, found: Iterable[Findings], gone: Iterable[str]) -> None:
        """Add or replace findings of a kind, and remove those of paths that are gone."""
        with self._connection as transaction:
            transaction.executemany(
                "INSERT OR REPLACE INTO findings VALUES (?, ?, ?)",
                ((of, one.path, sealed(one)) for one in found),
            )
            transaction.executemany(
                "DELETE FROM findings WHERE of = ? AND path = ?", ((of, path) for path in gone)
            )

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Kept).decode
_decode_findings = msgspec.msgpack.Decoder(Findings).decode

Sealed = TypeVar("Sealed", Kept, Findings)


def sealed(kept: Kept | Findings) -> bytes:
    """What is kept, with a checksum."""
    data = _encode(kept)
    return crc32(data).to_bytes(SEAL, "big") + data


def unsealed(data: object, path: str) -> Kept | None:
    """What is kept of this file; None when it is not what was written."""
    kept = opened(data, _decode)
    return kept if kept and kept.path == path else None


def opened(data: object, decode: Callable[[memoryview], Sealed]) -> Sealed | None:
    """What is kept; None when it is not what was written."""
    if not isinstance(data, bytes):
        return None
    inside = memoryview(data)[SEAL:]
    if crc32(inside).to_bytes(SEAL, "big") != data[:SEAL]:
        return None
    return decode(inside)


def open_store(path: Path, key: str) -> Store:
    """The store at `path`, emptied if it was made under another key.

    `key` names all that readings depend on beside the files. Raises sqlite3.Error or OSError when
    the file is damaged or cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    store = connected(path)
    try:
        prepare(store, f"{STORE_VERSION} {key}")
    except BaseException:
        store.close()
        raise
    return store


def reopened(path: Path) -> Store:
    """The store as another process opened it, for reading."""
    return connected(path)


def remove_store(path: Path) -> None:
    """Delete the file and what SQLite left beside it."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink()


def connected(path: Path) -> Store:
    """The file as it is."""
    connection = sqlite3.connect(path, timeout=60)
    # A killed process leaves a journal that the next one rolls back. Only a power cut could harm
    # the file, and then it is made anew: so there is no need to wait for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    return Store(connection, path)


def prepare(store: Store, key: str) -> None:
    """Make the tables, or empty them when they were filled under another key."""
    connection = store._connection  # noqa: SLF001 - the one function that opens a store
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    found = tables and connection.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()
    if found == (key,):
        return
    connection.execute(f"PRAGMA page_size = {PAGE}")  # which an empty file takes, and no other
    with connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for statement in filter(str.strip, TABLES.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('key', ?)", (key,))
