"""Pictures among the site's files, looked at by the rules; opened only where they have changed."""

import os
from collections.abc import Iterator
from pathlib import Path

from ht_newsgen.build.checks import Checks
from ht_newsgen.build.options import Options
from ht_newsgen.build.store import Findings, Store
from ht_newsgen.build.versions import program_digest
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.problems import Problem

FOLDERS = ("content", "static")
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
LARGEST = 50 << 20
"""Bytes; a larger one cannot be published, which reading tells."""


def in_pictures(checks: Checks, options: Options, store: Store) -> list[Problem]:
    """What is wrong with the files of pictures, whether or not an item shows them."""
    known = store.findings("picture")
    now: dict[str, Findings] = {}
    fresh: list[Findings] = []
    for path in sorted(pictures_below(options.root)):
        file = options.root / path
        try:
            status = file.stat()
            times = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
            made_of = digest(f"{times} {program_digest()}".encode())
            before = known.get(path)
            if before is None or before.fingerprint != made_of:
                data = read_bounded(file, LARGEST) if is_inside(options.root, file) else None
                found = tuple(checks.of_picture(path, data)) if data else ()
                before = Findings(path=path, fingerprint=made_of, found=found)
                fresh.append(before)
        except OSError:
            continue  # reading tells of a picture that somebody uses
        now[path] = before
    store.keep_findings("picture", fresh, known.keys() - now.keys())
    return [found for one in now.values() for found in one.found]


def pictures_below(root: Path) -> Iterator[str]:
    """The paths of all pictures, relative to the site's folder."""
    for name in FOLDERS:
        for folder, _, files in os.walk(root / name):
            for file in files:
                if file.lower().endswith(SUFFIXES):
                    yield Path(folder, file).relative_to(root).as_posix()
