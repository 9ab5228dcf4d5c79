"""The writer: a build is first staged beside the site, then published in one sweep.

Staging writes what differs into our own folder inside the output; if anything goes wrong before
the last page is rendered, the site has not been touched. Publishing only renames, so every file
appears whole. New files come before stale ones go: a reader in the middle finds each page either
old or new. Nothing is ever written through a link that leads out of the folder.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ht_newsgen.errors import OutputRefused, OutputUnwritable
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.ledger import LEDGER, write_manifest

STAGED = "staged"


class Staged(Struct, frozen=True, kw_only=True):
    """A whole site, ready to be published."""

    outputs: dict[str, Output]
    """Every file of the site, by path."""
    changed: tuple[str, ...]
    """Those whose bytes differ from what is published; file N of the staging folder is the Nth."""


class Written(Struct, frozen=True, kw_only=True):
    """What a build changed on the disk; paths are relative to the output folder, sorted."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


@contextmanager
def told_kindly(output: Path) -> Iterator[None]:
    """Turn an error of the system into `OutputUnwritable`, with its reason."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputUnwritable(
            f"{error.filename or output} could not be written: {reason}. "
            "The site that was published before is still there; the next build repairs the rest."
        ) from error


def stage(output: Path, files: Iterable[tuple[str, bytes]]) -> Staged:
    """Write what differs from the published site into the staging folder.

    `files` gives path and bytes of every file of the site; it is consumed lazily, one file in
    memory at a time. Raises OSError, and whatever `files` raises.
    """
    folder = output / LEDGER / STAGED
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    outputs: dict[str, Output] = {}
    changed: list[str] = []
    for path, data in files:
        outputs[path] = Output(digest=digest(data))
        if not holds(output / path, data):
            (folder / str(len(changed))).write_bytes(data)
            changed.append(path)
    return Staged(outputs=outputs, changed=tuple(changed))


def publish(output: Path, staged: Staged, before: Manifest) -> Written:
    """Make the output folder hold exactly the staged site, beside files that are not ours.

    `before` is the manifest of the last build. Raises OSError, and `OutputRefused` when a link
    leads out of the folder.
    """
    coming = dict.fromkeys(staged.outputs, Output(digest=""))
    write_manifest(output, Manifest(outputs=coming | before.outputs))

    stale = tuple(sorted(before.outputs.keys() - staged.outputs.keys()))
    in_the_way = clashing(stale, staged.outputs)
    remove(output, in_the_way)
    folders = {output}
    for number, path in enumerate(staged.changed):
        make_folder(output, PurePosixPath(path).parent, folders)
        (output / LEDGER / STAGED / str(number)).replace(output / path)
    remove(output, (path for path in stale if path not in in_the_way))

    write_manifest(output, Manifest(outputs=dict(sorted(staged.outputs.items()))))
    shutil.rmtree(output / LEDGER / STAGED, ignore_errors=True)
    return Written(
        written=tuple(sorted(staged.changed)),
        unchanged=len(staged.outputs) - len(staged.changed),
        removed=stale,
    )


def holds(file: Path, data: bytes) -> bool:
    """Whether the file is a real one with exactly these bytes."""
    try:
        found = file.lstat()
        return found.st_size == len(data) and not file.is_symlink() and file.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


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
