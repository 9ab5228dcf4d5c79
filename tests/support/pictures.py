"""Pictures made by code, with all the metadata that a camera and its owner may leave in one."""

import io
import struct
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

RED, BLUE = (200, 30, 30), (20, 30, 220)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>XMP-SECRET</x:xmpmeta>"


def two_halves(size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def saved(image: Image.Image, format_name: str, **options: Any) -> bytes:
    """The image as a file."""
    out = io.BytesIO()
    image.save(out, format_name, **options)
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """Orientation, a camera's name, a position, and a thumbnail of what was cropped away."""
    tags = Image.Exif()
    tags[274] = orientation
    tags[271] = "CAMERA-SECRET"
    tags.get_ifd(0x8825)[2] = (43.0, 51.0, 30.0)
    tags.get_ifd(0x8825)[1] = "N"
    thumbnail = saved(Image.new("RGB", (16, 16), RED), "JPEG", comment=b"THUMBNAIL-SECRET")
    first = tags.tobytes()
    # A second directory with nothing but the thumbnail (Exif 2.32, 4.5.5).
    header, body = first[:6], bytearray(first[6:])
    order = "<" if body[:2] == b"II" else ">"
    start = struct.unpack_from(f"{order}I", body, 4)[0]
    count = struct.unpack_from(f"{order}H", body, start)[0]
    struct.pack_into(f"{order}I", body, start + 2 + 12 * count, len(body))
    at = len(body) + 2 + 2 * 12 + 4
    directory = struct.pack(f"{order}H", 2)
    directory += struct.pack(f"{order}HHII", 0x0201, 4, 1, at)
    directory += struct.pack(f"{order}HHII", 0x0202, 4, 1, len(thumbnail))
    return header + bytes(body) + directory + struct.pack(f"{order}I", 0) + thumbnail


def loaded(format_name: str, orientation: int = 1, size: tuple[int, int] = (64, 32)) -> bytes:
    """A picture in this format, with everything that can be put into one."""
    image = two_halves(size)
    everything = {"exif": exif(orientation), "icc_profile": SRGB}
    if format_name == "GIF":
        return saved(image, "GIF", comment=b"COMMENT-SECRET")
    if format_name == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", "COMMENT-SECRET")
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return saved(image, "PNG", pnginfo=text, dpi=(300, 300), **everything)
    if format_name == "WEBP":
        return saved(image, "WEBP", xmp=XMP, **everything)
    jpeg = saved(image, "JPEG", comment=b"COMMENT-SECRET", xmp=XMP, dpi=(300, 300), **everything)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x12IPTC-SECRET-BYLINE"
    return jpeg[:2] + b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc + jpeg[2:]


def beside_pixels(data: bytes) -> list[str]:
    """What stands in the file that is neither pixels nor needed to decode them, by name.

    The file's own structure is read, not searched: segments of JPEG (ITU-T T.81, B.1.1), chunks
    of PNG and WebP (RFC 9649), boxes of AVIF (ISO/IEC 14496-12).
    """
    if data.startswith(b"\xff\xd8"):
        found = list(_segments(data))
        needed = {f"APP0 {b'JFIF'!r}", "DB", "C0", "C2", "C4", "DA", "DD"}
    elif data.startswith(b"\x89PNG"):
        found = [name for name, _ in _png_chunks(data)]
        needed = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}
    elif data[8:12] == b"WEBP":
        found = list(_webp_chunks(data))
        needed = {"VP8 ", "VP8L", "ALPH", "VP8X 10"}  # bit 4 of VP8X is the alpha channel
    elif data[4:12] == b"ftypavif":
        found = list(_boxes(data))
        needed = _AVIF
    elif data.startswith(b"GIF8"):
        found = ["comment"] if b"\x21\xfe" in data else []
        needed = set()
    else:
        return ["no picture"]
    return [name for name in found if name not in needed]


_AVIF = set(
    "ftyp meta hdlr pitm iloc iinf iprp ipco ispe pixi av1C auxC ipma iref idat mdat item:av01 "
    "colr:nclx ref:auxl".split()
)


def _segments(data: bytes) -> Iterator[str]:
    at = 2
    while at < len(data) and data[at + 1] != 0xD9:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xE0 <= marker <= 0xEF:
            yield f"APP{marker - 0xE0} {data[at + 4 : at + 8]!r}"
        else:
            yield "COM" if marker == 0xFE else f"{marker:02X}"
        at += 2 + length
        if marker == 0xDA:  # what follows is coded data, up to the next marker
            while data[at] != 0xFF or data[at + 1] in (0x00, *range(0xD0, 0xD8)):
                at += 1


def _png_chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8].decode(), data[at + 8 : at + 8 + length]
        at += 12 + length


def _webp_chunks(data: bytes) -> Iterator[str]:
    at = 12
    while at < len(data):
        name, length = data[at : at + 4].decode(), int.from_bytes(data[at + 4 : at + 8], "little")
        yield f"{name} {data[at + 8]:02x}" if name == "VP8X" else name
        at += 8 + length + length % 2


def _boxes(data: bytes) -> Iterator[str]:
    at = 0
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8].decode()
        end = at + length if length else len(data)
        inside = data[at + 8 : end]
        if name == "infe":  # version 2: flags, id, protection index, type
            yield f"item:{inside[8:12].decode()}"
        elif name == "colr":
            yield f"colr:{inside[:4].decode()}"
        else:
            yield name
        if name in ("meta", "iinf", "iref"):
            skipped = {"meta": 4, "iinf": 6, "iref": 4}[name]
            inner = _boxes(inside[skipped:])
            yield from (f"ref:{one}" for one in inner) if name == "iref" else inner
        elif name in ("iprp", "ipco"):
            yield from _boxes(inside)
        at = end
