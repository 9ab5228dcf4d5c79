"""One build at a time in one output folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ht_newsgen.writing.ledger import LEDGER

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock; there, builds must not overlap
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_build(output: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the output folder for this process; `waiting` is called once if another one has it.

    The lock goes with the process, however it ends. Raises OSError.
    """
    folder = output / LEDGER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
