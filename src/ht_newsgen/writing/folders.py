"""The files and folders of the output, never through a link that leads out of it."""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Output


def is_published(output: Path) -> Callable[[str, Output], bool]:
    """A function that tells whether the file at a path still is the one of the manifest."""
    folder = f"{output}/"

    def holds_still(path: str, described: Output) -> bool:
        try:
            status = os.lstat(folder + path)
        except OSError:
            return False
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_size == described.size
            and status.st_mtime_ns == described.mtime_ns
        )

    return holds_still


def make_folder(output: Path, folder: PurePosixPath, folders: set[Path]) -> None:
    """Make the folder and those above it; refuse one that is a link to somewhere else.

    `folders` are those known to be real folders; it grows.
    """
    target = output / folder
    if target in folders:
        return
    make_folder(output, folder.parent, folders)
    if target.is_symlink():
        raise OutputRefused(f"{target} is a link; ht-newsgen writes only into real folders.")
    target.mkdir(exist_ok=True)
    folders.add(target)


def clashing(stale: Iterable[str], planned: Iterable[str]) -> frozenset[str]:
    """Stale files where a folder is needed now, or below a name that a file needs now."""
    files = frozenset(planned)
    above = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    return frozenset(
        path
        for path in stale
        if path in above or any(str(parent) in files for parent in PurePosixPath(path).parents)
    )


def remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders above them that hold nothing any more.

    A file that stands behind a link is left alone: it is not in this folder.
    """
    for path in paths:
        parents = [output / parent for parent in PurePosixPath(path).parents][:-1]
        if any(parent.is_symlink() for parent in parents):
            continue
        with suppress(FileNotFoundError, NotADirectoryError):
            (output / path).unlink()
        with suppress(OSError):
            for parent in parents:
                parent.rmdir()
