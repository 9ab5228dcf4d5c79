"""Publishing: a staged site moves into place in one sweep.

It only renames, so every file appears whole, or, of a new site, every folder. New files come before
others are replaced, and those before stale ones go: a reader in the middle finds each page either
old or new.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from ht_newsgen.errors import OutputRefused, OutputUnwritable
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.folders import clashing, kind_of, make_folder, remove
from ht_newsgen.writing.ledger import LEDGER, write_manifest
from ht_newsgen.writing.staging import STAGED, Staged

MANY = 100
"""Files from which on it pays to replace them together."""


class Written(Struct, frozen=True, kw_only=True):
    """What a build changed on the disk; paths are relative to the output folder, sorted."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    manifest: Manifest
    """That of the folder now."""


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


def publish(
    output: Path,
    staged: Sequence[Staged],
    clean: Mapping[str, Output],
    before: Manifest,
    *,
    force: bool = False,
) -> Written:
    """Make the output folder hold exactly the staged and the clean files, beside those of others.

    New files move first, in the order given, then those that replace others. `clean` are files that
    stay as they are, `before` is the manifest of the last build. Raises OSError, and
    `OutputRefused` when a link leads out of the folder, or when a file of others is in the way and
    `force` does not allow to replace it.
    """
    coming = dict(clean) | {one.path: one.output for one in staged}
    noted = before
    moved = [one for one in staged if one.at]
    stale = tuple(sorted(before.outputs.keys() - coming.keys()))
    if not force:
        refuse_to_replace(output, {renamed_to(one) for one in moved} - before.outputs.keys())
    if moved or stale:
        unfinished = dict.fromkeys((one.path for one in moved), Output())
        noted = write_manifest(output, before.outputs | unfinished, before)

    in_the_way = clashing(stale, coming)
    remove(output, in_the_way)
    move(output, moved, before)
    remove(output, (path for path in stale if path not in in_the_way))

    return Written(
        manifest=write_manifest(output, coming, noted),
        written=tuple(sorted(one.path for one in moved)),
        unchanged=len(coming) - len(moved),
        removed=stale,
    )


def move(output: Path, staged: Sequence[Staged], before: Manifest) -> None:
    """Move staged files to where they belong; those that are no news there come last."""
    folders = {""}
    whole: set[str] = set()
    replacing = []
    for one in staged:
        if one.at == one.path:
            top = renamed_to(one)
            if top not in whole:
                whole.add(top)
                rename(output, top, top)
            continue
        make_folder(output, one.path.rpartition("/")[0], folders)
        if one.path in before.outputs:
            replacing.append(one)
        else:
            rename(output, one.at, one.path)
    replace(output, replacing)


def renamed_to(staged: Staged) -> str:
    """The path to which a file is moved, or, of a new site, the folder at the top that has it."""
    return staged.path.partition("/")[0] if staged.at == staged.path else staged.path


def replace(output: Path, staged: Sequence[Staged]) -> None:
    """Move staged files to where others are, together if there are many."""
    if len(staged) < MANY:
        for one in staged:
            rename(output, one.at, one.path)
        return
    # Imported here, with threads and the system's own functions: most builds have few files.
    from ht_newsgen.writing.replacing import exchanger, replace_all

    staging = f"{output}/{LEDGER}/{STAGED}"
    moves = [(f"{staging}/{one.at}", f"{output}/{one.path}") for one in staged]
    replace_all(moves, exchanger())


def rename(output: Path, at: str, path: str) -> None:
    """Out of the staging folder to a path of the site, in one step."""
    Path(f"{output}/{LEDGER}/{STAGED}/{at}").replace(f"{output}/{path}")


def refuse_to_replace(output: Path, paths: Iterable[str]) -> None:
    """Raise `OutputRefused` for the first of these new paths at which somebody has a file."""
    for path in sorted(paths):
        file = f"{output}/{path}"
        kind = kind_of(file)
        if kind is not None and stat.S_ISREG(kind):
            raise OutputRefused(
                f"{file} is a file that ht-newsgen did not write, and a page is to be "
                "there. Move it away, or say --force to replace it."
            )
