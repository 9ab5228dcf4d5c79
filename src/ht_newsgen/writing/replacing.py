"""Many files that take the places of others, each in one step, and all within a moment.

A rename onto another file waits for the disk: the system gives the old blocks back, and ext4 writes
the new ones out first. Where the system can exchange two names that wait comes after the last new
file is in its place, so that readers do not meet old pages beside new ones all the while
(docs/decisions/0033-whole-folders.md).
"""

import ctypes
import os
import stat
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from ht_newsgen.writing.folders import kind_of

One = TypeVar("One")

AT_ONCE = 8
"""Files that wait for the disk together."""

HERE = -100
"""AT_FDCWD: a path that is not absolute begins at this process's folder."""
EXCHANGE = 2
"""RENAME_EXCHANGE, of renameat2(2)."""


def replace_all(moves: Sequence[tuple[str, str]], exchange: Callable[[str, str], bool]) -> None:
    """Each first file in the place of the second, which is gone afterwards.

    `exchange` is as `exchanger` makes it; what it cannot do is renamed. Raises OSError.
    """
    left = [move for move in moves if not exchange(*move)]
    _at_once(lambda move: Path(move[0]).replace(move[1]), left)
    if len(left) < len(moves):
        renamed = {new for new, _ in left}
        _at_once(os.unlink, [new for new, _ in moves if new not in renamed])


def exchanger() -> Callable[[str, str], bool]:
    """A function that lets two files change their names, and tells whether it could.

    It cannot on systems other than Linux, on file systems that do not know how, where the second is
    not there, and it will not where the second is a folder, which somebody has made: that is not to
    be removed as an old file would be.
    """
    try:
        call = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return lambda _, __: False

    def exchange(new: str, old: str) -> bool:
        kind = kind_of(old)
        if kind is None or stat.S_ISDIR(kind):
            return False
        return bool(call(HERE, os.fsencode(new), HERE, os.fsencode(old), EXCHANGE) == 0)

    return exchange


def _at_once(do: Callable[[One], object], files: Sequence[One]) -> None:
    """This for each file, by several threads, of which each goes its own way through the files."""
    parts = [files[first::AT_ONCE] for first in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for _ in threads.map(lambda part: [do(one) for one in part], parts):
            pass  # an error is raised here
