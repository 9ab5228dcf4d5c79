"""Changing a file of the site in place: whole or not at all, and only the file that was read.

Nothing else in the program writes over what a person wrote; `check --fix` does when it is asked to.
"""

import os
import stat
import tempfile
from pathlib import Path

from ht_newsgen.errors import NewsgenError, OutputUnwritable
from ht_newsgen.kit.files import is_inside, read_bounded


def amend(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Put `after` in place of `before` in the file at `path` below the site's folder.

    Raises NewsgenError if the file is another by now or lies outside of the site, and
    OutputUnwritable if it cannot be written.
    """
    if not is_inside(root, root / path):
        raise NewsgenError(f"{path} is a link that leads out of the site; it was left as it is")
    file = Path(os.path.realpath(root / path))  # of a link, the file that it leads to
    try:
        if read_bounded(file, len(before)) != before:
            raise NewsgenError(f"{path} was changed meanwhile; check again")
        _replace(file, after)
    except OSError as error:
        raise OutputUnwritable(
            f"{path} cannot be written: {error.strerror or error}; it was left as it is"
        ) from error


def _replace(file: Path, data: bytes) -> None:
    """A new file beside it, with the same permissions, that then takes its name."""
    mode = stat.S_IMODE(file.stat().st_mode)
    if not mode & stat.S_IWUSR:
        raise PermissionError(13, "it is read-only")
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(descriptor)
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
