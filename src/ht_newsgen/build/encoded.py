"""Encoded pictures: what was encoded or drawn once is not made again while it would be the same.

They lie as files beside the store, in `.cache/pictures/`, each under a digest of all that its
bytes depend on: the source's bytes, the recipe, the size, the format and the encoder. So nothing
has to be forgotten when the program, the configuration or the theme changes, and any process may
add one without asking another. See `docs/decisions/0020-renditions.md`.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from ht_newsgen.build.sealed_files import keep_bytes, kept_bytes, remove_others
from ht_newsgen.build.store import Store
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.renditions import RECIPE
from ht_newsgen.model.page import Page
from ht_newsgen.pages.social_cards import RECIPE as CARD_RECIPE
from ht_newsgen.pages.views.machine import RenditionView, SocialCardView

FOLDER = "pictures"
View = TypeVar("View", RenditionView, SocialCardView)


def encoded_folder(store: Store) -> Path:
    """Where encoded pictures are kept: with a store that is only for now, only for now."""
    return store.path.with_name(FOLDER)


def remembering(
    encode: Callable[[View], bytes], folder: Path, key: Callable[[View], str]
) -> Callable[[View], bytes]:
    """`encode`, asked only for what is not kept in the folder, which then keeps it too.

    `key` names the bytes by all that they depend on. A file that is damaged is encoded anew, and
    a folder that cannot be written is done without.
    """

    def recalled(view: View) -> bytes:
        file = folder / key(view)
        data = kept_bytes(file)
        if data is None:
            data = encode(view)
            keep_bytes(file, data)
        return data

    return recalled


def rendition_key(view: RenditionView) -> str:
    """What the bytes of a picture's file depend on; not where the picture lies in the site."""
    from ht_newsgen.render.renditions import encoder_version

    version = encoder_version(view.format)
    made_of = (RECIPE, view.digest, view.kind, view.format, view.width, view.height, version)
    return digest(msgspec.json.encode(made_of))


def card_key(view: SocialCardView) -> str:
    """What the bytes of a social card depend on."""
    from ht_newsgen.render.social_cards import drawing_version

    return digest(msgspec.json.encode((CARD_RECIPE, view, drawing_version())))


def pictures_among(paths: Iterable[str]) -> bool:
    """Whether one of these outputs is a picture of an item, or a card."""
    return any(path.startswith("media/") for path in paths)


def forget_encoded(planned: Iterable[Page], folder: Path) -> None:
    """Remove from the folder what no page of the site needs any more."""
    needed: set[str] = set()
    for page in planned:
        if isinstance(page.view, RenditionView):
            needed.add(rendition_key(page.view))
        elif isinstance(page.view, SocialCardView):
            needed.add(card_key(page.view))
    remove_others(folder, needed)
