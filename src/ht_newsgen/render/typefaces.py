"""The typefaces of what is drawn rather than set by a browser: Noto Serif, and Noto Sans Arabic.

They come from packages, so that the same text has the same pixels on every machine, whatever
typefaces it has. Between them they have Latin, Cyrillic, Greek and Arabic letters.
"""

import io
import unicodedata
from functools import cache
from importlib.resources import files

from msgspec import Struct
from PIL import ImageFont

from ht_newsgen.kit.patterns import regex
from ht_newsgen.render.arabic import is_joinable, joined
from ht_newsgen.render.order_of_sight import in_order_of_sight

_SERIF = ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf")
_ARABIC_SANS = ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf")
_ARABIC = regex("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_NOWHERE = "\U0010ffff"
"""A code point that no typeface has a letter for."""


class Typeface(Struct, frozen=True):
    """A typeface in one weight and size."""

    package: str
    file: str
    weight: int
    """100 to 900 (OpenType, `wght`)."""
    size: int
    """Pixels to the em."""
    joined: bool
    """Whether its letters join, and are read from right to left."""


def typeface(text: str, weight: int, size: int) -> Typeface:
    """The typeface in which this text can be drawn, if any can."""
    if _ARABIC.search(text):
        return Typeface(*_ARABIC_SANS, weight, size, joined=True)
    return Typeface(*_SERIF, weight, size, joined=False)


@cache
def loaded(face: Typeface) -> ImageFont.FreeTypeFont:
    """The typeface as Pillow draws it, letter by letter.

    Pillow shapes text only where FriBiDi is installed, and pixels may not depend on that.
    """
    data = io.BytesIO(files(face.package).joinpath("files", face.file).read_bytes())
    font = ImageFont.truetype(data, face.size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([face.weight, 100])
    return font


def as_drawn(text: str, face: Typeface, *, rtl: bool = False) -> str:
    """A line as the typeface can draw it: letters joined, in the order of sight."""
    return in_order_of_sight(joined(text), rtl=rtl) if face.joined else text


def drawable(text: str) -> str:
    """The text as far as it can be drawn; empty if letters of it cannot.

    Signs that no typeface has, such as emoji, are left out; a word with a hole in it is none.
    """
    text = unicodedata.normalize("NFC", text)
    face = typeface(text, 400, 40)
    missing = {char for char in text if not char.isspace() and not has(face, char)}
    if any(unicodedata.category(char)[0] == "L" for char in missing):
        return ""
    return " ".join("".join(char for char in text if char not in missing).split())


@cache
def has(face: Typeface, char: str) -> bool:
    """Whether the typeface has this letter; marks that are not seen need none."""
    if unicodedata.category(char) == "Cf":
        return face.joined  # they steer the joining of letters, and are boxes elsewhere
    return is_joinable(char) and _image(face, char) != _image(face, _NOWHERE)


@cache
def _image(face: Typeface, char: str) -> bytes:
    return bytes(loaded(face).getmask(char))
