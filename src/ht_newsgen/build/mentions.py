"""Which views mention which text: the part of the store from which a page is made anew alone.

A view names a text by its digest and holds nothing of it. So where an item has changed in nothing
but its text, the pages to be rendered are those whose views mention the digest of the old one, and
their views are what they were, with the digest of the new one in its place
(docs/decisions/0035-nothing-but-texts.md).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ht_newsgen.kit.digest import DIGEST_BYTES
from ht_newsgen.kit.patterns import regex

TABLES = """
    CREATE TABLE views (print TEXT PRIMARY KEY, frame TEXT, view BLOB);
    CREATE TABLE mentions (text TEXT, print TEXT, PRIMARY KEY (text, print)) WITHOUT ROWID;
    CREATE TABLE frames (digest TEXT PRIMARY KEY, frame BLOB);
"""
MANY_FRAMES = 50
"""There are two for each language of the site; more than so many are those of the past."""
TEXT = regex(rb'"[0-9a-f]{%d}"' % (2 * DIGEST_BYTES))
"""A digest in JSON, with its quotes: to ask for a part of what is found takes a third longer."""


class KeptView(Struct, frozen=True, kw_only=True):
    """What is shown on a page; nothing of it but its name where no text is mentioned."""

    print: str
    """The first half of the page's fingerprint."""
    frame: str = ""
    """Digest of the frame around it; empty where there is none."""
    view: bytes = b""
    """As `fingerprints.Encoder` encodes it."""
    texts: tuple[str, ...] = ()


def kept_view(encoded: bytes, print_: str) -> KeptView:
    """What to keep of a view, as `fingerprints.Encoder` encodes it, by what `print_of` it is."""
    texts = mentioned_in(encoded)
    if not texts:
        return KeptView(print=print_)
    _, frame, _ = encoded.split(b" ", 2)
    return KeptView(print=print_, frame=frame.decode(), view=encoded, texts=texts)


def mentioned_in(encoded: bytes) -> tuple[str, ...]:
    """The texts of a view, each once."""
    return tuple({found[1:-1].decode() for found in TEXT.findall(encoded)})


class Mentions:
    """The views in an open store. Raises sqlite3.Error like the rest of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self) -> set[str]:
        """The prints of all views."""
        rows = self._connection.execute("SELECT print FROM views")
        return {print_ for (print_,) in rows}

    def keep(self, views: Iterable[KeptView], frames: Mapping[str, bytes]) -> None:
        """Add views, and the frames around them that are not known yet."""
        views = list(views)
        with self._connection as transaction:
            transaction.executemany("INSERT OR IGNORE INTO frames VALUES (?, ?)", frames.items())
            transaction.executemany(
                "INSERT OR IGNORE INTO views VALUES (?, ?, ?)",
                ((one.print, one.frame, one.view) for one in views),
            )
            transaction.executemany(
                "INSERT OR IGNORE INTO mentions VALUES (?, ?)",
                ((text, one.print) for one in views for text in one.texts),
            )

    def forget(self, prints: Iterable[str]) -> None:
        """Remove views, with what they mention, and frames that are around none of the others."""
        with self._connection as transaction:
            for print_ in prints:
                # What it mentions is told by the view; to go through all mentions would be dear.
                rows = transaction.execute("SELECT view FROM views WHERE print = ?", (print_,))
                transaction.executemany(
                    "DELETE FROM mentions WHERE text = ? AND print = ?",
                    [(text, print_) for (view,) in rows for text in mentioned_in(view)],
                )
                transaction.execute("DELETE FROM views WHERE print = ?", (print_,))
            if transaction.execute("SELECT count(*) FROM frames").fetchone()[0] > MANY_FRAMES:
                transaction.execute(
                    "DELETE FROM frames WHERE digest NOT IN (SELECT frame FROM views)"
                )

    def of(self, text: str) -> Iterator[tuple[str, bytes]]:
        """The views that mention a text, with their prints."""
        yield from self._connection.execute(
            "SELECT print, view FROM mentions JOIN views USING (print) WHERE text = ?", (text,)
        )

    def frame(self, digest: str) -> bytes:
        """An encoded frame; nothing where it is not known."""
        found = self._connection.execute(
            "SELECT frame FROM frames WHERE digest = ?", (digest,)
        ).fetchone()
        return bytes(found[0]) if found else b""
