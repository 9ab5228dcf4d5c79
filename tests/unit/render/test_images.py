import io

import pytest
from PIL import Image

from ht_newsgen.kit.images import Probe, Refusal, probe
from ht_newsgen.model.assets import CleanPicture
from ht_newsgen.render.images import clean_picture
from tests.support.pictures import BLUE, RED, SRGB, beside_pixels, exif, loaded, saved, two_halves


def cleaned(data: bytes) -> tuple[CleanPicture, Image.Image]:
    found = clean_picture(data)
    assert isinstance(found, CleanPicture), found
    image = Image.open(io.BytesIO(found.data))
    image.load()
    return found, image


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_published_picture_carries_nothing_but_its_pixels(format_name: str) -> None:
    """No position, camera, profile, comment, caption or thumbnail is in any output."""
    source = loaded(format_name)
    found, image = cleaned(source)

    assert beside_pixels(source) != []
    assert beside_pixels(found.data) == []
    assert not image.getexif()
    assert b"SECRET" not in found.data


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (64, 32), (5, 16)),
        (2, (64, 32), (58, 16)),
        (3, (64, 32), (58, 16)),
        (6, (32, 64), (16, 5)),
        (8, (32, 64), (16, 58)),
    ],
)
def test_a_picture_lies_as_its_photographer_held_the_camera(
    format_name: str, orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    """The orientation goes into the pixels, since the metadata does not go along."""
    found, image = cleaned(saved(two_halves(), format_name, exif=exif(orientation)))

    assert ((found.width, found.height), image.size) == (size, size)
    red, _, blue = image.convert("RGB").getpixel(red_at)  # type: ignore[misc]
    assert red > 150 > blue


@pytest.mark.parametrize(
    ("mode", "format_name"),
    [
        ("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"),
        ("RGB", "PNG"), ("RGBA", "PNG"), ("L", "PNG"), ("LA", "PNG"), ("P", "PNG"), ("1", "PNG"),
        ("I;16", "PNG"), ("RGB", "WEBP"), ("RGBA", "WEBP"), ("P", "GIF"), ("L", "GIF"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [40, 1700])
def test_every_kind_of_pixels_is_published_as_it_was_measured(
    mode: str, format_name: str, width: int
) -> None:
    """What was promised when the item was read is what the page will show."""
    image = Image.new("I;16", (width, 30), 30_000) if mode == "I;16" else two_halves((width, 30))
    data = saved(image if mode == "I;16" else image.convert(mode), format_name)

    found, published = cleaned(data)

    assert published.format == format_name
    measured = probe(data)
    assert isinstance(measured, Probe)
    assert (measured.width, measured.height) == (found.width, found.height)
    assert found.width == min(width, 1600)


def test_sixteen_bits_of_grey_become_eight_and_not_white() -> None:
    """The brightness is scaled, not cut off."""
    _, image = cleaned(saved(Image.new("I;16", (4, 4), 25_600), "PNG"))

    assert image.getpixel((0, 0)) == 100


def test_transparency_survives() -> None:
    """As a channel, as an entry of a palette, and as one colour that is not to be seen."""
    veiled = two_halves().convert("RGBA")
    veiled.putalpha(Image.new("L", veiled.size, 90))
    palette = two_halves().quantize(4)

    for data in (
        saved(veiled, "PNG"),
        saved(veiled, "PNG", icc_profile=SRGB),
        saved(veiled, "WEBP"),
        saved(palette, "PNG", transparency=palette.getpixel((0, 0))),
        saved(palette, "GIF", transparency=palette.getpixel((0, 0))),
        saved(two_halves(), "PNG", transparency=RED),
    ):
        _, image = cleaned(data)
        assert image.convert("RGBA").getpixel((0, 0))[3] in {0, 90}  # type: ignore[index]


def test_a_moving_picture_is_published_as_its_first_frame() -> None:
    """What cannot be stopped must not move (WCAG 2.2.2)."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    for format_name in ("GIF", "PNG", "WEBP"):
        data = saved(frames[0], format_name, save_all=True, append_images=frames[1:], duration=50)

        _, image = cleaned(data)

        assert getattr(image, "n_frames", 1) == 1
        red, _, blue = image.convert("RGB").getpixel((4, 4))  # type: ignore[misc]
        assert red > 150 > blue


def test_colours_are_brought_to_what_browsers_assume() -> None:
    """A picture in a wide gamut does not turn dull when its profile is gone."""
    image = Image.new("RGB", (8, 8), (100, 150, 50))

    _, with_profile = cleaned(saved(image, "PNG", icc_profile=other_profile()))
    _, without = cleaned(saved(image, "PNG"))

    assert without.getpixel((0, 0)) == (100, 150, 50)
    assert with_profile.getpixel((0, 0)) != (100, 150, 50)


def other_profile() -> bytes:
    """The sRGB profile with the coordinates of red and green exchanged."""
    profile = bytearray(SRGB)
    tags = int.from_bytes(profile[128:132], "big")
    offsets = {
        bytes(profile[at : at + 4]): slice(at + 4, at + 12)
        for at in range(132, 132 + 12 * tags, 12)
    }
    red, green = offsets[b"rXYZ"], offsets[b"gXYZ"]
    profile[red], profile[green] = profile[green], profile[red]
    return bytes(profile)


def test_an_unreadable_profile_is_left_out_of_account() -> None:
    """As browsers do."""
    _, image = cleaned(saved(Image.new("RGB", (4, 4), RED), "PNG", icc_profile=b"no profile" * 20))

    assert image.getpixel((0, 0)) == RED


def test_the_same_picture_always_gives_the_same_bytes() -> None:
    """Two builds are equal, whatever else the process has done."""
    for data in (loaded("JPEG"), loaded("PNG")):
        assert clean_picture(data) == clean_picture(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"text", loaded("JPEG")[:-200], loaded("PNG")[:-30], b"GIF89a" + b"\xff" * 40],
)
def test_what_cannot_be_published_is_a_value_and_no_exception(data: bytes) -> None:
    """The caller decides what a broken picture means."""
    assert isinstance(clean_picture(data), Refusal)
