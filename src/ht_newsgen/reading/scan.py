"""Which files of the site are items."""

import os
from pathlib import Path

from msgspec import Struct

from ht_newsgen.kit.files import is_inside
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.reading.rules import FILE_NAME, LINK_OUTSIDE, NOT_A_FILE, STRAY, UNREADABLE

CONTENT = "content"
NOT_SCANNED = frozenset(("content/data", "content/media"))
"""Registers, and pictures that belong to no single item."""
TEXTS = (".md", ".markdown")
OTHER_TEXTS = (
    ".mdx",
    ".mdown",
    ".mkd",
    ".txt",
    ".rst",
    ".org",
    ".adoc",
    ".html",
    ".htm",
    ".docx",
    ".odt",
    ".doc",
    ".rtf",
)
"""What somebody may expect to be read, and is not."""


class SourceFile(Struct, frozen=True, kw_only=True):
    """A Markdown file of the site."""

    path: str
    """Relative to the site's folder, with forward slashes."""
    size: int
    mtime_ns: int


def scan(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """All Markdown files below `content/`, in the order of their paths.

    Names that begin with a dot or an underscore (other than `_index.md`) or end in `~` belong to
    editors and systems, and are passed over. Problems: `content/not-a-file`, `content/link`,
    `content/unreadable`, `content/file-name`, `content/stray`. A missing folder is an empty one.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    if (root / CONTENT).is_dir():
        _scan_folder(root, CONTENT, files, problems, frozenset())
    files.sort(key=lambda file: file.path)
    return tuple(files), tuple(sorted(problems))


def _scan_folder(
    root: Path,
    folder: str,
    files: list[SourceFile],
    problems: list[Problem],
    above: frozenset[tuple[int, int]],
) -> None:
    try:
        status = os.stat(root / folder)
        if (status.st_dev, status.st_ino) in above:
            problems.append(
                problem(LINK_OUTSIDE, Place(folder), "this link leads in a circle", "Remove it")
            )
            return
        inside = above | {(status.st_dev, status.st_ino)}
        with os.scandir(root / folder) as entries:
            for entry in entries:
                _scan_entry(root, folder, entry, files, problems, inside)
    except OSError as error:
        problems.append(
            problem(
                UNREADABLE,
                Place(folder),
                f"this folder cannot be read: {error.strerror or error}",
                "Look at its permissions",
            )
        )


def _scan_entry(
    root: Path,
    folder: str,
    entry: "os.DirEntry[str]",
    files: list[SourceFile],
    problems: list[Problem],
    above: frozenset[tuple[int, int]],
) -> None:
    name = entry.name
    path = f"{folder}/{name}"
    if name.startswith((".", "#", "~$")) or name.endswith(("~", "#", ".swp", ".bak", ".orig")):
        return
    suffix = os.path.splitext(name)[1].lower()
    is_text = suffix in TEXTS
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "replace")
        problems.append(problem(FILE_NAME, Place(shown), "this name is not UTF-8", "Rename it"))
        return
    try:
        if entry.is_symlink() and not is_inside(root, root / path):
            problems.append(
                problem(
                    LINK_OUTSIDE,
                    Place(path),
                    "this is a link that leads out of the site",
                    "Put a copy of what it leads to in its place",
                )
            )
            return
        if entry.is_dir():
            if is_text:
                problems.append(
                    problem(
                        NOT_A_FILE,
                        Place(path),
                        "this is a folder with the name of an item",
                        "Rename it; an item in a folder is called index.md",
                    )
                )
            elif path not in NOT_SCANNED:
                _scan_folder(root, path, files, problems, above)
            return
        if not is_text:
            if suffix in OTHER_TEXTS:
                problems.append(
                    problem(
                        STRAY,
                        Place(path),
                        "this file is not read as an item",
                        "Save it as Markdown, with a name that ends in .md",
                    )
                )
            return
        if not entry.is_file():
            problems.append(
                problem(
                    NOT_A_FILE,
                    Place(path),
                    "this has the name of an item and is not a file",
                    "Remove it",
                )
            )
            return
        status = entry.stat()
    except OSError as error:
        problems.append(
            problem(
                UNREADABLE,
                Place(path),
                f"this file cannot be read: {error.strerror or error}",
                "Look at its permissions, or at where the link leads",
            )
        )
        return
    files.append(SourceFile(path=path, size=status.st_size, mtime_ns=status.st_mtime_ns))
