"""Pictures of the theme and of `static/`: each keeps its name and its format.

Pictures of items are published in several renditions instead, see `renditions.py`.
"""

import io
from typing import Any

from PIL import Image

from ht_newsgen.kit.images import FORMATS, Refusal, opened, refusal
from ht_newsgen.kit.renditions import published_size
from ht_newsgen.model.assets import CleanPicture
from ht_newsgen.render.pixels import pixels

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

    The format stays: JPEG, PNG, WebP or GIF.
    """
    try:
        with opened(data) as image:
            if isinstance(image, Refusal):
                return image
            name = FORMATS[str(image.format)].name
            return _encoded(_in_mode_of(name, _fitted(pixels(image))), name)
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise nearly everything
        return refusal(error)


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
