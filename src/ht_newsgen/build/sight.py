"""What lies before a build: every file that it may read, by size and times, and none of it opened.

Files of the site that are not items are looked at as well: its configuration and its registers,
pictures, templates and static files, and the theme.
"""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from ht_newsgen.build.options import Options
from ht_newsgen.build.paths import CONFIG
from ht_newsgen.build.settled import settled_before
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem
from ht_newsgen.reading.scan import CONTENT, SourceFile, scan

ITEM = ".md"
FOLDERS = ("templates", "static")
"""Of the site and of the theme."""
MOST_DOUBTFUL = 1000
"""Files whose bytes may be looked at to make sure; of more, reading them is a build's business."""


class Sight(Struct, frozen=True, kw_only=True):
    """The site's files at one moment."""

    files: tuple[SourceFile, ...]
    """As `scan` finds them, with what is wrong with them."""
    wrong_files: tuple[Problem, ...]
    taken_ns: int
    tree: str = ""
    """A digest of all names, sizes and times; empty if these cannot be trusted."""
    rest: str = ""
    """The same of all but the items."""
    items: bytes = b""
    """The files, encoded."""
    doubtful: dict[str, str] = {}
    """Digests of the files that may have been written again within their time stamps."""


def look(options: Options) -> Sight:
    """The files of the site and of its theme as they are now."""
    taken_ns = time.time_ns()
    files, wrong_files = scan(options.root)
    sight = Sight(files=files, wrong_files=wrong_files, taken_ns=taken_ns)
    if not options.cache:
        return sight
    try:
        others = tuple(others_of(options))
        rest = digest(msgspec.msgpack.encode((wrong_files, others)))
        items = msgspec.msgpack.encode(files)
    except (OSError, UnicodeEncodeError):
        return sight
    here = f"{options.root}/"
    doubtful = [
        *(here + one.path for one in unsettled(files, taken_ns)),
        *(one.path for one in unsettled(others, taken_ns)),
    ]
    if len(doubtful) > MOST_DOUBTFUL:
        return sight
    return msgspec.structs.replace(
        sight, tree=tree_of(items, rest), rest=rest, items=items, doubtful=digests_of(doubtful)
    )


def tree_of(items: bytes, rest: str) -> str:
    """The `tree` of a sight with these `items` and this `rest`."""
    return digest(b"%s %s" % (rest.encode(), items))


def unsettled(files: Iterable[SourceFile], taken_ns: int) -> list[SourceFile]:
    """The files that need not get other times when they are written again."""
    moment = settled_before(taken_ns)
    return [one for one in files if one.mtime_ns >= moment or one.ctime_ns >= moment]


def digests_of(paths: Iterable[str]) -> dict[str, str]:
    """The digest of each file; empty for one that cannot be read."""
    found = {}
    for path in paths:
        try:
            found[path] = digest(Path(path).read_bytes())
        except OSError:
            found[path] = ""
    return found


def others_of(options: Options) -> Iterator[SourceFile]:
    """All files but items, with their whole paths; raises OSError for a link.

    Whoever follows links has more to look at than their times.
    """
    yield with_status(os.fspath(options.root / CONFIG), os.lstat(options.root / CONFIG))
    yield from below(os.fspath(options.root / CONTENT), passing_over=ITEM)
    for folder in (options.root, options.theme):
        for name in FOLDERS:
            yield from below(os.fspath(folder / name))


def below(folder: str, passing_over: str = "\0") -> Iterator[SourceFile]:
    """The files below a folder but for those passed over, in an order of their own."""
    try:
        with os.scandir(folder) as entries:
            inside = [
                entry
                for entry in entries
                if not (entry.name.endswith(passing_over) and entry.is_file(follow_symlinks=False))
            ]
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in sorted(inside, key=lambda entry: entry.name):
        if entry.is_symlink():
            raise OSError(f"{entry.path} is a link")
        if entry.is_dir():
            yield from below(entry.path, passing_over)
        else:
            yield with_status(entry.path, entry.stat())


def with_status(path: str, status: os.stat_result) -> SourceFile:
    """The file as the system describes it."""
    return SourceFile(
        path=path,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
    )
