"""Pictures, as they are found in the site and as they are published."""

from msgspec import Struct


class Picture(Struct, frozen=True, kw_only=True):
    """An image file of the site that an item uses."""

    origin: str
    """The file, relative to the site's folder."""
    path: str
    """Where its cleaned copy is published: `media/NAME.DIGEST.EXT`."""
    width: int
    """In CSS pixels, after turning it upright."""
    height: int


class Figure(Struct, frozen=True, kw_only=True):
    """The picture of an item with what must be said about it (`image:` in front matter)."""

    picture: Picture
    alt: str
    """Empty only for a decorative picture."""
    credit: str
    caption: str = ""
    licence: str = ""
