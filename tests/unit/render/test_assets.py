import io
import os
from pathlib import Path

import pytest
from PIL import Image

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.kit.digest import fingerprinted
from ht_newsgen.render.assets import read_assets


def folder(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    root.mkdir(exist_ok=True)
    return root


def published(*folders: Path) -> dict[str, bytes]:
    return {asset.path: asset.data for asset in read_assets(folders).by_name.values()}


def test_only_what_lies_under_assets_is_fingerprinted(tmp_path: Path) -> None:
    """A name that is known to the world stays; a name that only we use carries its content."""
    static = folder(tmp_path / "static", {"favicon.svg": "<svg/>", "assets/js/exit.js": "go()"})

    assert published(static) == {
        fingerprinted("assets/js/exit.js", b"go()"): b"go()",
        "favicon.svg": b"<svg/>",
    }


def test_the_sites_file_hides_the_themes_file_of_the_same_name(tmp_path: Path) -> None:
    """One file is replaced, and the rest of the theme stays; no folder need exist."""
    site = folder(tmp_path / "site", {"favicon.svg": "ours"})
    theme = folder(tmp_path / "theme", {"favicon.svg": "theirs", "humans.txt": "theirs"})

    assert published(tmp_path / "missing", site, theme) == {
        "favicon.svg": b"ours",
        "humans.txt": b"theirs",
    }


def test_a_site_may_replace_one_part_of_the_themes_stylesheet(tmp_path: Path) -> None:
    """An import finds the file wherever it lies."""
    site = folder(tmp_path / "site", {"assets/css/tokens.css": ":root { --ink: navy }"})
    theme = folder(
        tmp_path / "theme",
        {
            "assets/css/tokens.css": ":root { --ink: black }",
            "assets/site.css": '@import url("css/tokens.css") layer(tokens);',
        },
    )

    assert list(published(site, theme).values()) == [b"@layer tokens {\n:root { --ink: navy }\n}\n"]


def test_hidden_files_stay_at_home(tmp_path: Path) -> None:
    """Except for the folder whose name the world knows (RFC 8615)."""
    static = folder(
        tmp_path / "static",
        {".DS_Store": "x", ".git/config": "x", "a/.swp": "x", ".well-known/gpc.json": "{}"},
    )

    assert published(static) == {".well-known/gpc.json": b"{}"}


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """Nothing is read through a link that leaves the site, nor from something that is no file."""
    folder(tmp_path, {"secret.txt": "x", "static/real.txt": "real"})
    (tmp_path / "static" / "inside.txt").symlink_to("real.txt")
    assert published(tmp_path / "static") == {"inside.txt": b"real", "real.txt": b"real"}

    (tmp_path / "static" / "outside.txt").symlink_to("../secret.txt")
    with pytest.raises(ThemeBroken, match=r"outside\.txt: this link leads out of"):
        read_assets([tmp_path / "static"])
    (tmp_path / "static" / "outside.txt").unlink()

    (tmp_path / "static" / "loop").symlink_to(".")
    with pytest.raises(ThemeBroken, match="neither a file nor a folder"):
        read_assets([tmp_path / "static"])
    (tmp_path / "static" / "loop").unlink()

    (tmp_path / "static" / "itself").symlink_to("itself")
    with pytest.raises(ThemeBroken, match="neither a file nor a folder"):
        read_assets([tmp_path / "static"])
    (tmp_path / "static" / "itself").unlink()

    os.mkfifo(tmp_path / "static" / "pipe")
    with pytest.raises(ThemeBroken, match="neither a file nor a folder"):
        read_assets([tmp_path / "static"])


def test_pictures_of_the_theme_are_cleaned_too(tmp_path: Path) -> None:
    """A photograph in the theme tells as much as one in an item."""
    tags = Image.Exif()
    tags[271] = "CAMERA-MAKER"
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=tags.tobytes(), comment=b"SECRET")
    static = folder(tmp_path / "static", {"photo.JPG": out.getvalue()})

    (data,) = published(static).values()

    assert b"CAMERA" not in data
    assert b"SECRET" not in data
    assert Image.open(io.BytesIO(data)).size == (8, 8)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.png", b"no picture", "static/a.png: the picture cannot be published, it is not a pic"),
        ("a.tiff", b"II*\0", "static/a.tiff: this kind of picture cannot be freed of its metadata"),
        ("a.png", b"jpeg", "static/a.png: the name says image/png, but the file is image/jpeg"),
        ("assets/a.css", b"a{}\n\n\xff", "static/assets/a.css:3: not UTF-8"),
    ],
)
def test_what_cannot_be_published_is_named(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    """The message begins with the file, and its line where there is one."""
    if data == b"jpeg":
        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, "JPEG")
        data = out.getvalue()

    with pytest.raises(ThemeBroken) as raised:
        read_assets([folder(tmp_path / "static", {name: data})])

    assert str(raised.value).startswith(message)


def test_a_published_name_changes_with_what_a_stylesheet_imports(tmp_path: Path) -> None:
    """A cache that keeps files for ever never shows an old one."""
    first = folder(tmp_path / "1", {"assets/a.css": "@import 'b.css';", "assets/b.css": "b{}"})
    second = folder(tmp_path / "2", {"assets/a.css": "@import 'b.css';", "assets/b.css": "b{x:y}"})

    assert published(first).keys() != published(second).keys()


def test_stylesheets_that_only_import_each_other_are_not_lost_in_silence(tmp_path: Path) -> None:
    """No other sheet leads to them, so no bundle would have noticed the circle."""
    static = folder(
        tmp_path / "static",
        {"assets/a.css": "@import 'b.css';", "assets/b.css": "@import 'a.css';"},
    )

    with pytest.raises(ThemeBroken, match="in a circle"):
        read_assets([static])
