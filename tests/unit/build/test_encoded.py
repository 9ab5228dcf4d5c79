"""Pictures that were encoded once."""

from pathlib import Path

import pytest

from ht_newsgen.build.encoded import NEW, forget_encoded, key_of, remembering
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import RenditionView
from ht_newsgen.render.renditions import encoder_version

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


def version(form: str) -> str:
    return f"{form} 1"


def test_a_picture_is_encoded_once_by_all_builds(tmp_path: Path) -> None:
    """Another process, another day: the bytes are there."""
    folder, encoder = tmp_path / "pictures", Encoder()

    first = remembering(encoder, folder, version)(VIEW)
    second = remembering(encoder, folder, version)(VIEW)

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
    recalled = remembering(encoder, tmp_path, version)
    whole = recalled(VIEW)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))  # type: ignore[operator]

    assert (recalled(VIEW), recalled(VIEW), encoder.asked) == (whole, whole, 2)


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Keeping is a help and no need."""
    (tmp_path / "pictures").write_text("a file in its place")
    encoder = Encoder()

    assert remembering(encoder, tmp_path / "pictures", version)(VIEW) == b"WEBP of " + b"d" * 32
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
def test_what_the_bytes_depend_on_is_in_the_key(other: dict[str, object]) -> None:
    """And the version of the encoder; where the file lies is not."""
    values = {name: getattr(VIEW, name) for name in VIEW.__struct_fields__}

    assert key_of(RenditionView(**values | other), "1") != key_of(VIEW, "1")
    assert key_of(VIEW, "2") != key_of(VIEW, "1")
    assert key_of(RenditionView(**values | {"origin": "content/b.jpg"}), "1") == key_of(VIEW, "1")


def test_what_no_page_needs_is_forgotten(tmp_path: Path) -> None:
    """The withdrawn picture, the one of an older encoder, what a killed build has left."""
    recalled = remembering(Encoder(), tmp_path, encoder_version)
    recalled(VIEW)
    remembering(Encoder(), tmp_path, version)(VIEW)
    (tmp_path / f"x.1{NEW}").write_bytes(b"half")

    forget_encoded([Page(path="media/a.webp", kind=PageKind.PICTURE, view=VIEW)], tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == [key_of(VIEW, encoder_version("WEBP"))]
    forget_encoded([], tmp_path / "not there")
