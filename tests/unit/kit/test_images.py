import io
import zlib

import pytest
from PIL import Image

from ht_newsgen.kit.images import Probe, Refusal, probe
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.kit.sentences import say


def photograph(width: int, height: int) -> Probe:
    return Probe(width=width, height=height, kind=PictureKind.PHOTOGRAPH)


def encoded(size: tuple[int, int], format_name: str, *, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[274] = orientation
    out = io.BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(out, format_name, exif=exif.tobytes())
    return out.getvalue()


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_picture_is_measured_as_it_will_be_published(format_name: str, orientation: int) -> None:
    """The size is that of the upright picture, whatever the format."""
    found = probe(encoded((80, 60), format_name, orientation=orientation))

    width, height = (60, 80) if orientation in {6, 8} else (80, 60)
    assert found == photograph(width, height)


def test_a_wide_picture_is_published_1600_pixels_wide() -> None:
    """The height keeps the proportion."""
    assert probe(encoded((2000, 500), "PNG")) == photograph(1600, 400)
    assert probe(encoded((500, 2000), "PNG")) == photograph(500, 2000)
    assert probe(encoded((500, 2000), "PNG", orientation=6)) == photograph(1600, 400)


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_ends_early_is_refused_wherever_it_ends(format_name: str) -> None:
    """Half a file is not half a picture."""
    whole = encoded((64, 64), format_name)

    for size in (1, 3, 12, 40, len(whole) // 2, len(whole) - len(whole) // 8):
        assert isinstance(probe(whole[:size]), Refusal), size


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b"hello", "not a picture that can be read; JPEG, PNG, WebP and GIF can"),
        (b"II*\x00....", "a TIFF picture; JPEG, PNG, WebP and GIF can be published"),
        (b"BM......", "a BMP picture; JPEG, PNG, WebP and GIF can be published"),
        (
            b"\x00\x00\x00\x18ftypheic....",
            "a HEIC picture; JPEG, PNG, WebP and GIF can be published",
        ),
        (b"<svg xmlns=''/>", "an SVG or XML file; JPEG, PNG, WebP and GIF can be published"),
        (b"<!doctype html>", "a web page; JPEG, PNG, WebP and GIF can be published"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "damaged or incomplete"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_by_name(data: bytes, reason: str) -> None:
    """An editor learns what the file is, and what can be published."""
    found = probe(data)

    assert isinstance(found, Refusal)
    if reason == "damaged or incomplete":  # Pillow calls some of these unreadable
        assert str(found.reason).startswith(("damaged", "not a picture"))
    else:
        assert str(found.reason) == reason
    assert found.advice


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    """A small file may claim to unfold into gigabytes."""
    small = encoded((8, 8), "PNG")
    header = b"IHDR" + (20_000).to_bytes(4, "big") * 2 + small[24:29]
    large = small[:12] + header + zlib.crc32(header).to_bytes(4, "big") + small[33:]

    assert probe(large) == Refusal(
        say("too large: more than 89,478,485 pixels"), say("Save it 4,000 pixels wide or less")
    )


def test_broken_metadata_is_no_reason_to_refuse_a_picture() -> None:
    """What is thrown away need not be well made."""
    out = io.BytesIO()
    Image.new("RGB", (8, 4)).save(out, "JPEG", exif=b"Exif\0\0nonsense and more of it")

    assert probe(out.getvalue()) == photograph(8, 4)
