"""A reading as the store keeps it: the item and its problems, and the pictures it was read with.

Every reading passes through these bytes, also when nothing is kept; so what is recalled cannot
differ from what was just read.
"""

import msgspec
from msgspec import Struct

from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.media import ROOTS, Picture
from ht_newsgen.reading.rules import IMAGE


class Witness(Struct, frozen=True, kw_only=True):
    """A picture that a reading depends on."""

    path: str
    digest: str
    """Of its bytes; empty where there was no such file."""
    size: int = 0
    mtime_ns: int = 0
    ctime_ns: int = 0


class Record(Struct, frozen=True, kw_only=True):
    """A reading without the HTML."""

    item: Article | StandingPage | Edition | None
    problems: tuple[Problem, ...] = ()
    source: str = ""
    """Digest of the bytes of the file; empty when it could not be read."""
    witnesses: tuple[Witness, ...] = ()


encoded = msgspec.json.Encoder().encode
"""The record as bytes; JSON, since MessagePack forgets the offset of a time."""
decoded = msgspec.json.Decoder(Record).decode
"""The record of these bytes; raises ValueError when they are none."""


def pictures_of(item: Item | None) -> tuple[Picture, ...]:
    """All pictures that an item shows."""
    if item is None:
        return ()
    return (*item.pictures, *((item.figure.picture,) if item.figure else ()))


def depended_on(picture: Picture) -> tuple[str, ...]:
    """The picture's file, and the one that would be taken in its place if it were there."""
    first, second = ROOTS
    if picture.origin.startswith(f"{second}/"):
        return picture.origin, first + picture.origin.removeprefix(second)
    return (picture.origin,)


def may_be_kept(record: Record) -> bool:
    """Not while a picture is missing, since nothing tells when it will be there.

    Nor if one has changed between the reading of the item and the testimony.
    """
    seen = {witness.path: witness.digest for witness in record.witnesses}
    return all(found.rule != IMAGE.id for found in record.problems) and all(
        seen[picture.origin] == picture.digest for picture in pictures_of(record.item)
    )
