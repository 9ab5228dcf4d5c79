"""Readers made of settings, which keep them: the schemas of files are made from the same tables.

A reader that is a function of its own has its shape in `schema/shapes.py`; one that is made by
another function, as `read_whole(1, 1000)` is, is `Shaped`.
"""

from typing import Any

from msgspec import Struct

from ht_newsgen.reading.mappings import Keys, Reader
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node


class Whole(Struct, frozen=True):
    """Whole numbers of a range."""

    low: int
    high: int


class OneOf(Struct, frozen=True):
    """One of a few words, in any case."""

    words: tuple[str, ...]


class ListOf(Struct, frozen=True):
    """A list of what the reader reads, or one of it."""

    read: Reader


class Group(Struct, frozen=True):
    """A mapping of these keys, some of which must be there."""

    keys: Keys
    required: tuple[str, ...] = ()


class Like(Struct, frozen=True):
    """A text that the pattern matches as a whole."""

    pattern: str


Shape = Whole | OneOf | ListOf | Group | Like


class Shaped(Struct, frozen=True):
    """A reader, and what it takes."""

    read: Reader
    shape: Shape

    def __call__(self, node: Node, key: str, notes: Notes) -> Any:
        """Read, as any reader does."""
        return self.read(node, key, notes)
