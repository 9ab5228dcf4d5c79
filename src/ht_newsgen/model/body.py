"""The text of an item, as HTML."""

from msgspec import Struct


class Body(Struct, frozen=True, kw_only=True):
    """A sanitised text; views name it by its digest, so listings never carry it."""

    digest: str
    """Of the HTML; empty for an item without a text."""
    html: str
    """What stands inside `<article>`: well-formed, with site-relative links not yet prefixed."""


NO_BODY = Body(digest="", html="")
