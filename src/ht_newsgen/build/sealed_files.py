"""Files that a build keeps for the next, each under a name that tells what its bytes depend on.

Any process may add one without asking another. A file carries the digest of its bytes, so one that
was damaged, or cut short by a full disk, is as good as none.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from ht_newsgen.kit.digest import DIGEST_BYTES, digest

NEW = ".new"
"""Ends the name of a file that is being written."""
SEAL = 2 * DIGEST_BYTES
"""Bytes before the content: its digest in hex."""


def kept_bytes(file: Path) -> bytes | None:
    """What was kept there; None if nothing was, or if it is no longer that."""
    try:
        sealed = file.read_bytes()
    except OSError:
        return None
    data = sealed[SEAL:]
    return data if digest(data).encode() == sealed[:SEAL] else None


def keep_bytes(file: Path, data: bytes) -> None:
    """Keep the bytes, whoever else does so at the same time; not where nothing can be written."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}{NEW}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(digest(data).encode() + data)
        temporary.replace(file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


def remove_others(folder: Path, names: Collection[str]) -> None:
    """Leave nothing in the folder but the files of these names."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names are all that is asked for
            if name not in names:
                with suppress(OSError):
                    (folder / name).unlink()
