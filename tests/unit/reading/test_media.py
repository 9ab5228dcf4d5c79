"""Pictures that items name."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.renditions import PictureKind, rendition_name
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article
from ht_newsgen.model.media import Figure, Picture
from ht_newsgen.reading.article import read_item
from ht_newsgen.reading.media import NoPicture, find_picture
from tests.unit.reading.sites import CONFIG

ITEM = "content/flash/2018/raids.md"


def png(width: int = 8, height: int = 6) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG")
    return file.getvalue()


STREET = png()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "content/flash/2018/street.png": STREET,
        "content/flash/2018/Šuma & more.png": STREET,
        "content/flash/photo.jpg": STREET,
        "content/media/bridge.png": STREET,
        "static/logo.png": STREET,
        "content/flash/2018/broken.png": STREET[:20],
        "content/flash/2018/notes.txt": b"text",
        "secret.png": STREET,
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path.parent / "outside.png").write_bytes(STREET)
    (tmp_path / "content/flash/2018/link.png").symlink_to(tmp_path.parent / "outside.png")
    return tmp_path


def published(origin: str, name: str) -> Picture:
    source = digest(STREET)
    return Picture(
        origin=origin,
        digest=source,
        name=rendition_name(name, source),
        width=8,
        height=6,
        kind=PictureKind.DRAWING,
    )


@pytest.mark.parametrize(
    ("src", "picture"),
    [
        ("street.png", published("content/flash/2018/street.png", "street")),
        ("./street.png", published("content/flash/2018/street.png", "street")),
        ("street.png?x#y", published("content/flash/2018/street.png", "street")),
        ("../photo.jpg", published("content/flash/photo.jpg", "photo")),
        (
            "%C5%A0uma%20&%20more.png",
            published("content/flash/2018/Šuma & more.png", "suma-more"),
        ),
        ("/bridge.png", published("content/media/bridge.png", "bridge")),
        ("/logo.png", published("static/logo.png", "logo")),
    ],
)
def test_a_picture_is_found_from_its_item(root: Path, src: str, picture: Picture) -> None:
    """Beside the item, or from the root; its name may lie about what it is."""
    assert find_picture(root, ITEM, src) == picture


@pytest.mark.parametrize(
    ("src", "message", "advice"),
    [
        ("", "there is no picture without a file", "Write the name of its file"),
        (
            "https://example.org/a.png",
            "the picture https://example.org/a.png is not a file of this site",
            "Save the picture next to the item, and write the name of its file",
        ),
        (
            "data:image/png;base64,xx",
            "the picture data:image/png;base64,xx is not a file of this site",
            "Save the picture next to the item, and write the name of its file",
        ),
        (
            "stret.png",
            "there is no picture content/flash/2018/stret.png",
            "Did you mean `street.png`?",
        ),
        (
            "../../../secret.png",
            "there is no picture ../../../secret.png",
            "Save the picture next to the item",
        ),
        (
            "/../secret.png",
            "there is no picture /../secret.png",
            "Save the picture next to the item",
        ),
        (
            "link.png",
            "the picture content/flash/2018/link.png lies outside of the site",
            "Copy it into the site",
        ),
        (
            "broken.png",
            "the picture content/flash/2018/broken.png is damaged or incomplete",
            "Copy it again from where it comes from, since it may not have arrived whole",
        ),
        (
            "notes.txt",
            (
                "the picture content/flash/2018/notes.txt is not a picture that can be read; "
                "JPEG, PNG, WebP and GIF can"
            ),
            "Copy it again from where it comes from, since it may not have arrived whole",
        ),
        (
            "a\0b.png",
            "there is no picture content/flash/2018/a\0b.png",
            "Save the picture next to the item",
        ),
    ],
)
def test_what_is_no_picture_of_the_site_is_told(
    root: Path, src: str, message: str, advice: str
) -> None:
    """Why it cannot be shown, and what to do."""
    assert find_picture(root, ITEM, src) == NoPicture(
        say("{told}", told=message), say("{told}", told=advice)
    )


def test_an_item_shows_its_pictures(root: Path) -> None:
    """In its text with their size, and as its figure with credit."""
    (root / ITEM).write_text(
        "---\ntitle: Raids\ndate: 2018-02-19\n"
        "image: {src: /bridge.png, decorative: true, credit: A photographer}\n---\n"
        "![A street](street.png)\n",
        "utf-8",
    )
    reading = read_item(root, ITEM, CONFIG)
    street = published("content/flash/2018/street.png", "street")
    bridge = published("content/media/bridge.png", "bridge")
    assert isinstance(reading.item, Article)
    assert reading.item.figure == Figure(picture=bridge, alt="", credit="A photographer")
    assert reading.item.pictures == (street,)
    assert reading.body.html == (
        f'<p><img src="/{street.name}-8.png" alt="A street" width="8" height="6"'
        ' data-kind="drawing"></p>'
    )
