"""Which files of the site are items."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from operator import attrgetter
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ht_newsgen.kit.files import is_inside
from ht_newsgen.kit.problems import Place, Problem, Rule, problem
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.reading.rules import FILE_NAME, LINK_OUTSIDE, NOT_A_FILE, STRAY, UNREADABLE

CONTENT = "content"
NOT_SCANNED = frozenset(("content/data", "content/media"))
"""Registers, and pictures that belong to no single item."""
TEXTS = frozenset((".md", ".markdown"))
OTHER_TEXTS = frozenset(
    ".adoc .doc .docx .htm .html .mdown .mdx .mkd .odt .org .rst .rtf .txt".split()
)
"""What somebody may expect to be read, and is not."""

_OF_EDITORS_FRONT = (".", "#", "~$")
_OF_EDITORS_END = ("~", "#", ".bak", ".orig", ".swp")


class SourceFile(Struct, frozen=True, kw_only=True):
    """A Markdown file of the site."""

    path: str
    """Relative to the site's folder, with forward slashes."""
    size: int
    mtime_ns: int
    ctime_ns: int
    """Of the last change to the file or to what the system knows of it; nobody can set it back."""


def scan(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """All Markdown files below `content/`, in the order of their paths.

    Hidden files and what editors leave behind (`x.md~`, `.#x.md`) are passed over; a missing
    folder is an empty one. Problems: `content/not-a-file`, `content/link`,
    `content/unreadable`, `content/file-name`, `content/stray`.
    """
    if not (root / CONTENT).is_dir():
        if not os.path.lexists(root / CONTENT):
            return (), ()
        message = say("this is no folder; the folder of all items is expected")
        advice = say("Rename it, and make a folder of this name")
        return (), (_wrong(NOT_A_FILE, CONTENT, message, advice),)
    files: list[SourceFile] = []
    problems: list[Problem] = []
    folders = [_Folder(CONTENT, frozenset())]
    while folders:
        for found in _in_folder(root, folders.pop()):
            if isinstance(found, SourceFile):
                files.append(found)
            elif isinstance(found, _Folder):
                folders.append(found)
            else:
                problems.append(found)
    return tuple(sorted(files, key=attrgetter("path"))), tuple(sorted(problems))


class _Folder(Struct, frozen=True):
    path: str
    above: frozenset[tuple[int, int]]
    """The folders it lies in, by device and inode."""


def _in_folder(root: Path, folder: _Folder) -> Iterator[SourceFile | Problem | _Folder]:
    with ExitStack() as stack:
        try:
            status = (root / folder.path).stat()
            itself = (status.st_dev, status.st_ino)
            if itself in folder.above:
                yield _wrong(
                    LINK_OUTSIDE, folder.path, say("this link leads in a circle"), say("Remove it")
                )
                return
            inside = stack.enter_context(_listed(root / folder.path))
        except OSError as error:
            yield _unreadable(folder.path, error)
            return
        above = folder.above | {itself}
        for entry in inside:
            name = entry.name
            path = f"{folder.path}/{name}"
            try:
                if _is_plain(name) and path.isascii() and entry.is_file(follow_symlinks=False):
                    yield _source_file(path, entry)
                elif not (name.startswith(_OF_EDITORS_FRONT) or name.endswith(_OF_EDITORS_END)):
                    yield from _at_entry(root, path, entry, above)
            except OSError as error:
                yield _unreadable(path, error)


@contextmanager
def _listed(folder: Path) -> Iterator[list[os.DirEntry[str]]]:
    """What is in the folder; the entries answer as long as they are in hand. Raises OSError.

    Where the system can, it is asked for each file within the folder: to follow the whole path to
    it is a fourth of what that costs, and a large site has a hundred thousand.
    """
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield list(entries)
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(handle) as by_handle:
            yield list(by_handle)
    finally:
        os.close(handle)


def _is_plain(name: str) -> bool:
    """Whether it is named as nearly all items are; no editor leaves such a file behind."""
    return name[-3:] == ".md" and name[0] not in ".#~"


def _at_entry(
    root: Path, path: str, entry: os.DirEntry[str], above: frozenset[tuple[int, int]]
) -> Iterator[SourceFile | Problem | _Folder]:
    suffix = PurePosixPath(entry.name).suffix.lower()
    if not _is_utf8(path):
        shown = os.fsencode(path).decode("utf-8", "replace")
        yield _wrong(FILE_NAME, shown, say("this name is not UTF-8"), say("Rename it"))
    elif entry.is_symlink() and not is_inside(root, root / path):
        advice = say("Put a copy of what it leads to in its place")
        yield _wrong(LINK_OUTSIDE, path, say("this is a link that leads out of the site"), advice)
    elif entry.is_dir():
        if suffix in TEXTS:
            advice = say("Rename it; an item in a folder of its own is called index.md")
            yield _wrong(NOT_A_FILE, path, say("this is a folder with the name of an item"), advice)
        elif path not in NOT_SCANNED:
            yield _Folder(path, above)
    elif suffix in OTHER_TEXTS:
        advice = say("Save it as Markdown, with a name that ends in .md")
        yield _wrong(STRAY, path, say("this file is not read as an item"), advice)
    elif suffix in TEXTS:
        if entry.is_file():
            yield _source_file(path, entry)
        else:
            entry.stat()  # a link that leads nowhere cannot be read
            message = say("this has the name of an item and is not a file")
            yield _wrong(NOT_A_FILE, path, message, say("Remove it"))


def _source_file(path: str, entry: os.DirEntry[str]) -> SourceFile:
    status = entry.stat()
    return SourceFile(
        path=path,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
    )


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _wrong(rule: Rule, path: str, message: Sentence, advice: Sentence) -> Problem:
    return problem(rule, Place(path), message, advice)


def _unreadable(path: str, error: OSError) -> Problem:
    message = say("this cannot be read: {reason}", reason=error.strerror or str(error))
    return _wrong(
        UNREADABLE, path, message, say("Look at its permissions, or where the link leads")
    )
