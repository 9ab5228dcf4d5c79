"""Staging: what a build changes is first written into our own folder inside the output.

If anything goes wrong before the last page is rendered, the site has not been touched. A site that
is new is staged as the tree that it will be, so that it can move in whole folders; what is staged
for a site that is there has numbers for names (docs/decisions/0033-whole-folders.md).
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.model.manifest import Output
from ht_newsgen.writing.ledger import LEDGER

STAGED = "staged"
CLEAN = "clean"
"""Where `build --verify` makes the site once more, to compare."""

NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@contextmanager
def nothing_left(output: Path) -> Iterator[None]:
    """Whatever comes of the build inside, neither it nor one that was killed leaves its work."""
    try:
        yield
    finally:
        for name in (STAGED, CLEAN):
            shutil.rmtree(output / LEDGER / name, ignore_errors=True)


class Staged(Struct, frozen=True, kw_only=True):
    """One file of the site, ready to be published."""

    path: str
    output: Output
    at: str = ""
    """Its name in the staging folder; empty when what is published has these bytes already."""


def nothing_published(output: Path) -> bool:
    """Whether the output folder holds nothing but our own folder. Raises OSError."""
    return all(there.name == LEDGER for there in output.iterdir())


def begin_staging(output: Path) -> None:
    """Empty the staging folder, which a build that was killed may have left. Raises OSError."""
    folder = output / LEDGER / STAGED
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def stage(
    output: Path, at: str, path: str, data: bytes, *, fingerprint: str = "", key: str = ""
) -> Staged:
    """Write a file into the staging folder, unless what is published has its bytes.

    `at` is its name there, which no other has in this build: its path, if nothing is published yet.
    Any process may do this. Raises OSError.
    """
    staged = f"{output}/{LEDGER}/{STAGED}/{at}"
    if at == path:
        make_staged_folder(staged.rpartition("/")[0])
        status = write_anew(staged, data)
    elif found := status_if_holds(f"{output}/{path}", data):
        at, status = "", found
    else:
        status = write_anew(staged, data)
    result = Output(
        digest=digest(data),
        fingerprint=fingerprint,
        key=key,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
    )
    return Staged(path=path, output=result, at=at)


def make_staged_folder(folder: str) -> None:
    """Make a folder, and those above it if there are none; another process may do so as well.

    A new site has a folder for each page, mostly in one that is there.
    """
    try:
        os.mkdir(folder)  # noqa: PTH102 - a `Path` would take a third of the time for itself
    except OSError:
        Path(folder).mkdir(parents=True, exist_ok=True)


def write_anew(file: str, data: bytes) -> os.stat_result:
    """Write a file; its status then.

    By the system's own calls, four for a file: Python's files ask it three more things.
    """
    opened = os.open(file, NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(opened, rest) :]
        return os.fstat(opened)
    finally:
        os.close(opened)


def status_if_holds(file: str, data: bytes) -> os.stat_result | None:
    """The status of the file, if it is a real one with exactly these bytes."""
    try:
        found = os.lstat(file)
        if stat.S_ISREG(found.st_mode) and found.st_size == len(data):
            return found if Path(file).read_bytes() == data else None
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        pass
    return None
