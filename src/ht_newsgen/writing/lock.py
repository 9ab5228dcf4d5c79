"""One build at a time in one folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ht_newsgen.errors import OutputRefused
from ht_newsgen.writing.ledger import LEDGER

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock; there, builds must not overlap
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_build(output: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the output folder for this process; `waiting` is called once if another one has it.

    Raises OSError, and `OutputRefused` when our own folder inside it leads elsewhere.
    """
    folder = output / LEDGER
    if folder.is_symlink():
        raise OutputRefused(f"{folder} is a link; ht-newsgen writes only into real folders.")
    with held(folder / "lock", waiting):
        yield


@contextmanager
def held(file: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    """Hold the lock in this file, which is made; it goes with the process, however it ends.

    `waiting` is called once if another one has it; without `waiting` that is a BlockingIOError.
    Workers that outlive their parent hold it on, until they notice. Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    # Neither through a link nor by emptying what is there.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(file, flags, 0o666)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if waiting is None:
                    raise
                waiting()
                fcntl.flock(handle, fcntl.LOCK_EX)
            except OSError:
                pass  # some file systems of networks know no locks; there, builds must not overlap
        yield
    finally:
        with suppress(OSError):
            os.close(handle)
