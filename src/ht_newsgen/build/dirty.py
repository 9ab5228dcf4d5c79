"""Which pages must be rendered, and why; decided from values, before anything is done."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.fingerprints import Fingerprint, fingerprinter
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import Deferred, resolved

SHOWS_ANOTHER = "what it shows has changed"
OTHER_RENDERER = "a template, the program or the site's address has changed"


class Dirty(Struct, frozen=True, kw_only=True):
    """A page to be rendered."""

    page: Page
    fingerprint: Fingerprint | None
    """None while the page's view is not made."""
    reason: str
    """For `build --explain`."""
    key: str = ""
    """Of the view, if it could have been deferred."""


def find_dirty(
    planned: Sequence[Page],
    renderers: Mapping[PageKind, str],
    manifest: Manifest,
    still_published: Callable[[str, Output], Output | None],
    *,
    make: bool = True,
) -> tuple[tuple[Dirty, ...], dict[str, Output]]:
    """The pages to render with the reason for each, and the outputs that stay as they are.

    A view that is deferred is made only if its key is not that of the last build; without `make`
    not even then, where the page must be rendered in any case: that is left to whoever renders it.
    `still_published` tells how the file at a path is now, if it is what the manifest describes.
    """
    fingerprint = fingerprinter(renderers)
    dirty: list[Dirty] = []
    clean: dict[str, Output] = {}
    for page in planned:
        before = manifest.outputs.get(page.path)
        there = still_published(page.path, before) if before is not None else None
        key = page.view.key if isinstance(page.view, Deferred) else ""
        if there is not None and is_known(key, renderers[page.kind], there):
            clean[page.path] = there
            continue
        reason = "" if make or not key else why_surely_dirty(key, renderers[page.kind], before)
        if reason:
            dirty.append(Dirty(page=page, fingerprint=None, reason=reason, key=key))
            continue
        made = resolved(page)
        now = fingerprint(made)
        reason = why_dirty(now, before)
        if there is None or reason:
            reason = reason or "its file is missing, or somebody else has changed it"
            dirty.append(Dirty(page=made, fingerprint=now, reason=reason, key=key))
        else:
            clean[page.path] = replace(there, key=key)
    return tuple(dirty), clean


def is_known(key: str, renderer: str, before: Output) -> bool:
    """Whether the key of a deferred view tells that its page is what it was."""
    return bool(key) and key == before.key and before.fingerprint.endswith(f"-{renderer}")


def why_surely_dirty(key: str, renderer: str, before: Output | None) -> str:
    """Why a page must be rendered, as far as that can be told without its view."""
    if before is None:
        return "it is new"
    if not before.fingerprint:
        return "the last build did not come to its end"
    made_by = before.fingerprint.partition("-")[2]
    return OTHER_RENDERER if key == before.key and made_by != renderer else ""


def why_dirty(now: Fingerprint, before: Output | None) -> str:
    """Why a page must be rendered; empty if nothing about it has changed."""
    if before is None:
        return "it is new"
    if not before.fingerprint:
        return "the last build did not come to its end"
    view, _, renderer = before.fingerprint.partition("-")
    if view != now.view:
        return SHOWS_ANOTHER
    if renderer != now.renderer:
        return OTHER_RENDERER
    return ""
