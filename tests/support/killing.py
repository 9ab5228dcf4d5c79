"""Builds in a process of their own, which may be killed at any moment."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.start import build
from ht_newsgen.writing.ledger import LEDGER

PATIENCE = 120
"""Seconds after which a build counts as hanging, on however busy a machine."""


def started(options: Options, saying: Callable[[str], None] = lambda _: None) -> BaseProcess:
    """A build with a process group of its own; it exits with 0 when the site was published."""

    def run() -> None:
        os.setsid()
        result = build(options, waiting=lambda: saying("waiting"))
        for note in result.notes:
            saying(note)
        os._exit(0 if result.published else 1)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    """Wait for the build, and say how it ended; None if it hangs."""
    process.join(PATIENCE)
    return process.exitcode


def kill(process: BaseProcess, whom: str) -> bool:
    """Kill `parent`, one `worker` or the whole `group`; False when there was nobody."""
    assert process.pid is not None
    try:
        if whom == "group":
            os.killpg(process.pid, signal.SIGKILL)
        elif whom == "parent":
            os.kill(process.pid, signal.SIGKILL)
        else:
            workers = [pid for pid in group(process.pid) if pid != process.pid]
            os.kill(workers[0], signal.SIGKILL)
    except (ProcessLookupError, IndexError):
        return False
    return True


def group(leader: int) -> list[int]:
    """The living processes of a group."""
    return sorted(_living(leader))


def _living(leader: int) -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            state, _, of_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it has ended since
        if state not in "ZX" and int(of_group) == leader:
            yield int(folder.name)


def gone(leader: int) -> bool:
    """Whether nobody of the group is left before long."""
    until = time.monotonic() + PATIENCE
    while group(leader):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def half_written(output: Path) -> list[str]:
    """The published pages that do not hold a whole page."""
    pages: list[Path] = []
    for folder, folders, files in os.walk(output):  # which minds no folder that goes meanwhile
        if Path(folder) == output:
            folders[:] = [name for name in folders if name != LEDGER]
        pages.extend(Path(folder, name) for name in files if name.endswith(".html"))
    return [str(page) for page in pages if not _is_whole(page)]


def _is_whole(page: Path) -> bool:
    try:
        return page.read_bytes().endswith(b"</html>\n")
    except FileNotFoundError:
        return True  # it was removed since it was found
