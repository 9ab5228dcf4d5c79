"""The static files of a site, with their pictures freed of metadata once and not in every build."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ht_newsgen.build.options import Options
from ht_newsgen.build.sealed_files import keep_bytes, kept_bytes, remove_others
from ht_newsgen.build.tools import static_folders
from ht_newsgen.build.versions import program_digest
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.assets import Assets, CleanPicture
from ht_newsgen.render.assets import clean_anew, read_assets

if TYPE_CHECKING:
    from ht_newsgen.kit.images import Refusal

FOLDER = "static"
"""Beside the store."""


def static_files(options: Options, store: Path) -> Assets:
    """As `read_assets`; what is kept beside the store at that path is not encoded again.

    A picture is known by its bytes and by the program with its libraries, so Pillow is loaded only
    for one that is new.
    """
    folder = store.with_name(FOLDER)
    used: set[str] = set()

    def clean(data: bytes) -> "CleanPicture | Refusal":
        name = digest(f"{program_digest()} {digest(data)}".encode())
        used.add(name)
        kept = kept_bytes(folder / name)
        if kept is not None:
            return msgspec.msgpack.decode(kept, type=CleanPicture)
        picture = clean_anew(data)
        if isinstance(picture, CleanPicture):
            keep_bytes(folder / name, msgspec.msgpack.encode(picture))
        return picture

    assets = read_assets(static_folders(options), clean)
    remove_others(folder, used)
    return assets
