"""Pictures, as far as both reading and publishing need to understand them.

Only four formats are opened, all of which every browser shows. Whatever is wrong with the bytes
is answered with a `Refusal`; Pillow's many exceptions never leave this file through `probe`.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from heapq import nlargest

from msgspec import Struct
from PIL import Image, UnidentifiedImageError

from ht_newsgen.kit.renditions import JPEG, PNG, WEBP, Format, PictureKind, published_size
from ht_newsgen.kit.sentences import UNSAID, Sentence, say

COUNTED_COLOURS = 1 << 16
"""A picture with more of them is no drawing."""
FEW_COLOURS, MOST = 16, 0.8
"""In a drawing, so many colours cover so much of the surface; the rest are its soft edges."""


class Refusal(Struct, frozen=True):
    """Why a picture cannot be published, and what to do."""

    reason: Sentence
    """In words that follow "it is" or "the picture is"."""
    advice: Sentence = UNSAID


class Probe(Struct, frozen=True, kw_only=True):
    """What a picture will be once it is published."""

    width: int
    """Of its largest rendition in pixels, after turning it upright."""
    height: int
    kind: PictureKind


FORMATS = {
    "JPEG": JPEG,
    # Several JPEGs in one file, as many telephones write them; the first is the picture.
    "MPO": JPEG,
    "PNG": PNG,
    "WEBP": WEBP,
    "GIF": Format("GIF", "gif", "image/gif"),
}
"""What is read, by the name that Pillow gives to what it opened."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its EXIF tag 274 (Exif 2.32, 4.6.4 A, Orientation)."""

SIDEWAYS = (5, 6, 7, 8)
"""Turns that exchange width and height."""

_AGAIN = say("Copy it again from where it comes from, since it may not have arrived whole")

_STRANGERS = (
    (0, (b"II*\x00", b"MM\x00*"), say("a TIFF picture")),
    (0, (b"BM",), say("a BMP picture")),
    (4, (b"ftyphei", b"ftyphev", b"ftypmif1", b"ftypmsf1"), say("a HEIC picture")),
    (4, (b"ftypavi",), say("an AVIF picture")),
    (0, (b"%PDF",), say("a PDF file")),
    (0, (b"<svg", b"<?xml"), say("an SVG or XML file")),
    (0, (b"<!do", b"<!DO", b"<htm", b"<HTM"), say("a web page")),
)
"""What is often taken for a picture that we can publish: offset, first bytes, its name."""


def probe(data: bytes) -> Probe | Refusal:
    """What this picture will be once published, or why it cannot be.

    All of its data is decoded, so that a file which ends early is noticed while its name and
    the line that asked for it are known.
    """
    try:
        with opened(data) as image:
            if isinstance(image, Refusal):
                return image
            width, height = image.size
            if turn(image) in SIDEWAYS:
                width, height = height, width
            # A JPEG can be decoded at an eighth of its size, in a fraction of the time.
            image.draft("L", (max(1, image.width // 8), max(1, image.height // 8)))
            image.load()
            kind = PictureKind.PHOTOGRAPH if FORMATS[str(image.format)] is JPEG else kind_of(image)
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise nearly everything
        return refusal(error)
    width, height = published_size(width, height)
    return Probe(width=width, height=height, kind=kind)


def kind_of(image: Image.Image) -> PictureKind:
    """What the decoded picture is made of."""
    image = eight_bits(image)
    transparent = image.has_transparency_data
    plain = image.convert("RGBA" if transparent else "RGB")
    colours = plain.getcolors(COUNTED_COLOURS)
    if colours:
        counts = nlargest(FEW_COLOURS, (count for count, _ in colours))
        if sum(counts) >= MOST * image.width * image.height:
            return PictureKind.DRAWING
    # Many programs write the channel although nothing is transparent.
    seen_through = transparent and plain.getchannel("A").getextrema()[0] != 255
    return PictureKind.CUTOUT if seen_through else PictureKind.PHOTOGRAPH


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image | Refusal]:
    """The picture, not yet decoded, or why it is not one; decoding it may still raise.

    More pixels than `PIL.Image.MAX_IMAGE_PIXELS` are refused before any memory is spent.
    """
    if not data:
        yield Refusal(say("an empty file"), _AGAIN)
        return
    stranger = _stranger(data)
    if stranger is not None:
        reason = say("{stranger}; JPEG, PNG, WebP and GIF can be published", stranger=stranger)
        yield Refusal(reason, say("Open it in a program for pictures, and save it as JPEG or PNG"))
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        # Pillow also warns of odd metadata, which is left behind anyway.
        warnings.simplefilter("ignore", UserWarning)
        try:
            image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF"))
        except Exception as error:  # noqa: BLE001 - Pillow's readers raise nearly everything
            yield refusal(error)
            return
        with image:
            yield image


def refusal(error: Exception) -> Refusal:
    """What an exception of Pillow means to whoever put the picture there."""
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        limit = Image.MAX_IMAGE_PIXELS or 0
        return Refusal(
            say("too large: more than {limit} pixels", limit=limit),
            say("Save it 4,000 pixels wide or less"),
        )
    if isinstance(error, UnidentifiedImageError):
        return Refusal(say("not a picture that can be read; JPEG, PNG, WebP and GIF can"), _AGAIN)
    return Refusal(say("damaged or incomplete"), _AGAIN)


def turn(image: Image.Image) -> int:
    """How the picture lies, 1 to 8 (EXIF orientation); 1 when its metadata cannot be read."""
    try:
        found = image.getexif().get(274, 1)
    except Exception:  # noqa: BLE001 - broken metadata is no reason to refuse the picture
        return 1
    return found if found in _TURNS else 1


def upright(image: Image.Image) -> Image.Image:
    """The picture with its orientation applied to the pixels.

    Unlike `PIL.ImageOps.exif_transpose` it does not rewrite the metadata, which fails on some
    files, and which nobody will see.
    """
    orientation = turn(image)
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def eight_bits(image: Image.Image) -> Image.Image:
    """The picture with eight bits a channel, and with transparency as a channel or a palette's."""
    if image.mode.startswith(("I", "F")):
        # Sixteen bits of grey; `convert` alone would cut them off instead of scaling.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"1", "L", "RGB"} and "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _stranger(data: bytes) -> Sentence | None:
    """The name of a known format that we do not publish, if it is one."""
    for offset, beginnings, name in _STRANGERS:
        if data.startswith(beginnings, offset):
            return name
    return None
