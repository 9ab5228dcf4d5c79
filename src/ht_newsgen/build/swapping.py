"""Pages that show a text, as they are with another text in its place."""

import sqlite3
from collections.abc import Mapping

from ht_newsgen.build.dirty import SHOWS_ANOTHER, Dirty
from ht_newsgen.build.fingerprints import Fingerprint, print_of
from ht_newsgen.build.indexing import folder_of
from ht_newsgen.build.kept_views import page_again, print_half
from ht_newsgen.build.mentions import KeptView, kept_view
from ht_newsgen.build.store import Store
from ht_newsgen.kit.digest import DIGEST_BYTES, digest
from ht_newsgen.kit.patterns import regex
from ht_newsgen.model.manifest import Manifest
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.volumes import ENTRY

DIGEST = regex(rb'"([0-9a-f]{%d})"' % (2 * DIGEST_BYTES))


def pages_with(
    swapped: Mapping[str, str], before: Manifest, renderers: Mapping[PageKind, str], store: Store
) -> tuple[Dirty, ...] | None:
    """The published pages that show one of these texts, with the new one in its place.

    `swapped` has the digest of each text with that of the new one. None if a text is on no page, or
    if a page cannot be made of what is kept of it. What is shown now is kept in turn.
    """
    views = {text: dict(store.mentions.of(text)) for text in swapped}
    encoded = {name: view for of_text in views.values() for name, view in of_text.items()}
    dirty: list[Dirty] = []
    kept: list[KeptView] = []
    shown: set[str] = set()
    for path, output in before.outputs.items():
        name = print_half(output)
        if name not in encoded or (folder_of(path) and not path.endswith(ENTRY)):
            continue
        anew = with_texts(swapped, known(encoded[name], name))
        page = page_again(path, anew, frame_of(anew, store))
        if page is None:
            return None
        now = Fingerprint(print_of(anew), renderers[page.kind])
        kept.append(kept_view(anew, now.view))
        dirty.append(Dirty(page=page, fingerprint=now, reason=SHOWS_ANOTHER))
        shown.add(name)
    if not all(shown & of_text.keys() for of_text in views.values()):
        return None
    store.mentions.keep(kept, {})
    return tuple(dirty)


def known(encoded: bytes, name: str) -> bytes:
    """The view; a store that has changed it is damaged."""
    if print_of(encoded) != name:
        raise sqlite3.DatabaseError(f"the view {name} is not what it was")
    return encoded


def with_texts(swapped: Mapping[str, str], encoded: bytes) -> bytes:
    """The view with other texts."""
    named = {old.encode(): new.encode() for old, new in swapped.items()}
    return DIGEST.sub(lambda found: b'"%s"' % named.get(found[1], found[1]), encoded)


def frame_of(encoded: bytes, store: Store) -> bytes:
    """The frame around a view, encoded; nothing if there is none."""
    name = encoded.split(b" ", 2)[1].decode()
    frame = store.mentions.frame(name) if name else b""
    if name and digest(frame) != name:
        raise sqlite3.DatabaseError(f"the frame {name} is not what it was")
    return frame
