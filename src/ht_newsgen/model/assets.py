"""Files of the theme as they are published."""

from msgspec import Struct


class Asset(Struct, frozen=True, kw_only=True):
    """A file of `static/`, with where it goes."""

    name: str
    """Relative to `static/`, such as `assets/site.css`."""
    path: str
    """In the output: `assets/site.DIGEST.css`, or the name itself outside `static/assets/`."""
    data: bytes


class CleanPicture(Struct, frozen=True, kw_only=True):
    """A picture of `static/` as it is published: in its own format, with nothing but its pixels."""

    data: bytes
    width: int
    height: int
    media_type: str


class Assets(Struct, frozen=True, kw_only=True):
    """All static files by name, in the order of their names."""

    by_name: dict[str, Asset] = {}
