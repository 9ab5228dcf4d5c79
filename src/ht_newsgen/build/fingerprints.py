"""Fingerprints: what a page is made of, as two short digests.

The first is of the page's view, the second of what renders it: the program, and for HTML every
template that the page's own template may reach. A page with the fingerprint of the last build has
the bytes of the last build, so it is not rendered. Nothing records what a page depends on; so
nothing can forget it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def fingerprints(
    planned: Iterable[Page], renderers: Mapping[PageKind, str]
) -> dict[str, Fingerprint]:
    """The fingerprint of every page, by path; `renderers` has the second half of each kind."""
    encode = msgspec.json.Encoder().encode  # MessagePack forgets the offset of a time
    frames: dict[int, bytes] = {}
    parts: dict[type, Callable[[Any], Any]] = {}
    found = {}
    for page in planned:
        view = page.view
        kind = type(view)
        if kind not in parts:
            parts[kind] = all_but_frame(kind)
        frame = getattr(view, FRAME, None)
        if frame is not None and id(frame) not in frames:
            frames[id(frame)] = encode(frame)
        first = frames[id(frame)] if frame is not None else b""
        data = b"".join((page.kind.encode(), digest(first).encode(), encode(parts[kind](view))))
        found[page.path] = Fingerprint(digest(data)[:LENGTH], renderers[page.kind])
    return found


def all_but_frame(kind: type) -> Callable[[Any], Any]:
    """A function from a view of this type to its fields, without the frame."""
    names: Sequence[str] = [name for name in kind.__struct_fields__ if name != FRAME]  # type: ignore[attr-defined]
    return attrgetter(*names)
