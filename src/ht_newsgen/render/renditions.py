"""One file of a picture: its pixels in one width and one format.

What is written depends on the bytes of the source, the view, and the encoders alone. Encoders run
on one thread (other pictures use the other cores), and what they could choose by themselves is
given, so that the same picture gives the same bytes wherever it is made.
"""

import io
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import PIL
from PIL import Image, features
from PIL.AvifImagePlugin import get_codec_version

from ht_newsgen.errors import NewsgenError
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.images import SIDEWAYS, Refusal, opened, refusal, turn
from ht_newsgen.kit.renditions import PictureKind, published_size
from ht_newsgen.pages.views.machine import RenditionView
from ht_newsgen.render.pixels import pixels

CODEC = "aom"
"""The encoder inside libavif, which might choose another one by itself."""
_AVIF = {"codec": CODEC, "speed": 8, "max_threads": 1, "autotiling": False}
_SAVING: dict[tuple[str, PictureKind], dict[str, Any]] = {
    ("AVIF", PictureKind.PHOTOGRAPH): {**_AVIF, "quality": 55, "subsampling": "4:2:0"},
    ("AVIF", PictureKind.CUTOUT): {**_AVIF, "quality": 60, "subsampling": "4:4:4"},
    ("WEBP", PictureKind.PHOTOGRAPH): {"quality": 75, "method": 4},
    ("WEBP", PictureKind.CUTOUT): {"quality": 80, "method": 4},
    ("WEBP", PictureKind.DRAWING): {"lossless": True, "quality": 60, "method": 4},
    ("JPEG", PictureKind.PHOTOGRAPH): {"quality": 78, "progressive": True, "optimize": True},
    ("PNG", PictureKind.CUTOUT): {"compress_level": 9},
    ("PNG", PictureKind.DRAWING): {"compress_level": 9},
}
"""How each format is written. When this changes, `kit.renditions.RECIPE` goes up."""

ENCODERS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "libjpeg_turbo", "PNG": "zlib"}
"""What Pillow calls the library that writes a format."""


def make_encoder(read: Callable[[str], bytes]) -> Callable[[RenditionView], bytes]:
    """A function from a planned file of a picture to its bytes; `read` gives a file of the site.

    The files of one picture are best asked for one after the other: the last picture is kept
    decoded. Raises NewsgenError when the picture is no longer the one that was read with its item,
    or when the installed Pillow cannot write the format.
    """

    @lru_cache(maxsize=1)
    def decoded(origin: str, source: str) -> Image.Image:
        data = read(origin)
        if digest(data) != source:
            raise NewsgenError(f"{origin} changed while the site was built; build again")
        found = base_of(data)
        if isinstance(found, Refusal):
            raise NewsgenError(f"{origin}: the picture cannot be published, it is {found.reason}")
        return found

    def encode(view: RenditionView) -> bytes:
        refuse_missing_encoder(view.format)
        return encoded(decoded(view.origin, view.digest), view)

    return encode


def base_of(data: bytes) -> Image.Image | Refusal:
    """The picture in its published size, RGB or RGBA, with nothing beside its pixels."""
    try:
        with opened(data) as image:
            if isinstance(image, Refusal):
                return image
            sideways = turn(image) in SIDEWAYS
            size = published_size(*(image.size[::-1] if sideways else image.size))
            # A JPEG of a camera is decoded at half or a quarter of its size, if that is enough.
            image.draft(image.mode, size[::-1] if sideways else size)
            plain = pixels(image)
            plain = plain.convert("RGBA" if plain.has_transparency_data else "RGB")
            plain.info = {}
            return resized(plain, size)
    except Exception as error:  # noqa: BLE001 - Pillow's decoders raise nearly everything
        return refusal(error)


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in this size."""
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def encoded(base: Image.Image, view: RenditionView) -> bytes:
    """The bytes of a rendition of this picture."""
    image = resized(base, (view.width, view.height))
    if view.kind is PictureKind.PHOTOGRAPH and image.mode != "RGB":
        image = image.convert("RGB")  # the channel is there, and hides nothing
    out = io.BytesIO()
    image.save(out, view.format, **_SAVING[view.format, view.kind])
    return out.getvalue()


@cache
def encoder_version(form: str) -> str:
    """What writes this format, as a name for the bytes that it gives; raises as `make_encoder`."""
    refuse_missing_encoder(form)
    versions = [PIL.__version__, form, features.version(ENCODERS[form])]
    if form == "AVIF":
        versions.append(get_codec_version(CODEC))
    return " ".join(map(str, versions))


def refuse_missing_encoder(form: str) -> None:
    """Raise NewsgenError if this Pillow cannot write the format.

    It could be left out, but then the same site would differ from machine to machine.
    """
    if form == "AVIF":
        there = features.check("avif") and bool(get_codec_version(CODEC))
    else:
        there = form != "WEBP" or features.check("webp")
    if not there:
        raise NewsgenError(
            f"The installed Pillow {PIL.__version__} cannot write {form}."
            " Install Pillow from PyPI: its wheels can (python -m pip install --upgrade pillow),"
            " but for Windows on ARM, where the Python for x86-64 is the way."
        )
