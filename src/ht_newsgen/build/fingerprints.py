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


def fingerprinter(renderers: Mapping[PageKind, str]) -> Callable[[Page], Fingerprint]:
    """A function from a page, its view made, to its fingerprint.

    `renderers` has the second half for each kind of page.
    """
    encode = msgspec.json.Encoder().encode  # MessagePack forgets the offset of a time
    frames: dict[int, str] = {}
    parts: dict[type, Callable[[Any], Any]] = {}

    def fingerprint(page: Page) -> Fingerprint:
        view = page.view
        kind = type(view)
        if kind not in parts:
            parts[kind] = all_but_frame(kind)
        frame = getattr(view, FRAME, None)
        if frame is not None and id(frame) not in frames:
            frames[id(frame)] = digest(encode(frame))
        around = frames[id(frame)] if frame is not None else ""
        data = f"{page.kind} {around} ".encode() + encode(parts[kind](view))
        return Fingerprint(digest(data)[:LENGTH], renderers[page.kind])

    return fingerprint


def all_but_frame(kind: type) -> Callable[[Any], Any]:
    """A function from a view of this type to its fields, without the frame."""
    names: Sequence[str] = [name for name in kind.__struct_fields__ if name != FRAME]  # type: ignore[attr-defined]
    return attrgetter(*names)
