"""Files of a site: read up to a limit, and never outside the site."""

import os
import stat
from pathlib import Path


def read_bounded(path: Path, limit: int) -> bytes | None:
    """The bytes of the file, or None when it holds more than `limit` bytes.

    Raises OSError when it cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(descriptor).st_size
        if size > limit:
            return None
        data = os.read(descriptor, size + 1)
        # What grows while it is read, and what is no ordinary file, is read until it ends.
        while size != len(data) <= limit and (more := os.read(descriptor, limit + 1 - len(data))):
            data += more
    finally:
        os.close(descriptor)
    return data if len(data) <= limit else None


def is_inside(root: Path, path: Path) -> bool:
    """Whether the path, with all links followed, lies in `root` or is it."""
    return _holds_no_link(root, path) or path.resolve().is_relative_to(root.resolve())


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
