"""Lines of the site's files, for showing what a problem points at."""

import re
from collections.abc import Callable
from pathlib import Path

from ht_newsgen.kit.files import is_inside, read_bounded

ReadLine = Callable[[str, int], str]
"""The text of a line of a file of the site (counted from 1); empty if there is no such line."""

LARGEST_SHOWN = 8 * 1024 * 1024
"""Bytes; no line of a larger file is shown."""


def line_reader(root: Path) -> ReadLine:
    """Reads lines of the files under `root`, each file once; what cannot be read has no lines."""
    known: dict[str, list[str]] = {}

    def read_line(path: str, line: int) -> str:
        if path not in known:
            known[path] = lines_of(root, path)
        lines = known[path]
        return lines[line - 1] if 0 < line <= len(lines) else ""

    return read_line


def lines_of(root: Path, path: str) -> list[str]:
    """The lines of a file of the site; none if it is too large, elsewhere, or unreadable."""
    try:
        if not is_inside(root, root / path):
            return []
        data = read_bounded(root / path, LARGEST_SHOWN) or b""
    except (OSError, ValueError):  # a null byte in a path is a ValueError
        return []
    # Other than str.splitlines, these are line ends to YAML and to editors alike.
    return re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", errors="replace"))
