"""Published copies of pictures: upright, not too wide, and without any metadata.

A photograph may carry the place where it was taken, a serial number, a thumbnail of what was
cut away. So every picture is encoded anew from its pixels, and nothing else is carried over:
no EXIF, XMP, IPTC, colour profile or comment. Colours are first brought to sRGB, which is what
browsers assume of a picture without a profile. See `docs/decisions/0009-pictures.md`.
"""

import io
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from msgspec import Struct
from PIL import Image, ImageCms

from ht_newsgen.errors import NewsgenError
from ht_newsgen.kit.images import FORMATS, Refusal, opened, published_size, refusal, upright

REMEMBERED = 64
"""Pictures; some megabytes, and more than any feed names."""


class CleanPicture(Struct, frozen=True, kw_only=True):
    """A picture as it is published."""

    data: bytes
    width: int
    height: int
    media_type: str


_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "method": 4},
    "GIF": {"optimize": True},
}
"""How each format is written; fixed, so that the same pixels always give the same bytes."""

_MODES = {
    "JPEG": ("L", "RGB"),
    "PNG": ("L", "LA", "RGB", "RGBA", "P", "1"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("L", "P", "1"),
}
"""The kinds of pixels that are kept as they are, by format."""


def clean_picture(data: bytes) -> CleanPicture | Refusal:
    """The published copy of a picture, or what is wrong with it; never an exception.

    The format stays: JPEG, PNG, WebP or GIF. A moving picture is published as its first frame:
    what moves for more than five seconds must have a way to be stopped (WCAG 2.2.2), and a
    picture in a page without scripts has none.
    """
    try:
        with opened(data) as image:
            if isinstance(image, Refusal):
                return image
            image.seek(0)
            image.load()
            name = FORMATS[str(image.format)].name
            plain = _in_srgb(_plain(upright(image)))
            return _encoded(_in_mode_of(name, _fitted(plain)), name)
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise nearly everything
        return refusal(error)


def published(read: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """A function from a picture's file in the site to the bytes of its published copy.

    The last copies are remembered: a picture and the feeds that tell its length are rendered one
    after the other. A picture was looked at when the item with it was read, so one that cannot be
    published now has changed since: that raises NewsgenError.
    """

    @lru_cache(maxsize=REMEMBERED)
    def copy(origin: str) -> bytes:
        picture = clean_picture(read(origin))
        if isinstance(picture, Refusal):
            raise NewsgenError(
                f"{origin}: the picture changed while the site was built, and is now"
                f" {picture.reason}; build again"
            )
        return picture.data

    return copy


def _plain(image: Image.Image) -> Image.Image:
    """The picture with eight bits a channel, and with transparency as a channel or a palette's."""
    if image.mode.startswith(("I", "F")):
        # Sixteen bits of grey; `convert` alone would cut them off instead of scaling.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"1", "L", "RGB"} and "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that a browser assumes when no profile is given.

    A profile that cannot be read or applied is left out of account, as browsers do.
    """
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    try:
        converted = ImageCms.profileToProfile(
            image.convert("RGB") if alpha else image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    assert converted is not None, "None only comes of inPlace=True"
    if alpha:
        converted.putalpha(alpha)
    return converted


def _fitted(image: Image.Image) -> Image.Image:
    """The picture, no wider than it may be."""
    size = published_size(*image.size)
    if size == image.size:
        return image
    if image.mode in {"P", "1"}:
        # Shades between two colours of a palette are not in the palette.
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.resize(size, Image.Resampling.LANCZOS)


def _in_mode_of(format_name: str, image: Image.Image) -> Image.Image:
    """A copy in a mode that the format can hold, with nothing beside its pixels."""
    transparent = image.has_transparency_data
    if image.mode in _MODES[format_name]:
        image = image.copy()
    elif format_name == "GIF":
        image = image.convert("RGBA" if transparent else "RGB").quantize()
    else:
        image = image.convert("RGBA" if transparent and format_name != "JPEG" else "RGB")
    # Pillow writes comments and profiles found here into the new file.
    image.info = {key: image.info[key] for key in ("transparency",) if key in image.info}
    return image


def _encoded(image: Image.Image, format_name: str) -> CleanPicture:
    """The bytes of a picture that has nothing but pixels."""
    out = io.BytesIO()
    image.save(out, format_name, **_SAVING[format_name])
    return CleanPicture(
        data=out.getvalue(),
        width=image.width,
        height=image.height,
        media_type=FORMATS[format_name].media_type,
    )
