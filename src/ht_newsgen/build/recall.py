"""Which records of the store still hold, so that their files need not be read again.

A file whose size and times are those of its record is not opened, if these can be trusted
(`settled.py`); else its bytes decide.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.record import (
    Record,
    Witness,
    decoded,
    depended_on,
    encoded,
    pictures_of,
)
from ht_newsgen.build.settled import is_settled
from ht_newsgen.build.store import Kept
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.edition import Edition
from ht_newsgen.reading.scan import SourceFile


class Recalled(Struct, frozen=True, kw_only=True):
    """The files of a site, divided into what is known and what must be read."""

    known: dict[str, Record]
    refreshed: tuple[Kept, ...]
    """Known ones, of which some file has been opened and found to hold what it held."""
    unread: tuple[SourceFile, ...]
    gone: tuple[str, ...]
    """Paths in the store that the site no longer has."""


def recall(
    root: Path, files: Iterable[SourceFile], kept: Iterable[tuple[str, Kept | None]]
) -> Recalled:
    """Divide the files by what the store remembers of them; opens only those that look changed."""
    waiting = {file.path: file for file in files}
    known: dict[str, Record] = {}
    refreshed: list[Kept] = []
    gone: list[str] = []
    for path, before in kept:
        file = waiting.get(path)
        if file is None:
            gone.append(path)
            continue
        again = before and looked_at(root, file, before, decoded(before.record))
        if again:
            now, known[path] = again
            del waiting[path]
            if now is not before:
                refreshed.append(now)
    return Recalled(
        known=known,
        refreshed=tuple(refreshed),
        unread=tuple(waiting.values()),
        gone=tuple(gone),
    )


def is_untouched(file: SourceFile, before: Kept) -> bool:
    """Whether size and times tell that the file is what it was."""
    return (
        file.size == before.size
        and file.mtime_ns == before.mtime_ns
        and file.ctime_ns == before.ctime_ns
        and is_settled(file.mtime_ns, file.ctime_ns, before.read_ns)
    )


def looked_at(
    root: Path, file: SourceFile, before: Kept, record: Record
) -> tuple[Kept, Record] | None:
    """The record as it holds now, the same object if no file had to be opened; None if it does not.

    What was not settled when it was read last is read by now, and the time is taken before that.
    """
    touched = not is_untouched(file, before)
    if not (touched or record.witnesses):
        return before, record
    now_ns = time.time_ns()
    if touched and digest_of(root / file.path) != before.digest:
        return None
    witnesses: list[Witness] = []
    for witness in record.witnesses:
        again = still_so(root, witness, before.read_ns)
        if again is None:
            return None
        opened, seen = again
        witnesses.append(seen)
        touched = touched or opened
    if not touched:
        return before, record
    record = replace(record, witnesses=tuple(witnesses))
    now = replace(
        before,
        size=file.size,
        mtime_ns=file.mtime_ns,
        ctime_ns=file.ctime_ns,
        read_ns=now_ns,
        record=encoded(record),
    )
    return now, record


def still_so(root: Path, witness: Witness, read_ns: int) -> tuple[bool, Witness] | None:
    """Whether the picture had to be opened, and how it is now; None if its bytes have changed."""
    try:
        status = (root / witness.path).stat()
    except OSError:
        return None if witness.digest else (False, witness)
    if not witness.digest:
        return None
    same = (status.st_size, status.st_mtime_ns, status.st_ctime_ns) == (
        witness.size,
        witness.mtime_ns,
        witness.ctime_ns,
    )
    if same and is_settled(witness.mtime_ns, witness.ctime_ns, read_ns):
        return False, witness
    now = witness_of(root, witness.path)
    return (True, now) if now.digest == witness.digest else None


def record_of(
    root: Path, item: Item | None, problems: tuple[Problem, ...], source: str = ""
) -> Record:
    """A reading as the store keeps it, with how the pictures are that it depends on."""
    assert item is None or isinstance(item, (Article, StandingPage, Edition))
    if item is not None:
        item = replace(item, digest=digest(encoded(item)))
    paths = [path for picture in pictures_of(item) for path in depended_on(picture)]
    witnesses = tuple(witness_of(root, path) for path in dict.fromkeys(paths))
    return Record(item=item, problems=problems, source=source, witnesses=witnesses)


def witness_of(root: Path, path: str) -> Witness:
    """How the picture is now."""
    try:
        # The time first: if the file changes in between, its time tells so the next time.
        status = (root / path).stat()
        data = (root / path).read_bytes()
    except OSError:
        return Witness(path=path, digest="")
    return Witness(
        path=path,
        digest=digest(data),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
    )


def digest_of(file: Path) -> str:
    """The digest of the file's bytes; empty when it cannot be read."""
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""
