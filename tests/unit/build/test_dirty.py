"""What is rendered, and why."""

import pytest

from ht_newsgen.build.dirty import find_dirty
from ht_newsgen.build.fingerprints import fingerprinter
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import Deferred
from ht_newsgen.pages.views.machine import AssetView

RENDERERS = dict.fromkeys(PageKind, "renderer")
PAGE = Page(path="a.txt", kind=PageKind.ASSET, view=AssetView(name="a.txt", digest="1"))
PRINT = fingerprinter(RENDERERS)(PAGE)
THERE = Output(digest="d", fingerprint=str(PRINT), size=1, mtime_ns=1)


def test_a_page_that_is_what_it_was_stays() -> None:
    """Its file is not touched, and its line of the manifest stays."""
    manifest = Manifest(outputs={"a.txt": THERE})
    assert find_dirty((PAGE,), RENDERERS, manifest, lambda _, one: one) == ((), {"a.txt": THERE})


def test_a_file_with_another_time_and_the_same_bytes_stays() -> None:
    """As after a checkout; the manifest learns its time."""
    manifest = Manifest(outputs={"a.txt": THERE})
    now = Output(digest="d", fingerprint=str(PRINT), size=1, mtime_ns=2)
    assert find_dirty((PAGE,), RENDERERS, manifest, lambda *_: now) == ((), {"a.txt": now})


@pytest.mark.parametrize(
    ("before", "there", "reason"),
    [
        (None, True, "it is new"),
        (Output(), True, "the last build did not come to its end"),
        (
            Output(fingerprint=f"{'0' * 20}-{PRINT.renderer}"),
            True,
            "what it shows has changed",
        ),
        (
            Output(fingerprint=f"{PRINT.view}-{'0' * 20}"),
            True,
            "a template, the program or the site's address has changed",
        ),
        (THERE, False, "its file is missing, or somebody else has changed it"),
        (Output(fingerprint="nonsense"), False, "what it shows has changed"),
    ],
)
def test_a_page_is_rendered_for_one_of_these_reasons(
    before: Output | None, there: bool, reason: str
) -> None:
    """Told by `build --explain`."""
    manifest = Manifest(outputs={"a.txt": before} if before else {})
    dirty, clean = find_dirty((PAGE,), RENDERERS, manifest, lambda _, one: one if there else None)
    assert [(one.page, one.fingerprint, one.reason) for one in dirty] == [(PAGE, PRINT, reason)]
    assert clean == {}


def test_a_deferred_view_is_made_only_if_its_key_has_changed() -> None:
    """Or its renderer, or its file."""
    made: list[str] = []

    def make() -> AssetView:
        made.append("made")
        return AssetView(name="a.txt", digest="1")

    page = Page(path="a.txt", kind=PageKind.ASSET, view=Deferred("key", make))
    known = Output(digest="d", fingerprint=str(PRINT), key="key", size=1, mtime_ns=1)
    for before, renderers, there in (
        (known, RENDERERS, True),
        (known, dict.fromkeys(PageKind, "other"), True),
        (known, RENDERERS, False),
        (THERE, RENDERERS, True),
    ):
        manifest = Manifest(outputs={"a.txt": before})
        find_dirty((page,), renderers, manifest, lambda _, one, to=there: one if to else None)  # type: ignore[misc]
        made.append("|")
    assert "".join(made) == "|made|made|made|"


def test_a_page_that_is_surely_dirty_leaves_its_view_to_whoever_renders_it() -> None:
    """Its key tells what its view would; one with another key might be what it was."""
    page = Page(path="a.txt", kind=PageKind.ASSET, view=Deferred("key", lambda: PAGE.view))
    known = Output(digest="d", fingerprint=str(PRINT), key="key", size=1, mtime_ns=1)
    other = dict.fromkeys(PageKind, "other")
    found = []
    for before, renderers in (({}, RENDERERS), ({"a.txt": known}, other)):
        dirty, _ = find_dirty(
            (page,), renderers, Manifest(outputs=before), lambda _, one: one, make=False
        )
        found += [(one.page, one.fingerprint, one.reason, one.key) for one in dirty]
    assert found == [
        (page, None, "it is new", "key"),
        (page, None, "a template, the program or the site's address has changed", "key"),
    ]


def test_a_page_whose_key_has_changed_and_nothing_else_stays_and_learns_it() -> None:
    """The next build need not make its view."""
    page = Page(path="a.txt", kind=PageKind.ASSET, view=Deferred("key", lambda: PAGE.view))
    manifest = Manifest(outputs={"a.txt": THERE})
    dirty, clean = find_dirty((page,), RENDERERS, manifest, lambda _, one: one)
    assert (dirty, clean["a.txt"].key) == ((), "key")
