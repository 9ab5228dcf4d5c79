"""Reading the items of a site again: what has changed is read, the rest is remembered."""

import time
from collections.abc import Collection
from pathlib import Path

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.options import Options
from ht_newsgen.build.readings import read_all
from ht_newsgen.build.recall import still_so
from ht_newsgen.build.record import Record, decoded, may_be_kept
from ht_newsgen.build.versions import reading_key
from ht_newsgen.model.config import Config
from ht_newsgen.reading.scan import SourceFile
from ht_newsgen.serve.means import Means
from ht_newsgen.serve.proof import Copy


def read_copy(
    means: Means,
    config: Config,
    files: tuple[SourceFile, ...],
    before: Copy | None,
    touched: Collection[Path],
) -> Copy:
    """All items, read anew where they or what they depend on may have changed.

    `touched` are files known to have changed, even if their times say otherwise.
    """
    root = means.options.root
    began = time.time_ns()
    by_path = {file.path: file for file in files}
    if before is None or reading_key(before.config) != reading_key(config):
        records = _from_the_store(means, config, files, alone=before is not None)
        return Copy(config=config, files=by_path, records=records, read_ns=began)
    written = {path.relative_to(root).as_posix() for path in touched if path.is_relative_to(root)}
    known = {
        path: record
        for path, record in before.records.items()
        if path in by_path
        and before.files[path] == by_path[path]
        and path not in written
        and may_be_kept(record)
        and all(still_so(root, witness, before.read_ns) for witness in record.witnesses)
    }
    records = {
        path: known.get(path) or _read_anew(means, config, file) for path, file in by_path.items()
    }
    return Copy(config=config, files=by_path, records=records, read_ns=began)


def _from_the_store(
    means: Means, config: Config, files: tuple[SourceFile, ...], *, alone: bool
) -> dict[str, Record]:
    """The records of all files by way of the store, which a build then finds warm.

    `alone` reads without workers: a process with threads must not be forked.
    """
    options = replace(means.options, jobs=1) if alone else means.options

    def attempt(options: Options) -> list[Record]:
        with opened_store(options, reading_key(config)) as (store, _):
            return read_all(options, config, files, store)

    records, _ = carried_through(attempt, options)
    return {file.path: record for file, record in zip(files, records, strict=True)}


def _read_anew(means: Means, config: Config, file: SourceFile) -> Record:
    just_read = means.read(file, config)
    means.recent[just_read.kept.body] = just_read.html
    return decoded(just_read.kept.record)
