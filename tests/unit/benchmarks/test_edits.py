"""The edits of the benchmark: real ones, and visible to readers."""

from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from benchmarks.desk import Desk
from benchmarks.edits import KINDS, EditNotSeenError, History
from benchmarks.generators.eleventy import ELEVENTY
from benchmarks.generators.generator import EDITION, Generator, write_site
from benchmarks.generators.hugo import HUGO
from benchmarks.generators.ours import OURS
from benchmarks.generators.pelican import PELICAN
from benchmarks.generators.zola import ZOLA

EVERY = pytest.mark.parametrize(
    "generator", [OURS, HUGO, ZOLA, ELEVENTY, PELICAN], ids=lambda generator: generator.name
)
CHANGES = ("body", "title", "new", "delete", "template", "check-body")


def sources(desk: Desk) -> dict[str, bytes]:
    """The files of a site."""
    files = (path for path in desk.site.rglob("*") if path.is_file())
    return {path.relative_to(desk.site).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def desk(generator: Generator, tmp_path: Path) -> Desk:
    """A small site of one generator."""
    desk = Desk(generator, tmp_path)
    write_site(generator, desk.site, make_corpus(20))
    return desk


@EVERY
def test_every_edit_touches_one_file(generator: Generator, desk: Desk) -> None:
    """As an editor's commit does; two rounds never make the same edit."""
    history = History(20)
    for turn in (1, 2):
        for kind in CHANGES:
            before = sources(desk)
            history.edit(kind, turn).apply(desk)
            after = sources(desk)
            touched = {path for path in before | after if before.get(path) != after.get(path)}
            assert len(touched) == 1, kind
            assert (touched == {generator.template}) == (kind == "template")


@EVERY
def test_the_template_of_all_pages_can_be_edited(generator: Generator, desk: Desk) -> None:
    """The place of the edit is marked in every generator's template, once."""
    assert (desk.site / generator.template).read_text("utf-8").count(EDITION) == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in CHANGES])
def test_the_other_kinds_leave_the_sources_as_they_are(kind: str, tmp_path: Path) -> None:
    """They differ in what was built before."""
    desk = Desk(OURS, tmp_path)
    write_site(OURS, desk.site, make_corpus(5))
    before = sources(desk)
    History(5).edit(kind, 1).apply(desk)
    assert sources(desk) == before


def test_an_item_is_deleted_once(tmp_path: Path) -> None:
    """Later rounds pick among those that are left."""
    desk = Desk(OURS, tmp_path)
    write_site(OURS, desk.site, make_corpus(20))
    history = History(20)
    for turn in range(1, 6):
        for kind in ("body", "title", "delete"):
            history.edit(kind, turn).apply(desk)
    assert len(list(desk.site.glob("content/*/2*/*.md"))) == 15


def test_an_edit_that_readers_do_not_see_is_an_error(tmp_path: Path) -> None:
    """A generator that skips work it has to do is not quick but wrong."""
    desk = Desk(OURS, tmp_path)
    for page in ("", "about", "topics/prevention"):
        (desk.output / page).mkdir(parents=True, exist_ok=True)
        (desk.output / page / "index.html").write_text("as before", encoding="utf-8")
    edit = History(5).edit("template", 1)

    with pytest.raises(EditNotSeenError, match="misses 'template 1'"):
        edit.check(desk)


def test_a_fresh_checkout_keeps_the_caches_and_nothing_else_that_was_built(tmp_path: Path) -> None:
    """New files with new times, as git makes them."""
    desk = Desk(PELICAN, tmp_path)
    write_site(PELICAN, desk.site, make_corpus(5))
    (desk.site / "cache").mkdir()
    (desk.site / "cache" / "kept").write_bytes(b"")
    before = sources(desk)
    old = {path: path.stat().st_ino for path in desk.site.glob("content/*/*/*.md")}
    desk.check_out_anew()

    assert sources(desk) == before
    assert all(path.stat().st_ino != inode for path, inode in old.items())
