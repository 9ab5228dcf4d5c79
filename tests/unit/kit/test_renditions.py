"""Which files a picture is published in, decided before one of them is made."""

import pytest

from ht_newsgen.kit.renditions import (
    Measured,
    PictureKind,
    fallback,
    published_size,
    rendition_name,
    renditions,
)


def files(width: int, height: int, kind: str) -> str:
    """The ends of their names."""
    picture = Measured(name="p", width=width, height=height, kind=PictureKind(kind))
    return " ".join(one.path.removeprefix("p-") for one in renditions(picture))


PHOTOGRAPH = (
    "480.avif 800.avif 1200.avif 1600.avif 480.webp 800.webp 1200.webp 1600.webp 800.jpg 1200.jpg"
)


@pytest.mark.parametrize(
    ("width", "kind", "expected"),
    [
        (1600, "photograph", PHOTOGRAPH),
        (850, "photograph", "480.avif 850.avif 480.webp 850.webp 850.jpg"),
        (
            1000,
            "cutout",
            "480.avif 800.avif 1000.avif 480.webp 800.webp 1000.webp 800.png 1000.png",
        ),
        (500, "cutout", "500.avif 500.webp 500.png"),
        (900, "drawing", "480.webp 800.webp 900.webp 800.png 900.png"),
        (1, "drawing", "1.webp 1.png"),
    ],
)
def test_a_picture_has_a_file_for_each_width_that_is_worth_it(
    width: int, kind: str, expected: str
) -> None:
    """None is wider than the picture, and none nearly as wide as the next."""
    assert files(width, 100, kind) == expected


def test_heights_keep_the_proportion_and_never_vanish() -> None:
    """Half a pixel is one."""
    wide = Measured(name="p", width=1600, height=1, kind=PictureKind.DRAWING)
    assert {(one.width, one.height) for one in renditions(wide)} == {
        (480, 1), (800, 1), (1200, 1), (1600, 1)
    }  # fmt: skip


def test_what_can_be_only_one_is_the_widest_that_everything_understands() -> None:
    """For feeds, mails and previews."""
    wide = Measured(name="p", width=1600, height=900, kind=PictureKind.PHOTOGRAPH)
    assert (fallback(wide).path, fallback(wide).height) == ("p-1200.jpg", 675)


@pytest.mark.parametrize(
    ("size", "published"),
    [
        ((640, 480), (640, 480)),
        ((1601, 1601), (1600, 1600)),
        ((6400, 1), (1600, 1)),
        ((100, 16_001), (100, 16_000)),
        ((1600, 160_000), (160, 16_000)),
    ],
)
def test_no_picture_is_enlarged_nor_beyond_what_a_format_holds(
    size: tuple[int, int], published: tuple[int, int]
) -> None:
    """WebP ends at 16,383 pixels."""
    assert published_size(*size) == published


def test_a_name_tells_the_source_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the recipe: what has a name may be kept by browsers for ever."""
    first = rendition_name("raid", "a" * 32)
    assert first != rendition_name("raid", "b" * 32)

    monkeypatch.setattr("ht_newsgen.kit.renditions.RECIPE", 2)
    assert first != rendition_name("raid", "a" * 32)
    assert first.startswith("media/raid.")
