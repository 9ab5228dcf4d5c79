"""Renditions (the term is that of IPTC's ninjs): the files in which one picture is published.

Which there are, how they are called and how large each is, is decided from what is known of the
picture before anything is encoded. So a page can name them, and a build can plan them, without
opening the picture. Pure; `kit/images.py` looks at bytes.
"""

from enum import StrEnum

from msgspec import Struct

from ht_newsgen.kit.digest import SHORT, digest

RECIPE = 1
"""Goes up whenever a rendition would be made otherwise than before: its name then changes, since
browsers may keep what has a name for ever."""

WIDTHS = (480, 800, 1200, 1600)
"""Pixels: a telephone, a telephone with a dense screen or a small window, a column on a desk, and
the same with a dense screen. The last is the widest that is published."""
FALLBACK_WIDTHS = (800, 1200)
"""For browsers that know neither AVIF nor WebP, and for feeds and previews elsewhere."""
MAX_HEIGHT = 16_000
"""WebP holds no more than 16,383 pixels in either direction (RFC 9649, section 2.5)."""
WORTH_IT = 0.9
"""A width this close to the next is left out: hardly smaller, and one file more."""


class PictureKind(StrEnum):
    """What a picture is made of; it decides the formats."""

    PHOTOGRAPH = "photograph"
    """Many colours, nothing transparent."""
    CUTOUT = "cutout"
    """Many colours, and parts of it transparent."""
    DRAWING = "drawing"
    """A few flat colours: a chart, a logo, a map. Lossy formats would blur its edges."""


class Format(Struct, frozen=True):
    """A format of pictures."""

    name: str
    """Pillow's."""
    extension: str
    media_type: str


AVIF = Format("AVIF", "avif", "image/avif")
WEBP = Format("WEBP", "webp", "image/webp")
JPEG = Format("JPEG", "jpg", "image/jpeg")
PNG = Format("PNG", "png", "image/png")

MODERN = {
    PictureKind.PHOTOGRAPH: (AVIF, WEBP),
    PictureKind.CUTOUT: (AVIF, WEBP),
    PictureKind.DRAWING: (WEBP,),
}
"""The formats in which a browser is offered a picture, the best first."""
FALLBACK = {
    PictureKind.PHOTOGRAPH: JPEG,
    PictureKind.CUTOUT: PNG,
    PictureKind.DRAWING: PNG,
}
"""The format that everything understands."""


class Measured(Struct, frozen=True, kw_only=True):
    """A picture, as far as it decides which renditions there are."""

    name: str
    """What the paths of all of them begin with (`rendition_name`)."""
    width: int
    """Of the largest one in pixels, with the picture upright."""
    height: int
    kind: PictureKind


class Rendition(Struct, frozen=True, kw_only=True):
    """One file."""

    path: str
    """In the output: `media/raid.3f2a91c0de-800.avif`."""
    format: Format
    width: int
    height: int


def rendition_name(stem: str, source_digest: str) -> str:
    """What the names of all renditions of a picture begin with: `media/raid.3f2a91c0de`.

    The digest is of the source and of the recipe, so the name tells the bytes apart before they
    are made.
    """
    return f"media/{stem}.{digest(f'{RECIPE} {source_digest}'.encode())[:SHORT]}"


def published_size(width: int, height: int) -> tuple[int, int]:
    """The size of the largest rendition of an upright picture: never enlarged."""
    factor = min(1.0, WIDTHS[-1] / width, MAX_HEIGHT / height)
    if factor == 1:
        return width, height
    return max(1, round(width * factor)), max(1, round(height * factor))


def modern(picture: Measured) -> tuple[tuple[Format, tuple[Rendition, ...]], ...]:
    """The renditions by format, the best format first; the narrowest first in each."""
    return tuple((form, _in_widths(picture, form, WIDTHS)) for form in MODERN[picture.kind])


def fallbacks(picture: Measured) -> tuple[Rendition, ...]:
    """Those that everything understands, at least one, the narrowest first."""
    return _in_widths(picture, FALLBACK[picture.kind], FALLBACK_WIDTHS)


def fallback(picture: Measured) -> Rendition:
    """The one for wherever there can only be one: feeds, mails, previews on other sites."""
    return fallbacks(picture)[-1]


def renditions(picture: Measured) -> tuple[Rendition, ...]:
    """All files in which the picture is published."""
    return (*(one for _, several in modern(picture) for one in several), *fallbacks(picture))


def _in_widths(picture: Measured, form: Format, widths: tuple[int, ...]) -> tuple[Rendition, ...]:
    """One for each width that is worth it, up to the picture's own."""
    largest = min(picture.width, widths[-1])
    return tuple(
        Rendition(
            path=f"{picture.name}-{width}.{form.extension}",
            format=form,
            width=width,
            height=max(1, round(picture.height * width / picture.width)),
        )
        for width in (*(step for step in widths if step < largest * WORTH_IT), largest)
    )
