"""The cache may be damaged, of another version, or impossible; the site is right all the same."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from ht_newsgen.build.cache import CACHE, is_damage, opened_store
from ht_newsgen.build.options import Options
from ht_newsgen.build.pipeline import load
from ht_newsgen.build.result import Result
from ht_newsgen.errors import OutputUnwritable
from ht_newsgen.writing.lock import held
from tests.support.sites import NOW, ROOT, build_site, make_site, tree

FILES: dict[str, str | bytes] = {
    f"content/flash/2026/{number}.md": (
        f"---\ntitle: Item {number}\ndate: 2026-01-0{number}\n---\n\nText {number}. " + "x" * 3000
    )
    for number in range(1, 8)
}
ROUNDS = 12
CONFIGURATION = (
    "base_url: https://example.org/\nsections: [{id: flash, title: Flash, kind: flash}]\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a warm cache, and what a clean build of it is."""
    folder = tmp_path_factory.mktemp("built")
    make_site(folder / "site", {**FILES, "newsgen.yaml": CONFIGURATION})
    build_site(folder / "site", folder / "clean", cache=True)
    return folder


def site_with_cache(built: Path, folder: Path, data: bytes | None = None) -> Path:
    """A copy of the site whose cache holds these bytes."""
    root = Path(shutil.copytree(built / "site", folder / "site"))
    if data is not None:
        (root / CACHE).write_bytes(data)
    return root


def assert_right(root: Path, built: Path) -> Result:
    """The site is built, as a clean build makes it."""
    result = build_site(root, root.parent / "public", cache=True)
    assert tree(root.parent / "public") == tree(built / "clean")
    return result


def test_a_warm_cache_needs_no_note(built: Path, tmp_path: Path) -> None:
    """All is well."""
    assert assert_right(site_with_cache(built, tmp_path), built).notes == ()


@pytest.mark.parametrize(
    "data", [b"", b"SQLite format 3\0", b"no database at all\n" * 200, b"\0" * 9000]
)
def test_what_is_no_cache_is_made_anew(built: Path, tmp_path: Path, data: bytes) -> None:
    """Somebody's merge has left text there, or a full disk nothing."""
    root = site_with_cache(built, tmp_path, data)
    notes = assert_right(root, built).notes
    assert ["was damaged" in note for note in notes] == [True] * len(notes)
    assert assert_right(root, built).notes == ()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cache_cut_short_is_made_anew(built: Path, tmp_path: Path, share: float) -> None:
    """A copy that was broken off; it is told, and the next build has a good one."""
    data = (built / "site" / CACHE).read_bytes()
    root = site_with_cache(built, tmp_path, data[: int(len(data) * share)])
    assert_right(root, built)
    assert_right(root, built)
    assert assert_right(root, built).notes == ()


def test_a_cache_damaged_anywhere_never_shows_on_a_page(built: Path, tmp_path: Path) -> None:
    """Bytes changed at random: what is published is right, and the cache is good again soon."""
    data = (built / "site" / CACHE).read_bytes()
    dice = random.Random("damage")
    for number in range(ROUNDS):
        damaged = bytearray(data)
        start = dice.randrange(len(data))
        for at in range(start, min(start + dice.choice((1, 1, 40, 4096)), len(data))):
            damaged[at] = dice.randrange(256)
        root = site_with_cache(built, tmp_path / str(number), bytes(damaged))
        assert_right(root, built)
        assert_right(root, built)
        assert assert_right(root, built).notes == ()


def test_a_lost_text_is_read_again(built: Path, tmp_path: Path) -> None:
    """The record is there, its text is not: told, mended, and right."""
    root = site_with_cache(built, tmp_path)
    with sqlite3.connect(root / CACHE) as connection:
        connection.execute("DELETE FROM bodies")
    connection.close()

    result = assert_right(root, built)

    assert ["was damaged" in note for note in result.notes] == [True]
    assert assert_right(root, built).notes == ()


def test_where_no_cache_can_be_made_the_build_does_without(built: Path, tmp_path: Path) -> None:
    """As in a folder that may only be read; here a file stands where the folder should be."""
    root = site_with_cache(built, tmp_path)
    shutil.rmtree(root / ".cache")
    (root / ".cache").write_text("in the way")

    result = assert_right(root, built)

    assert ["cannot be used" in note for note in result.notes] == [True]


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY]
)
def test_a_disk_that_fails_in_the_middle_costs_the_cache_only(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """The build goes on in a temporary folder; the file is left as it is."""
    root = site_with_cache(built, tmp_path)
    shutil.rmtree(root / ".cache")
    failing_store(monkeypatch, root / CACHE, code)

    result = assert_right(root, built)

    assert ["cannot be used (full)" in note for note in result.notes] == [True]
    assert (root / CACHE).exists()


def test_without_room_for_even_a_temporary_folder_the_build_says_so(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence, and the site that was published before."""
    root = site_with_cache(built, tmp_path)
    assert_right(root, built)
    shutil.rmtree(root / ".cache")
    failing_store(monkeypatch, None, sqlite3.SQLITE_FULL)

    with pytest.raises(OutputUnwritable, match="TMPDIR"):
        build_site(root, tmp_path / "public", cache=True)

    assert tree(tmp_path / "public") == tree(built / "clean")


def failing_store(monkeypatch: pytest.MonkeyPatch, path: Path | None, code: int) -> None:
    """Stores, or only the one at this path, keep nothing: the disk is full."""
    from ht_newsgen.build.store import Store

    keep = Store.keep

    def full(store: Store, *what: object) -> None:
        if path in (None, store.path):
            error = sqlite3.OperationalError("full")
            error.sqlite_errorcode = code
            raise error
        keep(store, *what)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "keep", full)


def test_a_failure_of_which_the_file_is_not_the_cause_does_not_cost_the_file() -> None:
    """Room can be made; a damaged page cannot be mended. Extended codes count as their kind."""
    full, corrupt = sqlite3.OperationalError("full"), sqlite3.DatabaseError("malformed")
    full.sqlite_errorcode, corrupt.sqlite_errorcode = 13 | 1 << 8, 11 | 2 << 8
    assert (is_damage(full), is_damage(corrupt)) == (False, True)
    assert is_damage(sqlite3.DatabaseError("a text is lost"))


def test_who_only_looks_does_not_wait_for_a_build(built: Path, tmp_path: Path) -> None:
    """`list` and `check` read for themselves while the cache is in other hands."""
    root = site_with_cache(built, tmp_path)
    options = Options(root=root, output=tmp_path / "public", theme=ROOT, now=NOW)
    with held((root / CACHE).with_suffix(".lock"), None):
        site, problems = load(options)

    assert site is not None
    assert (len(site.articles), problems) == (7, ())


def test_a_dry_run_makes_no_cache(built: Path, tmp_path: Path) -> None:
    """It writes nothing, and this is something."""
    root = site_with_cache(built, tmp_path)
    shutil.rmtree(root / ".cache")
    options = Options(root=root, output=tmp_path / "public", theme=ROOT, now=NOW, dry_run=True)
    with opened_store(options, "key") as (store, note):
        assert (dict(store.kept()), note) == ({}, "")
    assert not (root / ".cache").exists()
