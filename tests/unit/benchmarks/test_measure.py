"""Measuring a program."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import Made, RunFailedError, count, measure


def test_work_and_memory_are_those_of_the_program(tmp_path: Path) -> None:
    """Memory that the program touches is counted, and the time it computes."""
    waste = "x = bytearray(b'x') * 80_000_000\nfor _ in range(3_000_000): pass"
    cost = measure([sys.executable, "-c", waste], tmp_path, tmp_path / "log")

    assert cost.memory > 80_000_000
    assert cost.cpu > 0
    assert cost.wall > 0


def test_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    """A quick failure must not pass for a quick build."""
    command = [sys.executable, "-c", "import sys; sys.exit('no such template')"]
    with pytest.raises(RunFailedError, match=r"ended with 1:\nno such template"):
        measure(command, tmp_path, tmp_path / "log")


def test_pages_are_counted_apart_from_other_files(tmp_path: Path) -> None:
    """In all folders."""
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "index.html").write_bytes(b"12345")
    (tmp_path / "rss.xml").write_bytes(b"123")

    assert count(tmp_path) == Made(html=1, files=2, size=8)
