"""The files in which a picture is published."""

import io
from itertools import product

import pytest
from PIL import Image

from ht_newsgen.errors import NewsgenError
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.images import Probe, Refusal, probe
from ht_newsgen.kit.renditions import Measured, PictureKind, renditions
from ht_newsgen.model.media import Picture
from ht_newsgen.pages.pictures import rendition_view
from ht_newsgen.render import renditions as made
from tests.support.pictures import RED, beside_pixels, exif, loaded, saved, two_halves


def published(data: bytes) -> dict[str, bytes]:
    """All files of a picture by their names, made as a build makes them."""
    found = probe(data)
    assert isinstance(found, Probe), found
    picture = Picture(
        name="p",
        width=found.width,
        height=found.height,
        kind=found.kind,
        origin="a",
        digest=digest(data),
    )
    encode = made.make_encoder({"a": data}.__getitem__)
    return {one.path: encode(rendition_view(picture, one)) for one in renditions(picture)}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_no_file_of_a_picture_carries_anything_but_pixels(format_name: str) -> None:
    """No EXIF, XMP, IPTC, profile, position, thumbnail or comment, whatever there was."""
    source = loaded(format_name, 6)

    files = published(source)

    assert beside_pixels(source) != []
    assert {path: beside_pixels(data) for path, data in files.items()} == {
        path: [] for path in files
    }
    assert [path for path, data in files.items() if b"SECRET" in data] == []


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (64, 32), (5, 16)),
        (2, (64, 32), (58, 16)),
        (3, (64, 32), (58, 16)),
        (4, (64, 32), (5, 16)),
        (5, (32, 64), (16, 5)),
        (6, (32, 64), (16, 5)),
        (7, (32, 64), (16, 58)),
        (8, (32, 64), (16, 58)),
    ],
)
def test_every_file_is_upright(
    format_name: str, orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    """The orientation goes into the pixels; AVIF could tell one, and does not."""
    for path, data in published(saved(two_halves(), format_name, exif=exif(orientation))).items():
        image = opened(data)
        assert image.size == size, path
        red, _, blue = image.convert("RGB").getpixel(red_at)  # type: ignore[misc]
        assert red > 150 > blue, path


KINDS_OF_PIXELS = {
    # mode: format, kind of what noise in this mode becomes
    "RGB": ("JPEG", "photograph"),
    "L": ("JPEG", "photograph"),
    "CMYK": ("JPEG", "photograph"),
    "RGBA": ("PNG", "cutout"),
    "LA": ("PNG", "cutout"),
    "P": ("PNG", "photograph"),
    "1": ("PNG", "drawing"),
    "I;16": ("PNG", "photograph"),
}


@pytest.mark.parametrize("mode", KINDS_OF_PIXELS)
def test_every_kind_of_pixels_comes_out_as_it_went_in(mode: str) -> None:
    """As bright, as large and as transparent as it was; never enlarged, never a black square."""
    format_name, kind = KINDS_OF_PIXELS[mode]
    noise = Image.effect_noise((90, 60), 60)
    veil = Image.new("L", noise.size, 90)
    image = {
        "RGBA": lambda: Image.merge("RGBA", (noise, noise, noise, veil)),
        "LA": lambda: Image.merge("LA", (noise, veil)),
        "I;16": lambda: noise.convert("I").point(lambda value: value * 256).convert("I;16"),
    }.get(mode, lambda: noise.convert(mode))()

    data = saved(image, format_name)
    found = probe(data)
    assert found == Probe(width=90, height=60, kind=PictureKind(kind))
    for path, file in published(data).items():
        shown = opened(file)
        assert shown.size == (90, 60), path
        assert ("A" in shown.convert("RGBA").getbands() and shown.has_transparency_data) == (
            kind == "cutout"
        ), path
        if kind == "cutout":
            assert abs(shown.getchannel("A").getpixel((9, 9)) - 90) < 4, path  # type: ignore[operator]
        average = shown.convert("RGB").convert("L").resize((1, 1), Image.Resampling.BOX)
        assert abs(average.getpixel((0, 0)) - 128) < 12, path  # type: ignore[operator]


def test_a_palette_with_transparency_keeps_it() -> None:
    """In PNG and in GIF; a drawing stays exact to the pixel."""
    palette = two_halves().quantize(4)
    for format_name in ("PNG", "GIF"):
        files = published(saved(palette, format_name, transparency=palette.getpixel((0, 0))))
        assert list(files) == ["p-64.webp", "p-64.png"]
        for data in files.values():
            image = opened(data).convert("RGBA")
            assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]
            assert image.getpixel((60, 9))[3] == 255  # type: ignore[index]


def test_a_channel_that_hides_nothing_is_left_out() -> None:
    """Many programs write one into every screenshot; a photograph can still be a JPEG."""
    noise = Image.effect_noise((40, 40), 60)
    opaque = Image.merge("RGBA", (noise, noise, noise, Image.new("L", noise.size, 255)))

    files = published(saved(opaque, "PNG"))

    assert list(files) == ["p-40.avif", "p-40.webp", "p-40.jpg"]
    assert [opened(data).mode for data in files.values()] == ["RGB", "RGB", "RGB"]


@pytest.mark.parametrize("format_name", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_stands_still(format_name: str) -> None:
    """What cannot be stopped must not move (WCAG 2.2.2): its first frame is shown."""
    frames = [two_halves(), Image.new("RGB", (64, 32), (0, 90, 0))]
    data = saved(frames[0], format_name, save_all=True, append_images=frames[1:], duration=50)

    for path, file in published(data).items():
        image = opened(file)
        assert getattr(image, "n_frames", 1) == 1, path
        assert image.convert("RGB").getpixel((5, 5))[0] > 150, path  # type: ignore[index]


@pytest.mark.parametrize(
    ("size", "orientation", "shown"),
    [((5000, 3750), 1, (1600, 1200)), ((5000, 3750), 6, (1600, 2133)), ((1, 1), 1, (1, 1)),
     ((40, 17_000), 1, (38, 16_000)), ((3, 1700), 8, (1600, 3))],
)  # fmt: skip
def test_the_largest_file_has_the_size_that_was_promised(
    size: tuple[int, int], orientation: int, shown: tuple[int, int]
) -> None:
    """However it was decoded on the way: a large JPEG is never decoded whole."""
    data = saved(Image.new("RGB", size, RED), "JPEG", exif=exif(orientation))

    found, base = probe(data), made.base_of(data)

    assert isinstance(found, Probe)
    assert not isinstance(base, Refusal)
    assert ((found.width, found.height), base.size) == (shown, shown)


@pytest.mark.parametrize(("kind", "width"), list(product(PictureKind, (1, 33))))
def test_the_same_picture_always_gives_the_same_bytes(kind: PictureKind, width: int) -> None:
    """Two builds are equal, whatever a process has encoded before."""
    channels = [Image.effect_noise((width, 21), spread) for spread in (9, 50, 80, 5)]
    base = Image.merge("RGBA", channels)
    base = base if kind is PictureKind.CUTOUT else base.convert("RGB")
    picture = Picture(name="p", width=width, height=21, kind=kind, origin="a", digest="d")
    views = [rendition_view(picture, one) for one in renditions(picture)]

    first = [made.encoded(base, view) for view in views]

    assert [made.encoded(base, view) for view in reversed(views)] == first[::-1]


def test_a_picture_is_decoded_once_for_its_files() -> None:
    """Reading it from the disk and decoding it is a good part of the work."""
    asked: list[str] = []
    data = saved(two_halves((500, 20)), "JPEG")

    def read(origin: str) -> bytes:
        asked.append(origin)
        return data

    encode = made.make_encoder(read)
    picture = Picture(
        name="p",
        width=500,
        height=20,
        kind=PictureKind.PHOTOGRAPH,
        origin="content/a.jpg",
        digest=digest(data),
    )
    for one in renditions(picture):
        encode(rendition_view(picture, one))

    assert asked == ["content/a.jpg"]


def test_a_picture_that_is_another_one_by_now_is_refused() -> None:
    """It would be published under the name of the one that was read."""
    picture = Measured(name="p", width=64, height=32, kind=PictureKind.PHOTOGRAPH)
    view = rendition_view(
        Picture(**{name: getattr(picture, name) for name in picture.__struct_fields__},
                origin="content/a.jpg", digest="of another"),
        renditions(picture)[0],
    )  # fmt: skip

    with pytest.raises(NewsgenError, match=r"^content/a\.jpg changed while .*; build again$"):
        made.make_encoder(lambda _: loaded("JPEG"))(view)


def test_a_pillow_without_an_encoder_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The format is not left out in silence: the same site would differ between machines."""
    monkeypatch.setattr("PIL.features.check", lambda _: False)

    for form in ("AVIF", "WEBP"):
        with pytest.raises(NewsgenError, match=rf"cannot write {form}.*Install Pillow from PyPI"):
            made.refuse_missing_encoder(form)
    made.refuse_missing_encoder("JPEG")
