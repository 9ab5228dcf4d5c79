"""Reading a site's items: what the store remembers is recalled, the rest is read, by all cores."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import islice

from msgspec import Struct

from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import shared
from ht_newsgen.build.recall import recall, record_of
from ht_newsgen.build.record import Record, decoded, encoded, may_be_kept
from ht_newsgen.build.store import Kept, Store
from ht_newsgen.kit.held_folder import HeldFolder
from ht_newsgen.model.config import Config
from ht_newsgen.reading.scan import SourceFile

BATCH = 400
"""Readings that are kept in one go."""


class JustRead(Struct, frozen=True, kw_only=True):
    """One file, just read, as it comes from a worker."""

    kept: Kept
    html: str
    lasting: bool
    """False when the file must be read again each time."""


def read_all(
    options: Options, config: Config, files: Sequence[SourceFile], store: Store
) -> list[Record]:
    """What each file holds, in the order of the files; the store then knows it too."""
    recalled = recall(options.root, files, store.kept())
    if recalled.refreshed:
        store.keep(recalled.refreshed, ())
    if recalled.unread or recalled.gone:
        # Before anything is read: a reading that does not last has a text that no record names.
        store.forget(recalled.gone)
    records = dict(recalled.known)
    if recalled.unread:
        with (
            closing(HeldFolder(options.root)) as held,
            shared(
                reader(options, config, recalled.unread, held),
                len(recalled.unread),
                options.jobs,
            ) as answers,
        ):
            while batch := list(islice(answers, BATCH)):
                records |= taken_in(batch, store)
    return [records[file.path] for file in files]


def reader(
    options: Options,
    config: Config,
    files: Sequence[SourceFile],
    held: HeldFolder | None = None,
) -> Callable[[int], JustRead]:
    """The work of reading the file of a number; a process makes its press with its first text.

    `held` is for a run over many files, which closes it; each worker has one of its own.
    """
    from ht_newsgen.reading.article import read_item
    from ht_newsgen.reading.body import Press, make_press

    presses: list[Press] = []

    def read(number: int) -> JustRead:
        file = files[number]
        if not presses:
            presses.append(make_press())
        read_ns = time.time_ns()
        reading = read_item(options.root, file.path, config, press=presses[0], held=held)
        record = record_of(options.root, reading.item, reading.problems, reading.digest)
        kept = Kept(
            path=file.path,
            size=file.size,
            mtime_ns=file.mtime_ns,
            ctime_ns=file.ctime_ns,
            read_ns=read_ns,
            digest=reading.digest,
            body=reading.body.digest,
            record=encoded(record),
        )
        lasting = bool(reading.digest) and may_be_kept(record)
        return JustRead(kept=kept, html=reading.body.html, lasting=lasting)

    return read


def taken_in(batch: Iterable[JustRead], store: Store) -> dict[str, Record]:
    """The records of a batch by path; the store keeps them, and the texts in any case."""
    batch = list(batch)
    store.keep(
        [one.kept for one in batch if one.lasting],
        {one.kept.body: one.html for one in batch if one.kept.body}.items(),
    )
    return {one.kept.path: decoded(one.kept.record) for one in batch}
