"""A build goes on without its helpers."""

import sqlite3
from pathlib import Path

import pytest

from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import WorkerLostError
from ht_newsgen.errors import OutputUnwritable
from tests.support.sites import NOW

OPTIONS = Options(root=Path("/site"), output=Path("/out"), theme=Path("/theme"), now=NOW)


def test_what_works_is_done_once() -> None:
    """And nothing is said."""
    assert carried_through(lambda options: options, OPTIONS) == (OPTIONS, ())


def test_without_workers_without_cache_and_no_further() -> None:
    """Each failure once, each told; the last one ends the build with a sentence."""
    asked: list[tuple[int, bool]] = []

    def attempt(options: Options) -> str:
        asked.append((options.jobs, options.cache))
        if options.jobs != 1:
            raise WorkerLostError("a worker is gone")
        if options.cache:
            raise sqlite3.DatabaseError("malformed")
        return "built"

    answer, notes = carried_through(attempt, OPTIONS)

    assert answer == "built"
    assert asked == [(0, True), (1, True), (1, False)]
    assert "--jobs 1" in notes[0]
    assert "was damaged (malformed)" in notes[1]


def test_a_temporary_store_that_fails_too_ends_the_build() -> None:
    """There is nothing left to do without."""

    def attempt(_: Options) -> str:
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(OutputUnwritable, match="disk I/O error"):
        carried_through(attempt, OPTIONS)
