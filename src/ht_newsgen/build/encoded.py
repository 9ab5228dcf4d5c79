"""Encoded pictures: what was encoded once is not encoded again, while anything of it is the same.

They lie as files beside the store, `.cache/pictures/`, each under a digest of all that its bytes
depend on: the source's bytes, the recipe, the size, the format and the encoder. So nothing has to
be forgotten when the program, the configuration or the theme changes, and any process may add one
without asking another. See `docs/decisions/0021-renditions.md`.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from ht_newsgen.build.store import Store
from ht_newsgen.kit.digest import DIGEST_BYTES, digest
from ht_newsgen.kit.renditions import RECIPE
from ht_newsgen.model.page import Page
from ht_newsgen.pages.views.machine import RenditionView

FOLDER = "pictures"
NEW = ".new"
"""Ends the name of a file that is being written."""

Encode = Callable[[RenditionView], bytes]


def encoded_folder(store: Store) -> Path:
    """Where encoded pictures are kept: with a store that is only for now, only for now."""
    return store.path.with_name(FOLDER)


def remembering(encode: Encode, folder: Path, version: Callable[[str], str]) -> Encode:
    """`encode`, asked only for what is not kept in the folder, which then keeps it too.

    `version` names the encoder of a format. A file that is damaged is encoded anew, and a folder
    that cannot be written is done without.
    """

    def recalled(view: RenditionView) -> bytes:
        file = folder / key_of(view, version(view.format))
        with suppress(OSError):
            sealed = file.read_bytes()
            seal, data = sealed[: 2 * DIGEST_BYTES], sealed[2 * DIGEST_BYTES :]
            if digest(data).encode() == seal:
                return data
        data = encode(view)
        with suppress(OSError):
            keep(file, digest(data).encode() + data)
        return data

    return recalled


def key_of(view: RenditionView, version: str) -> str:
    """The name under which the bytes of this file are kept, by what they depend on."""
    made_of = (RECIPE, view.digest, view.kind, view.format, view.width, view.height, version)
    return digest(msgspec.json.encode(made_of))


def keep(file: Path, data: bytes) -> None:
    """Write a file that appears whole, whoever else writes it at the same time. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f"{file.name}.{os.getpid()}{NEW}")
    try:
        temporary.write_bytes(data)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def pictures_among(paths: Iterable[str]) -> bool:
    """Whether one of these outputs is a picture of an item."""
    return any(path.startswith("media/") for path in paths)


def forget_encoded(planned: Iterable[Page], folder: Path) -> None:
    """Remove from the folder what no page of the site needs any more."""
    # Imported here, with Pillow: most builds change no picture.
    from ht_newsgen.render.renditions import encoder_version

    needed = {
        key_of(page.view, encoder_version(page.view.format))
        for page in planned
        if isinstance(page.view, RenditionView)
    }
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names are all that is asked for
            if name not in needed:
                with suppress(OSError):
                    (folder / name).unlink()
