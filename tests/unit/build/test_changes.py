"""Nothing is published that was made half of the old and half of the new."""

from pathlib import Path

import pytest

from ht_newsgen.build import pipeline, rendering
from ht_newsgen.build.changes import refuse_changed_pictures, refuse_changed_templates
from ht_newsgen.build.options import Options
from ht_newsgen.errors import NewsgenError, ThemeBroken
from ht_newsgen.kit.digest import digest, fingerprinted
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.machine import PictureView
from tests.support import edits
from tests.support.sites import NOW, ROOT, build_site, make_site, tree

ITEM = "---\ntitle: A note\ndate: 2026-01-02\n---\n\n![A square.](square.png)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a picture and a template of its own."""
    root = make_site(tmp_path / "site", {"content/flash/2026/note.md": ITEM})
    edits.picture(root / "content/flash/2026/square.png", "teal")
    edits.override(root, "article.html", "before")
    return root


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("templates/article.html", "A template"),
        ("content/flash/2026/square.png", r"content/flash/2026/square\.png"),
    ],
)
@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_file_that_changes_while_pages_are_rendered_stops_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str, named: str, how: str
) -> None:
    """Nothing is published; the next build shows what is there then."""
    render_all = rendering.render_all

    def meanwhile(*args: object) -> object:
        result = render_all(*args)  # type: ignore[arg-type]
        file = root / path
        if how == "removed":
            file.unlink()
        else:
            file.write_bytes(file.read_bytes().replace(b"before", b"after") + b"\n")
        return result

    monkeypatch.setattr(pipeline, "render_all", meanwhile)
    with pytest.raises(NewsgenError, match=rf"{named} changed while .* build again"):
        build_site(root, root / "public", cache=True)
    assert tree(root / "public") == {}

    monkeypatch.undo()
    edits.picture(root / "content/flash/2026/square.png", "red")
    build_site(root, root / "public", cache=True)
    build_site(root, root / "clean", cache=False)
    assert tree(root / "public") == tree(root / "clean")


def test_what_has_not_changed_is_not_refused(tmp_path: Path) -> None:
    """A picture is what its published name says."""
    (tmp_path / "a.png").write_bytes(b"teal")
    path = "media/" + fingerprinted("a.png", b"teal")
    page = Page(path=path, kind=PageKind.PICTURE, view=PictureView(origin="a.png", path=path))
    refuse_changed_pictures(tmp_path, [page])
    refuse_changed_templates({PageKind.PAGE: digest(b"1")}, {PageKind.PAGE: digest(b"1")})


def test_a_template_that_cannot_be_read_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has nothing to do with the output."""
    read_text = Path.read_text

    def refuse(file: Path, *args: str, **more: str) -> str:
        if file.name == "article.html":
            raise PermissionError(13, "Permission denied", str(file))
        return read_text(file, *args, **more)

    monkeypatch.setattr(Path, "read_text", refuse)
    options = Options(root=root, output=root / "public", theme=ROOT, now=NOW, cache=False)
    with pytest.raises(ThemeBroken, match=r"article\.html: cannot be read: Permission denied"):
        pipeline.build(options)
