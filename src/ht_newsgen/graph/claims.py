"""Claims on addresses: who comes too late, or stands in another's way.

Upper and lower case, and the different spellings of one character in Unicode, are the same file
on some systems, so they are the same file here. A file also keeps others from having a folder of
that name, and the other way round.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar
from unicodedata import normalize

from msgspec import Struct

from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Item

Holder = TypeVar("Holder")


class Claim(Struct, frozen=True):
    """One item that wants one path, and where it says so."""

    path: str
    """As a permalink; empty for an item that needs no page."""
    item: Item
    keys: tuple[str, ...]
    """Of the front matter, the first that the item has being the one that asks."""

    @property
    def place(self) -> Place:
        """Where the item asks for the path."""
        return place_of(self.item, *self.keys)


class Ground(Generic[Holder]):
    """Paths of files, each with whoever has it, and the folders that these need.

    The first to come has the path. What cannot be had is in nobody's way.
    """

    def __init__(self) -> None:
        self._files: dict[str, Holder] = {}
        self._folders: dict[str, Holder] = {}

    def take(self, path: str, holder: Holder) -> Holder | None:
        """Give the file to the holder; if that cannot be, who is in the way."""
        key = folded(path)
        files, folders = self._files, self._folders
        if key in files or key in folders:
            return files[key] if key in files else folders[key]
        # From the deepest folder upwards, and no further than one that is known to be free.
        above = []
        end = key.rfind("/")
        while end != -1 and (folder := key[:end]) not in folders:
            if folder in files:
                return files[folder]
            above.append(folder)
            end = key.rfind("/", 0, end)
        files[key] = holder
        for folder in above:
            folders[folder] = holder
        return None


def clashes(claims: Sequence[Claim], ground: Ground[Claim]) -> list[tuple[Claim, Claim]]:
    """Every claim that must give way, with the one that has the path; the others take theirs."""
    found = []
    for claim in claims:
        holder = ground.take(output_path(claim.path), claim) if claim.path else None
        if holder is not None:
            found.append((claim, holder))
    return found


def clashing_files(paths: Sequence[str]) -> dict[int, int]:
    """For each file that cannot be written, by index, the index of the one in its way."""
    if all_apart(paths):
        return {}
    ground: Ground[int] = Ground()
    found = ((index, ground.take(path, index)) for index, path in enumerate(paths))
    return {index: holder for index, holder in found if holder is not None}


def all_apart(paths: Sequence[str]) -> bool:
    """Whether no two of the files clash; told of all at once, which is quicker than one by one."""
    files = {folded(path) for path in paths}
    folders = files
    while folders:
        folders = {path[: path.rfind("/")] for path in folders if "/" in path}
        if not files.isdisjoint(folders):
            return False
    return len(files) == len(paths)


def folded(path: str) -> str:
    """The path with upper and lower case and the normal forms of Unicode (UAX 15) made equal."""
    if path.isascii():
        return path.lower()
    return normalize("NFC", normalize("NFC", path).casefold())
