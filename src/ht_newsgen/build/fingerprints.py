"""Fingerprints: what a page is made of, as two short digests.

The first is of the page's view, the second of what renders it: the program, and for HTML every
template that the page's own template may reach. A page with the fingerprint of the last build has
the bytes of the last build, so it is not rendered. Nothing records what a page depends on; so
nothing can forget it.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.model.page import Page, PageKind

LENGTH = 20
"""Hex digits of each half; eighty bits, and a path must collide with its own past."""

FRAME = "frame"
"""The part of a view that is the same on all pages of a language; it is digested once."""


class Fingerprint(Struct, frozen=True):
    """Both halves."""

    view: str
    renderer: str

    def __str__(self) -> str:
        return f"{self.view}-{self.renderer}"


class Encoder:
    """Encodes views; a frame is encoded once, however many pages have it."""

    def __init__(self) -> None:
        self._frames: dict[int, str] = {}
        self._parts: dict[type, Callable[[Any], Any]] = {}
        self.frames: dict[str, bytes] = {}
        """Every frame so far, encoded, by the digest that stands for it in its views."""

    def encoded(self, page: Page) -> bytes:
        """The kind of the page, its frame's digest (or nothing), and the rest of its view."""
        view = page.view
        kind = type(view)
        if kind not in self._parts:
            self._parts[kind] = all_but_frame(kind)
        frame = getattr(view, FRAME, None)
        if frame is not None and id(frame) not in self._frames:
            data = encode(frame)
            self._frames[id(frame)] = digest(data)
            self.frames[digest(data)] = data
        around = self._frames[id(frame)] if frame is not None else ""
        return f"{page.kind} {around} ".encode() + encode(self._parts[kind](view))


encode = msgspec.json.Encoder().encode
"""JSON, since MessagePack forgets the offset of a time."""


def print_of(encoded: bytes) -> str:
    """The first half of a fingerprint, of a view as `Encoder` encodes it."""
    return digest(encoded)[:LENGTH]


def fingerprinter(renderers: Mapping[PageKind, str]) -> Callable[[Page], Fingerprint]:
    """A function from a page, its view made, to its fingerprint.

    `renderers` has the second half for each kind of page.
    """
    encoder = Encoder()

    def fingerprint(page: Page) -> Fingerprint:
        return Fingerprint(print_of(encoder.encoded(page)), renderers[page.kind])

    return fingerprint


def all_but_frame(kind: type) -> Callable[[Any], Any]:
    """A function from a view of this type to its fields, without the frame."""
    names: Sequence[str] = [name for name in kind.__struct_fields__ if name != FRAME]  # type: ignore[attr-defined]
    return attrgetter(*names)
