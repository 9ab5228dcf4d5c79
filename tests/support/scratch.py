"""Where tests lay out their sites: in memory, if this machine has a place for them there."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes that must be free; a run takes less than half of them."""


def settle(memory: Path = MEMORY) -> None:
    """Let everything temporary of this process and of those it starts lie in memory.

    Thousands of small sites are built and thrown away again, for which a disk takes twice the
    processor time and, when it is busy, minutes of waiting. Who has set TMPDIR knows better.
    """
    if "TMPDIR" not in os.environ and is_suited(memory):
        ours = memory / f"newsgen-tests-{os.getuid()}"
        ours.mkdir(mode=0o700, exist_ok=True)
        os.environ["TMPDIR"] = tempfile.tempdir = str(ours)


def is_suited(memory: Path) -> bool:
    """Whether it is there, may be written, has room, and lets installed programs run."""
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        return False
    may_run = not os.statvfs(memory).f_flag & os.ST_NOEXEC
    return may_run and shutil.disk_usage(memory).free >= ROOM
