"""Pictures, as they are found in the site and as they are published."""

from msgspec import Struct

from ht_newsgen.kit.renditions import Measured

ROOTS = ("content/media", "static")
"""Where `/x.jpg` is looked for."""


class Picture(Measured, frozen=True, kw_only=True):
    """An image file of the site that an item uses; `kit.renditions` tells what is made of it."""

    origin: str
    """The file, relative to the site's folder."""
    digest: str
    """Of the file's bytes."""


class Figure(Struct, frozen=True, kw_only=True):
    """The picture of an item with what must be said about it (`image:` in front matter)."""

    picture: Picture
    alt: str
    """Empty only for a decorative picture."""
    credit: str
    caption: str = ""
    licence: str = ""
