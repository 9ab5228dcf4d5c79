"""Which pages must be rendered, and why; decided from values, before anything is done."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from ht_newsgen.build.fingerprints import Fingerprint
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page


class Dirty(Struct, frozen=True, kw_only=True):
    """A page to be rendered."""

    page: Page
    fingerprint: Fingerprint
    reason: str
    """For `build --explain`."""


def find_dirty(
    planned: Sequence[Page],
    prints: Mapping[str, Fingerprint],
    manifest: Manifest,
    is_published: Callable[[str, Output], bool],
) -> tuple[tuple[Dirty, ...], dict[str, Output]]:
    """The pages to render with the reason for each, and the outputs that stay as they are.

    `is_published` tells whether the file at a path still is the one that the manifest describes.
    """
    dirty: list[Dirty] = []
    clean: dict[str, Output] = {}
    for page in planned:
        before = manifest.outputs.get(page.path)
        reason = why_dirty(prints[page.path], before)
        if before is not None and not reason and not is_published(page.path, before):
            reason = "its file is missing, or somebody else has changed it"
        if reason or before is None:
            dirty.append(Dirty(page=page, fingerprint=prints[page.path], reason=reason))
        else:
            clean[page.path] = before
    return tuple(dirty), clean


def why_dirty(now: Fingerprint, before: Output | None) -> str:
    """Why a page must be rendered; empty if nothing about it has changed."""
    if before is None:
        return "it is new"
    if not before.fingerprint:
        return "the last build did not come to its end"
    view, _, renderer = before.fingerprint.partition("-")
    if view != now.view:
        return "what it shows has changed"
    if renderer != now.renderer:
        return "a template, or the program, has changed"
    return ""
