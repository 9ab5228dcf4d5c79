"""Files of a site: read up to a limit, written whole, and never outside the site."""

import errno
import os
import stat
from pathlib import Path

TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without waiting: a pipe would be opened only when somebody writes to it."""


def read_bounded(path: Path, limit: int) -> bytes | None:
    """The bytes of the file, or None when it holds more than `limit` bytes.

    Raises OSError when it cannot be read, or is a pipe or a device.
    """
    return read_to_end(os.open(path, TO_READ), limit)


def read_to_end(descriptor: int, limit: int) -> bytes | None:
    """As `read_bounded`, of a file that is open; closes it."""
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        size = status.st_size
        if size > limit:
            return None
        data = os.read(descriptor, size + 1)
        # What grows while it is read, and what has no size (/proc), is read until it ends.
        while size != len(data) <= limit and (more := os.read(descriptor, limit + 1 - len(data))):
            data += more
    finally:
        os.close(descriptor)
    return data if len(data) <= limit else None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, in place of what is there; makes the folders above it.

    Raises OSError.
    """
    beside = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.write_bytes(data)
        os.replace(beside, path)  # noqa: PTH105 - the one that says it is atomic
    finally:
        beside.unlink(missing_ok=True)


def is_inside(root: Path, path: Path) -> bool:
    """Whether the path, with all links followed, lies in `root` or is it.

    A link that leads to itself lies where it is; `Path.resolve` would raise RuntimeError for it
    before Python 3.13.
    """
    if _holds_no_link(root, path):
        return True
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _holds_no_link(root: Path, path: Path) -> bool:
    """Whether the path is `root` and names of what is there, none of them a link.

    The answer for nearly all files, at a tenth of the cost of following links from the top.
    Windows has other kinds of links; there they are always followed.
    """
    at, whole = str(root), str(path)
    if os.name == "nt" or not whole.startswith(f"{at}/"):
        return False
    for name in whole[len(at) + 1 :].split("/"):
        at = f"{at}/{name}"
        try:
            if name == ".." or stat.S_ISLNK(os.lstat(at).st_mode):
                return False
        except (OSError, ValueError):
            return False
    return True
