"""Tests lay out their sites in memory where that is possible, or where somebody wants them."""

import os
import shutil
import stat
import tempfile
from collections import namedtuple
from pathlib import Path

import pytest

from tests.support import scratch

Usage = namedtuple("Usage", "free")


@pytest.fixture(autouse=True)
def undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has said anything, and there is room."""
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", "")
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(scratch.ROOM))


def chosen(memory: Path) -> str | None:
    """What is said to this process and to those it starts."""
    scratch.settle(memory)
    assert tempfile.tempdir == os.environ.get("TMPDIR")
    return tempfile.tempdir


def test_it_lies_in_memory_in_a_folder_of_ones_own(tmp_path: Path) -> None:
    """Programs that a test starts are told as well, and leave nothing beside it."""
    folder = tmp_path / f"newsgen-tests-{os.getuid()}"

    assert chosen(tmp_path) == str(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_machine_without_such_a_place_keeps_to_its_own(tmp_path: Path) -> None:
    """As those with other systems."""
    assert chosen(tmp_path / "nowhere") is None


def test_a_small_place_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers give 64 MB."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(64 * 1024**2))

    assert chosen(tmp_path) is None


def test_a_place_where_no_program_runs_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Environments are made in it, whose commands are called."""
    found = os.statvfs(tmp_path)
    Found = namedtuple("Found", "f_flag")
    monkeypatch.setattr(os, "statvfs", lambda _: Found(found.f_flag | os.ST_NOEXEC))

    assert chosen(tmp_path) is None


def test_who_has_said_where_is_heeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TMPDIR is how one says it."""
    monkeypatch.setenv("TMPDIR", "/somewhere")
    scratch.settle(tmp_path)

    assert (os.environ["TMPDIR"], tempfile.tempdir) == ("/somewhere", None)
