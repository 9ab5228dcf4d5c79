"""Pictures that were encoded once."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build.encoded import forget_encoded, remembering, rendition_key
from ht_newsgen.build.sealed_files import NEW
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import RenditionView

VIEW = RenditionView(
    origin="content/a.jpg",
    digest="d" * 32,
    kind=PictureKind.PHOTOGRAPH,
    format="WEBP",
    width=480,
    height=320,
)


class Encoder:
    """One that counts what it is asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, view: RenditionView) -> bytes:
        self.asked += 1
        return f"{view.format} of {view.digest}".encode()


def test_a_picture_is_encoded_once_by_all_builds(tmp_path: Path) -> None:
    """Another process, another day: the bytes are there."""
    folder, encoder = tmp_path / "pictures", Encoder()

    first = remembering(encoder, folder, rendition_key)(VIEW)
    second = remembering(encoder, folder, rendition_key)(VIEW)

    assert (first, second, encoder.asked) == (b"WEBP of " + b"d" * 32,) * 2 + (1,)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data.replace(b"of", b"or"), id="altered"),
        pytest.param(lambda _: b"", id="emptied"),
    ],
)
def test_a_damaged_file_is_encoded_anew(tmp_path: Path, damage: object) -> None:
    """Nobody sees half a picture because a disk was full."""
    encoder = Encoder()
    recalled = remembering(encoder, tmp_path, rendition_key)
    whole = recalled(VIEW)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))  # type: ignore[operator]

    assert (recalled(VIEW), recalled(VIEW), encoder.asked) == (whole, whole, 2)


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Keeping is a help and no need."""
    (tmp_path / "pictures").write_text("a file in its place")
    encoder = Encoder()

    assert (
        remembering(encoder, tmp_path / "pictures", rendition_key)(VIEW) == b"WEBP of " + b"d" * 32
    )
    assert encoder.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        {"digest": "e" * 32},
        {"kind": PictureKind.CUTOUT},
        {"format": "AVIF"},
        {"width": 481},
        {"height": 321},
    ],
)
def test_what_the_bytes_depend_on_is_in_the_key(
    other: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the version of the encoder; where the file lies is not."""
    first, second = rendition_key(VIEW), rendition_key(replace(VIEW, **other))

    assert first != second
    assert first == rendition_key(replace(VIEW, origin="content/b.jpg"))
    monkeypatch.setattr("ht_newsgen.render.renditions.encoder_version", lambda _: "another")
    assert first != rendition_key(VIEW)


def test_what_no_page_needs_is_forgotten(tmp_path: Path) -> None:
    """The withdrawn picture, the one of an older encoder, what a killed build has left."""
    recalled = remembering(Encoder(), tmp_path, rendition_key)
    recalled(VIEW)
    recalled(replace(VIEW, width=1))
    (tmp_path / f"x.1{NEW}").write_bytes(b"half")

    forget_encoded([Page(path="media/a.webp", kind=PageKind.PICTURE, view=VIEW)], tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == [rendition_key(VIEW)]
    forget_encoded([], tmp_path / "not there")
