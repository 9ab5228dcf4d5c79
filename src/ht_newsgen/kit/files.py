"""Files of a site: read up to a limit, and never outside the site."""

import os
from pathlib import Path


def read_bounded(path: Path, limit: int) -> bytes | None:
    """The bytes of the file, or None when it holds more than `limit` bytes.

    Raises OSError when it cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            return None
        data = file.read(limit + 1)
        while len(data) <= limit and (more := file.read(limit + 1 - len(data))):
            data += more
    return data if len(data) <= limit else None


def is_inside(root: Path, path: Path) -> bool:
    """Whether the path, with all links followed, lies in `root` or is it."""
    return path.resolve().is_relative_to(root.resolve())
