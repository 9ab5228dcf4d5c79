"""Nothing is published that was made half of the old and half of the new."""

from pathlib import Path

import pytest

from ht_newsgen.build import publishing, rendering, start
from ht_newsgen.build.changes import refuse_changed_templates
from ht_newsgen.build.options import Options
from ht_newsgen.errors import NewsgenError, ThemeBroken
from ht_newsgen.kit.digest import digest
from ht_newsgen.model.page import PageKind
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


@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_template_that_changes_while_pages_are_rendered_stops_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Nothing is published; the next build shows what is there then."""
    render_all = rendering.render_all

    def meanwhile(*args: object) -> object:
        result = render_all(*args)  # type: ignore[arg-type]
        file = root / "templates/article.html"
        if how == "removed":
            file.unlink()
        else:
            file.write_bytes(file.read_bytes().replace(b"before", b"after") + b"\n")
        return result

    monkeypatch.setattr(publishing, "render_all", meanwhile)
    with pytest.raises(NewsgenError, match=r"A template changed while .* build again"):
        build_site(root, root / "public", cache=True)
    assert tree(root / "public") == {}

    monkeypatch.undo()
    edits.picture(root / "content/flash/2026/square.png", "red")
    build_site(root, root / "public", cache=True)
    build_site(root, root / "clean", cache=False)
    assert tree(root / "public") == tree(root / "clean")


@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_picture_that_changes_before_it_is_encoded_stops_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Its files would be published under the name of another picture."""
    picture = root / "content/flash/2026/square.png"
    render_all = rendering.render_all

    def meanwhile(*args: object) -> object:
        if how == "removed":
            picture.unlink()
        else:
            edits.picture(picture, "red")
        return render_all(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "render_all", meanwhile)
    with pytest.raises(NewsgenError, match=r"square\.png changed while .* build again"):
        build_site(root, root / "public", cache=True)
    assert tree(root / "public") == {}


def test_what_has_not_changed_is_not_refused() -> None:
    """The digests of its templates tell."""
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
        start.build(options)
