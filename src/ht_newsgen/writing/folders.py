"""The files and folders of the output, never through a link that leads out of it."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from ht_newsgen.errors import OutputRefused
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.manifest import Output


def still_published(output: Path) -> Callable[[str, Output], Output | None]:
    """A function that tells how the file of the manifest is now; None if it is not that any more.

    Its time decides; where that differs, as in a checkout or a copy, its bytes do.
    """
    folder = f"{output}/"

    def as_it_is(path: str, described: Output) -> Output | None:
        try:
            status = os.lstat(folder + path)
            if not stat.S_ISREG(status.st_mode) or status.st_size != described.size:
                return None
            if status.st_mtime_ns == described.mtime_ns:
                return described
            if digest(Path(folder + path).read_bytes()) != described.digest:
                return None
        except OSError:
            return None
        return replace(described, mtime_ns=status.st_mtime_ns)

    return as_it_is


def make_folder(output: Path, folder: str, folders: set[str]) -> None:
    """Make the folder and those above it; refuse one that is a link to somewhere else.

    `folders` are those known to be real folders, by name, "" being the output itself; it grows.
    """
    if folder in folders:
        return
    make_folder(output, folder.rpartition("/")[0], folders)
    target = f"{output}/{folder}"
    # Asked first, since most are there: a new site moves in whole folders.
    kind = kind_of(target)
    if kind is None:
        Path(target).mkdir()
    elif stat.S_ISLNK(kind):
        raise OutputRefused(f"{target} is a link; ht-newsgen writes only into real folders.")
    elif not stat.S_ISDIR(kind):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
    folders.add(folder)


def kind_of(path: str) -> int | None:
    """The mode of what is there, a link being one; None when nothing is."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def clashing(stale: Iterable[str], planned: Iterable[str]) -> frozenset[str]:
    """Stale files where a folder is needed now, or below a name that a file needs now."""
    going = tuple(stale)
    if not going:
        return frozenset()
    files = frozenset(planned)
    needed: set[str] = set()
    for path in files:
        for folder in folders_above(path):
            if folder in needed:
                break  # and so are those above it
            needed.add(folder)
    return frozenset(
        path
        for path in going
        if path in needed or any(folder in files for folder in folders_above(path))
    )


def folders_above(path: str) -> Iterator[str]:
    """`a/b`, then `a`, of `a/b/c.html`."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders above them that hold nothing any more.

    What stands behind a link is left alone, since it is not in this folder, and so is a folder
    that somebody else made in the place of a file.
    """
    for path in paths:
        parents = [output / parent for parent in PurePosixPath(path).parents][:-1]
        if any(parent.is_symlink() for parent in parents):
            continue
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (output / path).unlink()
        with suppress(OSError):
            for parent in parents:
                parent.rmdir()
