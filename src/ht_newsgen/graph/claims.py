"""Claims on addresses: who comes too late, or stands in another's way.

Upper and lower case, and the different spellings of one character in Unicode, are the same file
on some systems, so they are the same file here. A file also keeps others from having a folder of
that name, and the other way round.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from unicodedata import normalize

from msgspec import Struct

from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Item


class Claim(Struct, frozen=True):
    """One item that wants one path, and where it says so."""

    path: str
    """As a permalink; empty for an item that needs no page."""
    item: Item
    place: Place


def clashes(claims: Sequence[Claim]) -> dict[int, int]:
    """For each claim that must give way, by index, the index of the one that has the path."""
    wanted = [index for index, claim in enumerate(claims) if claim.path]
    lost = clashing_files([output_path(claims[index].path) for index in wanted])
    return {wanted[index]: wanted[holder] for index, holder in lost.items()}


def clashing_files(paths: Sequence[str]) -> dict[int, int]:
    """For each file that cannot be written, by index, the index of the one in its way.

    The first to come has the path. A path that cannot be had is in nobody's way.
    """
    files: dict[str, int] = {}
    folders: dict[str, int] = {}
    lost: dict[int, int] = {}
    for index, path in enumerate(paths):
        key = folded(path)
        if key in files or key in folders:
            lost[index] = files[key] if key in files else folders[key]
            continue
        # From the deepest folder upwards, and no further than one that is known to be free.
        above = list(takewhile(lambda folder: folder not in folders, _folders(key)))
        holder = next((files[folder] for folder in above if folder in files), None)
        if holder is not None:
            lost[index] = holder
            continue
        files[key] = index
        folders.update(dict.fromkeys(above, index))
    return lost


def folded(path: str) -> str:
    """The path with upper and lower case and the normal forms of Unicode (UAX 15) made equal."""
    if path.isascii():
        return path.lower()
    return normalize("NFC", normalize("NFC", path).casefold())


def _folders(path: str) -> Iterable[str]:
    """`a/b/c.html` → `a/b`, `a`."""
    end = path.rfind("/")
    while end != -1:
        yield path[:end]
        end = path.rfind("/", 0, end)
