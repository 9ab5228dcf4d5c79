"""Files of many folders, read one after the other, and never by way of a link.

To look whether a link leads to a file, before it is opened, asks the system about every folder
above it, and something else may stand there a moment later. A folder that is held open is the one
that was looked at, whatever takes its place meanwhile. So the folder of the last file is held, and
the next one is mostly its neighbour.
"""

import os
from pathlib import Path

from ht_newsgen.kit.files import TO_READ, read_to_end

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | _NO_LINK | getattr(os, "O_DIRECTORY", 0)
_CAN_HOLD = _NO_LINK and os.open in os.supports_dir_fd


class HeldFolder:
    """Holds one folder below `root` at a time, the one of the last file; to be closed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path: str | None = None
        self._handle: int | None = None

    def read(self, path: str, limit: int) -> bytes | None:
        """The bytes of a file, by its path below the root.

        None where that is not so simple: a link leads there, it is too large, or cannot be read,
        or the system cannot do this. Then `is_inside` and `read_bounded` tell.
        """
        folder, _, name = path.rpartition("/")
        if not _CAN_HOLD:
            return None
        try:
            if folder != self._path:
                self._hold(folder)
            descriptor = os.open(name, TO_READ | _NO_LINK, dir_fd=self._handle)
            return read_to_end(descriptor, limit)
        except (OSError, ValueError):
            return None

    def close(self) -> None:
        """Let go of the folder."""
        self._path = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _hold(self, folder: str) -> None:
        """Go down from the root, each folder by way of the one above it. Raises OSError."""
        self.close()
        self._handle = os.open(self._root, _FOLDER & ~_NO_LINK)
        for name in filter(None, folder.split("/")):
            if name == "..":
                raise ValueError(folder)
            above, self._handle = self._handle, os.open(name, _FOLDER, dir_fd=self._handle)
            os.close(above)
        self._path = folder
