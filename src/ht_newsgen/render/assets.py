"""Files of `static/`, the site's laid over the theme's, ready to be published.

What lies under `static/assets/` is published with a fingerprint in its name and may be cached
for ever; everything else keeps its name, such as `favicon.svg`. Stylesheets are bundled
(`stylesheets.py`) and pictures encoded anew (`images.py`).
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.kit.digest import fingerprinted
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.model.assets import Asset, Assets, CleanPicture
from ht_newsgen.render.stylesheets import bundle, imported_sheets

if TYPE_CHECKING:
    from ht_newsgen.kit.images import Refusal

    Clean = Callable[[bytes], CleanPicture | Refusal]

FINGERPRINTED = "assets/"
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of one file; what is larger belongs on a host for downloads."""

_PICTURES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
}
_UNCLEANABLE = frozenset((".tif", ".tiff", ".bmp", ".heic", ".heif", ".avif", ".jxl", ".jp2"))
"""Pictures from which metadata cannot be taken here."""


def clean_anew(data: bytes) -> "CleanPicture | Refusal":
    """`images.clean_picture`, with Pillow loaded when there is a picture: most themes have none."""
    from ht_newsgen.render.images import clean_picture

    return clean_picture(data)


def read_assets(folders: Sequence[Path], clean: "Clean" = clean_anew) -> Assets:
    """All static files as they are published, in the order of their names.

    A file in an earlier folder hides one of the same name in a later one; a folder that is not
    there is empty. Names that begin with a dot are left out, except `.well-known` (RFC 8615).
    `clean` frees a picture of its metadata.
    Raises ThemeBroken for what cannot or must not be published, naming the file.
    """
    data = {
        name: _published_data(name, path, clean) for name, path in sorted(_find(folders).items())
    }
    sheets = {
        name: _decoded(name, data.pop(name))
        for name in list(data)
        if name.startswith(FINGERPRINTED) and name.endswith(".css")
    }
    paths = {name: _path(name, content) for name, content in data.items()}
    for name in sorted(sheets.keys() - imported_sheets(sheets)):
        data[name] = bundle(name, sheets, paths).encode()
    _refuse_lost_circles(sheets, data, paths)
    return Assets(
        by_name={
            name: Asset(name=name, path=_path(name, content), data=content)
            for name, content in sorted(data.items())
        }
    )


def _path(name: str, data: bytes) -> str:
    """Where a file goes in the output."""
    return fingerprinted(name, data) if name.startswith(FINGERPRINTED) else name


def _refuse_lost_circles(
    sheets: dict[str, str], data: dict[str, bytes], paths: dict[str, str]
) -> None:
    """Sheets that only import each other are reached from nowhere, and would vanish in silence."""
    for name in sorted(sheets.keys() - data.keys()):
        bundle(name, sheets, paths)


def _find(folders: Sequence[Path]) -> dict[str, Path]:
    """The file of each name."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _walk(folder, folder):
            found.setdefault(path.relative_to(folder).as_posix(), path)
    return found


def _walk(root: Path, folder: Path) -> Iterator[Path]:
    """All files below a folder that are meant to be published."""
    if not folder.is_dir():
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise ThemeBroken(f"{folder}: cannot be read: {error.strerror}") from error
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") and entry.name != ".well-known":
            continue
        if not is_inside(root, path):
            raise ThemeBroken(f"{path}: this link leads out of {root}, so it is not followed")
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path)
        elif path.is_file():  # other than an entry's, it answers for a link to itself as well
            yield path
        else:
            raise ThemeBroken(f"{path}: neither a file nor a folder, so it cannot be published")


def _published_data(name: str, path: Path, clean: "Clean") -> bytes:
    """The bytes of one file as they are published; stylesheets are still to be bundled."""
    try:
        name.encode()
        data = read_bounded(path, SIZE_LIMIT)
    except UnicodeEncodeError:
        raise ThemeBroken(f"static/{name!r}: the name is not UTF-8") from None
    except OSError as error:
        raise ThemeBroken(f"static/{name}: cannot be read: {error.strerror}") from error
    if data is None:
        raise ThemeBroken(f"static/{name}: larger than {SIZE_LIMIT >> 20} MiB")
    extension = PurePosixPath(name).suffix.lower()
    if extension in _UNCLEANABLE:
        raise ThemeBroken(
            f"static/{name}: this kind of picture cannot be freed of its metadata;"
            " save it as JPEG, PNG or WebP"
        )
    if extension not in _PICTURES:
        return data
    picture = clean(data)
    if not isinstance(picture, CleanPicture):
        raise ThemeBroken(f"static/{name}: the picture cannot be published, it is {picture.reason}")
    if picture.media_type != _PICTURES[extension]:
        raise ThemeBroken(
            f"static/{name}: the name says {_PICTURES[extension]},"
            f" but the file is {picture.media_type}; rename it"
        )
    return picture.data


def _decoded(name: str, data: bytes) -> str:
    """The text of a stylesheet."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ThemeBroken(f"static/{name}:{line}: not UTF-8") from None
