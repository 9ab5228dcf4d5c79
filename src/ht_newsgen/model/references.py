"""What a text refers to within the site, and what others can refer to in it."""

from msgspec import Struct


class Reference(Struct, frozen=True):
    """A link to a page of the site, as it is written."""

    address: str
    """`/flash/2018/raids/#arrests`, `#arrests`, or all of it from `https://` on."""
    line: int = 0
    column: int = 0
    """Of the address in its file; 0 where it is not found as it is written."""


class References(Struct, frozen=True, kw_only=True):
    """Those of one file."""

    links: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    """Every id of the text."""


NO_REFERENCES = References()
