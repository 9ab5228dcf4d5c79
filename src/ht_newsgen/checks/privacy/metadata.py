"""What a picture tells beside what it shows (Exif 2.32, XMP part 2, IPTC photo metadata).

Nothing is decoded but the notes that stand before the pixels. Whatever is odd about them is passed
over: a picture that cannot be read at all is told of elsewhere.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import Any

from msgspec import Struct

from ht_newsgen.kit.images import Refusal, opened
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import clean, one_line

GPS, CAMERA = 0x8825, 0x8769
"""Directories of Exif within the first one."""
LATITUDE, LONGITUDE = 2, 4
SERIALS = (0xA431, 0xA435, 0xC62F)
"""Of the camera, of its lens, of the camera in another standard."""
PEOPLE = (0x013B, 0xA430, 0x9C9D)
"""Who made the picture, who owns the camera, and the first once more as Windows writes it."""
COPY_AT, COPY_LENGTH = 0x0201, 0x0202
OTHERWISE_CUT = 0.04
"""By so much the sides of a small copy may differ from those of the picture, being whole pixels."""
BY_LINE = (2, 80)
"""IPTC-IIM, record 2, dataset 80."""
LONGEST = 60

_XMP_POSITION = regex(r"GPSLatitude\s*(?:=\s*[\"']|>)\s*([^\"'<]+)")
_XMP_SERIAL = regex(r"(?:SerialNumber|LensSerialNumber)\s*(?:=\s*[\"']|>)\s*([^\"'<]+)")
_XMP_PEOPLE = regex(
    r"(?:mwg-rs:Name|PersonDisplayName|Iptc4xmpExt:PersonInImage|dc:creator)"
    r"\s*(?:=\s*[\"']|>)(?:\s*<rdf:(?:Bag|Seq|li)[^>]*>)*\s*([^\"'<]+)"
)


class Told(Struct, frozen=True, kw_only=True):
    """What a picture tells."""

    position: str = ""
    """Where it was taken, as a map understands it."""
    serials: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    whole: bool = False
    """True for one that still holds a small copy of what was cut off it."""


NOTHING = Told()


def told_by(data: bytes) -> Told:
    """What this picture tells; nothing, if it is none that can be read."""
    with opened(data) as image:
        if isinstance(image, Refusal):
            return NOTHING
        found = NOTHING
        with suppress(Exception):  # Pillow's readers raise nearly everything
            found = _told(image)
        return found


def _told(image: Any) -> Told:
    exif = image.getexif()
    camera = _directory(exif, CAMERA)
    xmp = _xmp_of(image)
    values = {**dict(exif), **camera}
    return Told(
        position=_position(_directory(exif, GPS)) or next(_texts(_XMP_POSITION.findall(xmp)), ""),
        serials=_unique([*(values.get(tag) for tag in SERIALS), *_XMP_SERIAL.findall(xmp)]),
        people=_unique(
            [
                *(values.get(tag) for tag in PEOPLE),
                image.info.get("Author"),
                *_by_lines(image),
                *_XMP_PEOPLE.findall(xmp),
            ]
        ),
        whole=_holds_more(image),
    )


def _directory(exif: Any, number: int) -> dict[int, Any]:
    with suppress(Exception):
        return dict(exif.get_ifd(number))
    return {}


def _position(gps: dict[int, Any]) -> str:
    """In degrees, with a minus for south and west; empty without one."""
    with suppress(TypeError, ValueError, ZeroDivisionError, KeyError):
        return f"{_degrees(gps, LATITUDE, 'S'):.4f}, {_degrees(gps, LONGITUDE, 'W'):.4f}"
    return ""


def _degrees(gps: dict[int, Any], tag: int, negative: str) -> float:
    degrees, minutes, seconds = (float(part) for part in gps[tag])
    value = degrees + minutes / 60 + seconds / 3600
    if value != value:  # noqa: PLR0124 - not a number: a camera that did not know
        raise ValueError("no position")
    return -value if str(gps.get(tag - 1, "")).strip("\0 ") == negative else value


def _by_lines(image: Any) -> list[Any]:
    from PIL import IptcImagePlugin

    with suppress(Exception):
        found = (IptcImagePlugin.getiptcinfo(image) or {}).get(BY_LINE, [])
        return found if isinstance(found, list) else [found]
    return []


def _xmp_of(image: Any) -> str:
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)


def _holds_more(image: Any) -> bool:
    """Whether the small copy has other proportions than the picture."""
    from PIL import Image

    with suppress(Exception):
        tiff = image.info["exif"].removeprefix(b"Exif\0\0")
        with Image.open(io.BytesIO(_small_copy(tiff)), formats=("JPEG",)) as small:
            ours, theirs = image.width / image.height, small.width / small.height
        # A camera held upright turns the picture and may leave its copy lying.
        return all(abs(ours - one) > OTHERWISE_CUT * ours for one in (theirs, 1 / theirs))
    return False


def _small_copy(tiff: bytes) -> bytes:
    """The JPEG that the second directory names; Pillow does not tell of it (TIFF 6, section 2)."""
    order = "<" if tiff.startswith(b"II") else ">"

    def number(at: int, form: str) -> int:
        return int(struct.unpack_from(order + form, tiff, at)[0])

    first = number(4, "I")
    second = number(first + 2 + 12 * number(first, "H"), "I")
    notes = range(second + 2, second + 2 + 12 * number(second, "H"), 12)
    values = {number(at, "H"): number(at + 8, "I") for at in notes}
    return tiff[values[COPY_AT] : values[COPY_AT] + values[COPY_LENGTH]]


def _unique(values: list[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_texts(values)))


def _texts(values: list[Any]) -> Iterator[str]:
    """Those that say something, each on one line."""
    for value in values:
        if isinstance(value, bytes):
            form = "utf-16-le" if value[1:2] == b"\0" else "utf-8"
            plain = value.decode(form, "replace")
        else:
            plain = str(value or "")
        text = one_line(clean(unescape(plain.replace("\0", " "))))
        if any(char.isalnum() for char in text):
            yield text[:LONGEST]
