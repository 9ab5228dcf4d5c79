"""The search index: made when the site is in place, of those volumes whose text has changed.

A volume is one planned file that stands for many (`pages/volumes.py`). The manifest knows them
all, so the files of a volume that is what it was are looked at like any other, and those of one
that is made anew or gone are taken away. Between the two halves of a build, what was found before
is found still.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.dirty import Dirty, find_dirty
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.writing.staging import Staged, begin_staging, stage
from ht_newsgen.writing.writer import Written, publish

Indexer = Callable[[Page], Mapping[str, bytes]]
"""The files of a volume by their paths in its folder; raises IndexingFailedError."""


WITHOUT = (
    "The search index could not be made: {reason}. The site is published, and its search page "
    "offers topics and archives. To do without: search: off in newsgen.yaml."
)


class Index(Struct, frozen=True, kw_only=True):
    """The volumes of the search index, as a build finds them."""

    dirty: tuple[Dirty, ...]
    """Those to be made anew."""
    clean: dict[str, Output]
    """All files of the others."""
    old: dict[str, Output]
    """Files of the dirty ones that are there now."""


def apart(planned: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The pages of the site, and the volumes of its search index."""
    return (
        tuple(page for page in planned if page.kind is not PageKind.SEARCH_VOLUME),
        tuple(page for page in planned if page.kind is PageKind.SEARCH_VOLUME),
    )


def find_index(
    volumes: Sequence[Page],
    renderers: Mapping[PageKind, str],
    before: Manifest,
    still_published: Callable[[str, Output], Output | None],
) -> Index:
    """Which volumes must be made anew, and which files stay; see `find_dirty`."""
    if not volumes:
        return Index(dirty=(), clean={}, old={})
    files: dict[str, dict[str, Output | None]] = {folder_of(page.path): {} for page in volumes}
    for path, output in before.outputs.items():
        folder = folder_of(path)
        if folder in files:
            files[folder][path] = still_published(path, output)
    whole = {folder for folder, found in files.items() if None not in found.values()}
    complete = Manifest(
        outputs={
            path: output for path, output in before.outputs.items() if folder_of(path) in whole
        }
    )
    dirty, entries = find_dirty(volumes, renderers, complete, still_published)
    dirty = tuple(
        replace(one, reason="a file of it is missing, or somebody else has changed it")
        if folder_of(one.page.path) not in whole
        else one
        for one in dirty
    )
    anew = {folder_of(one.page.path) for one in dirty}
    there = {folder: {p: o for p, o in found.items() if o} for folder, found in files.items()}
    return Index(
        dirty=dirty,
        clean=dict(chain.from_iterable(there[f].items() for f in files if f not in anew)) | entries,
        old=dict(chain.from_iterable(there[folder].items() for folder in sorted(anew))),
    )


def folder_of(path: str) -> str:
    """The folder of the volume that a file belongs to: `bs/search/index/2018/`; else ""."""
    above, found, below = path.partition("search/index/")
    volume, slash, _ = below.partition("/")
    return f"{above}{found}{volume}/" if slash and (not above or above.endswith("/")) else ""


def bring_up_to_date(
    output: Path, index: Index, indexer: Indexer, before: Manifest, *, force: bool = False
) -> tuple[Written, tuple[str, ...]]:
    """Make and publish the dirty volumes, and say so if that cannot be done.

    Then they are left out, and what was there of them goes: it may hold what must not be found any
    more. `before` is what is published now. Raises OSError and OutputRefused.
    """
    if not index.dirty:
        return Written(written=(), unchanged=0, removed=(), manifest=before), ()
    stays = {path: one for path, one in before.outputs.items() if path not in index.old}
    staged, notes = stage_volumes(output, index.dirty, indexer)
    return publish(output, staged, stays, before, force=force), notes


def stage_volumes(
    output: Path, dirty: Iterable[Dirty], indexer: Indexer
) -> tuple[tuple[Staged, ...], tuple[str, ...]]:
    """Make the volumes and stage their files, in each the one last that tells of the others.

    With them a sentence, if one could not be made; no other is tried then.
    """
    from ht_newsgen.render.pagefind import IndexingFailedError

    begin_staging(output)
    staged: list[Staged] = []
    for one in dirty:
        try:
            files = indexer(one.page)
        except IndexingFailedError as error:
            return tuple(staged), (WITHOUT.format(reason=error),)
        folder, fingerprint = folder_of(one.page.path), str(one.fingerprint)
        for name in sorted(files, key=lambda name: (name == ENTRY, name)):
            key = one.key if name == ENTRY else ""
            path, at = folder + name, str(len(staged))
            staged.append(stage(output, at, path, files[name], fingerprint=fingerprint, key=key))
    return tuple(staged), ()


def told(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths, with one file for each volume of the index."""
    return tuple(path for path in paths if path.endswith(ENTRY) or not folder_of(path))
