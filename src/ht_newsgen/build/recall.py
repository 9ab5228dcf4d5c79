"""Which records of the store still hold, so that their files need not be read again.

A file whose size and time are those of its record is not opened. Times lie in a fresh checkout,
and a file may be written twice within one tick of the clock; then its bytes decide, by digest,
as in git ("racy git", Documentation/technical/racy-git.txt).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.store import Kept
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.media import ROOTS
from ht_newsgen.reading.rules import IMAGE
from ht_newsgen.reading.scan import SourceFile

RACY_NS = 2_000_000_000
"""A file changed this shortly before it was read may have changed again within its time stamp."""


class Witness(Struct, frozen=True, kw_only=True):
    """A picture that a reading depends on."""

    path: str
    digest: str
    """Of its bytes; empty where there was no such file."""
    size: int = 0
    mtime_ns: int = 0


class Record(Struct, frozen=True, kw_only=True):
    """A reading as the store keeps it, without the HTML."""

    item: Article | StandingPage | None
    problems: tuple[Problem, ...] = ()
    witnesses: tuple[Witness, ...] = ()


encoded = msgspec.json.Encoder().encode
"""A record as bytes; JSON, since MessagePack forgets the offset of a time."""
_decode = msgspec.json.Decoder(Record).decode


class Recalled(Struct, frozen=True, kw_only=True):
    """The files of a site, divided into what is known and what must be read."""

    known: dict[str, Record]
    refreshed: tuple[Kept, ...]
    """Known ones whose size or time has changed while their bytes have not."""
    unread: tuple[SourceFile, ...]
    gone: tuple[str, ...]
    """Paths in the store that the site no longer has."""


def recall(root: Path, files: Iterable[SourceFile], kept: Mapping[str, Kept]) -> Recalled:
    """Divide the files by what the store remembers of them; opens only those that look changed."""
    known: dict[str, Record] = {}
    refreshed: list[Kept] = []
    unread: list[SourceFile] = []
    for file in files:
        before = kept.get(file.path)
        if before is None:
            unread.append(file)
            continue
        if not is_untouched(file, before):
            if digest_of(root / file.path) != before.digest:
                unread.append(file)
                continue
            before = replace(before, size=file.size, mtime_ns=file.mtime_ns)
            refreshed.append(before)
        record = decoded(before.record)
        if record is None or not all(still_so(root, witness) for witness in record.witnesses):
            unread.append(file)
        else:
            known[file.path] = record
    gone = tuple(kept.keys() - known.keys() - {file.path for file in unread})
    return Recalled(known=known, refreshed=tuple(refreshed), unread=tuple(unread), gone=gone)


def record_of(root: Path, item: Item | None, problems: tuple[Problem, ...]) -> Record:
    """A reading as the store keeps it, with how the pictures are that it depends on."""
    assert item is None or isinstance(item, (Article, StandingPage))
    pictures = item.pictures if item else ()
    figures = (item.figure.picture,) if item and item.figure else ()
    paths = [path for picture in (*pictures, *figures) for path in depended_on(picture)]
    witnesses = tuple(witness_of(root, path) for path in paths)
    return Record(item=item, problems=problems, witnesses=witnesses)


def may_be_kept(record: Record) -> bool:
    """Not while a picture is missing: nothing tells when it will be there."""
    return all(found.rule != IMAGE.id for found in record.problems)


def decoded(data: bytes) -> Record | None:
    """The record; None when the store holds nonsense."""
    try:
        return _decode(data)
    except (msgspec.DecodeError, ValueError):
        return None


def is_untouched(file: SourceFile, before: Kept) -> bool:
    """Whether size and time tell that the file is what it was."""
    same = (file.size, file.mtime_ns) == (before.size, before.mtime_ns)
    return same and file.mtime_ns < before.read_ns - RACY_NS


def depended_on(picture: Picture) -> tuple[str, ...]:
    """The picture's file, and the one that would be taken in its place if it were there."""
    first, second = ROOTS
    if picture.origin.startswith(f"{second}/"):
        return picture.origin, first + picture.origin.removeprefix(second)
    return (picture.origin,)


def witness_of(root: Path, path: str) -> Witness:
    """How the file is now."""
    try:
        status = (root / path).stat()
        return Witness(
            path=path,
            digest=digest_of(root / path),
            size=status.st_size,
            mtime_ns=status.st_mtime_ns,
        )
    except OSError:
        return Witness(path=path, digest="")


def still_so(root: Path, witness: Witness) -> bool:
    """Whether the file is as it was; its time is trusted, since pictures are not typed."""
    try:
        status = (root / witness.path).stat()
    except OSError:
        return not witness.digest
    same = (status.st_size, status.st_mtime_ns) == (witness.size, witness.mtime_ns)
    return bool(witness.digest) and (same or digest_of(root / witness.path) == witness.digest)


def digest_of(file: Path) -> str:
    """The digest of the file's bytes; empty when it cannot be read."""
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""
