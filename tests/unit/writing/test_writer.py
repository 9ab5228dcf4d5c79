"""Staging and publishing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.errors import OutputRefused, OutputUnwritable
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import LEDGER, read_manifest, refuse_foreign_files
from ht_newsgen.writing.staging import CLEAN, Staged, begin_staging, nothing_left, stage
from ht_newsgen.writing.writer import MANY, Written, publish, told_kindly


def staged(output: Path, files: dict[str, str], *, whole: bool = False) -> list[Staged]:
    """All these files, ready to be published; `whole` as the tree that they will be."""
    begin_staging(output)
    return [
        stage(output, path if whole else str(number), path, text.encode(), fingerprint="f")
        for number, (path, text) in enumerate(files.items())
    ]


def write(output: Path, files: dict[str, str], *, force: bool = False) -> Written:
    """One whole build of these files."""
    before = read_manifest(output)
    return publish(output, staged(output, files), {}, before, force=force)


def tree(output: Path) -> dict[str, str]:
    """Every published file, by path."""
    return {
        file.relative_to(output).as_posix(): file.read_text()
        for file in sorted(output.rglob("*"))
        if file.is_file() and LEDGER not in file.parts
    }


def test_the_folder_holds_exactly_the_last_build(tmp_path: Path) -> None:
    """Stale files go, and the folders that they leave empty."""
    write(tmp_path, {"a/b/old.html": "1", "same.html": "2", "changed.html": "3"})

    written = write(tmp_path, {"same.html": "2", "changed.html": "4", "new/x.html": "5"})

    assert written == Written(
        written=("changed.html", "new/x.html"),
        unchanged=1,
        removed=("a/b/old.html",),
        manifest=read_manifest(tmp_path),
    )
    assert tree(tmp_path) == {"changed.html": "4", "new/x.html": "5", "same.html": "2"}
    assert not (tmp_path / "a").exists()


def test_a_new_site_moves_in_whole_folders_and_is_the_same(tmp_path: Path) -> None:
    """What is published, and what is remembered of it, do not tell how it came."""
    files = {"assets/a.css": "1", "a/b/index.html": "2", "a/index.html": "3", "index.html": "4"}
    one, other = tmp_path / "one", tmp_path / "other"

    whole = publish(one, staged(one, files, whole=True), {}, Manifest())
    single = publish(other, staged(other, files), {}, Manifest())

    assert whole == replace(single, manifest=whole.manifest)
    assert tree(one) == tree(other) == files
    assert read_manifest(one).outputs.keys() == files.keys()
    assert write(one, files) == replace(whole, written=(), unchanged=4)


def test_a_folder_that_somebody_makes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """A whole folder takes the place of nothing that holds a file."""
    coming = staged(tmp_path, {"a/index.html": "1"}, whole=True)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "theirs.txt").write_text("kept")

    with pytest.raises(OutputUnwritable), told_kindly(tmp_path):
        publish(tmp_path, coming, {}, Manifest())

    assert tree(tmp_path) == {"a/theirs.txt": "kept"}
    write(tmp_path, {"a/index.html": "1"})
    assert tree(tmp_path) == {"a/index.html": "1", "a/theirs.txt": "kept"}


@pytest.mark.parametrize("name", ["index.html", "a"])
def test_a_file_that_somebody_makes_meanwhile_is_not_replaced(tmp_path: Path, name: str) -> None:
    """Of a new site it is asked for the names at the top, which are all that is moved."""
    coming = staged(tmp_path, {"index.html": "1", "a/index.html": "2"}, whole=True)
    (tmp_path / name).write_text("theirs")

    with pytest.raises(OutputRefused, match=rf"/{name} is a file .* did not write"):
        publish(tmp_path, coming, {}, Manifest())

    assert tree(tmp_path) == {name: "theirs"}


def test_many_files_are_replaced_together_and_an_error_is_told(tmp_path: Path) -> None:
    """How many there are changes nothing that can be seen."""
    names = [f"{number}/index.html" for number in range(MANY + 1)]
    write(tmp_path, dict.fromkeys(names, "1"))
    assert len(write(tmp_path, dict.fromkeys(names, "2")).written) == len(names)
    assert tree(tmp_path) == dict.fromkeys(sorted(names), "2")

    coming = staged(tmp_path, dict.fromkeys(names, "3"))
    (tmp_path / "7" / "index.html").unlink()
    (tmp_path / "7" / "index.html").mkdir()
    with pytest.raises(OutputUnwritable), told_kindly(tmp_path):
        publish(tmp_path, coming, {}, read_manifest(tmp_path))


def test_equal_bytes_are_not_rewritten(tmp_path: Path) -> None:
    """A server's and a backup's view of the file stays the same."""
    write(tmp_path, {"a.html": "1"})
    before = (tmp_path / "a.html").stat()

    write(tmp_path, {"a.html": "1"})

    assert (tmp_path / "a.html").stat().st_ino == before.st_ino
    assert (tmp_path / "a.html").stat().st_mtime_ns == before.st_mtime_ns


def test_a_build_that_fails_before_its_last_page_changes_nothing(tmp_path: Path) -> None:
    """A template may break on the five thousandth page; readers keep the last good site."""
    write(tmp_path, {"index.html": "good", "a.html": "good"})

    staged(tmp_path, {"index.html": "new"})

    assert tree(tmp_path) == {"a.html": "good", "index.html": "good"}
    write(tmp_path, {"index.html": "newer"})
    assert tree(tmp_path) == {"index.html": "newer"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"a": "file"}, {"a/index.html": "folder"}),
        ({"a/index.html": "folder"}, {"a": "file"}),
        ({"a/b/c": "deep"}, {"a": "file"}),
    ],
)
def test_a_file_may_become_a_folder_and_back(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
) -> None:
    """An alias `old` may give way to an item at `old/`."""
    write(tmp_path, first)
    write(tmp_path, second)
    assert tree(tmp_path) == second


def test_a_killed_build_leaves_nothing_the_next_does_not_know(tmp_path: Path) -> None:
    """The manifest names the coming files before the first of them is there."""
    write(tmp_path, {"old.html": "1"})
    before = read_manifest(tmp_path)
    ready = staged(tmp_path, {"new.html": "2", "newer.html": "3"})
    (tmp_path / LEDGER / "staged" / "1").unlink()  # so that publishing stops in the middle
    with pytest.raises(FileNotFoundError):
        publish(tmp_path, ready, {}, before)
    assert tree(tmp_path) == {"new.html": "2", "old.html": "1"}
    assert read_manifest(tmp_path).outputs["new.html"] == Output()

    write(tmp_path, {"final.html": "4"})

    assert tree(tmp_path) == {"final.html": "4"}


def test_files_of_others_are_refused_by_name(tmp_path: Path) -> None:
    """Whoever says `--output ~` by mistake loses nothing."""
    (tmp_path / "thesis.odt").write_text("years of work")

    with pytest.raises(OutputRefused, match=r"`thesis\.odt`.*--output.*--force"):
        refuse_foreign_files(tmp_path)


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """We write beside them, and later remove only what is ours."""
    (tmp_path / "CNAME").write_text("example.org")
    write(tmp_path, {"a.html": "1"})
    write(tmp_path, {"b.html": "1"})
    assert tree(tmp_path) == {"CNAME": "example.org", "b.html": "1"}


def test_a_file_of_others_is_replaced_only_by_force(tmp_path: Path) -> None:
    """A page may want the very name that somebody's file has."""
    (tmp_path / "index.html").write_text("by hand")
    with pytest.raises(OutputRefused, match=r"index\.html is a file .* --force"):
        write(tmp_path, {"index.html": "1"})
    assert tree(tmp_path) == {"index.html": "by hand"}

    write(tmp_path, {"index.html": "1"}, force=True)

    assert tree(tmp_path) == {"index.html": "1"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A folder of the output that leads elsewhere is refused, and what is there stays."""
    output, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    elsewhere.mkdir()
    output.mkdir()
    (output / "flash").symlink_to(elsewhere)

    with pytest.raises(OutputRefused, match="is a link"):
        write(output, {"flash/x.html": "1"})

    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Even when what it points to has the right bytes."""
    output, secret = tmp_path / "public", tmp_path / "secret"
    secret.write_text("1")
    output.mkdir()
    (output / "a.html").symlink_to(secret)

    write(output, {"a.html": "1"})

    assert not (output / "a.html").is_symlink()
    assert secret.read_text() == "1"


def test_a_damaged_manifest_is_an_empty_one(tmp_path: Path) -> None:
    """Its files then count as those of others: nothing is removed or replaced by mistake."""
    write(tmp_path, {"a.html": "1"})
    (tmp_path / LEDGER / "manifest.json").write_text("{half")

    assert read_manifest(tmp_path) == Manifest()
    with pytest.raises(OutputRefused, match="did not write"):
        write(tmp_path, {"a.html": "2"})
    assert tree(tmp_path) == {"a.html": "1"}


def test_an_error_of_the_system_is_a_sentence(tmp_path: Path) -> None:
    """What could not be written, why, and that nothing is lost."""
    (tmp_path / "public").write_text("a file where a folder should be")

    with (
        pytest.raises(OutputUnwritable, match=r"could not be written: .*still there"),
        told_kindly(tmp_path / "public"),
    ):
        begin_staging(tmp_path / "public")


@pytest.mark.parametrize(
    ("meddle", "there"),
    [
        (Path.stat, True),
        (lambda file: os.utime(file, (1, 1)), True),
        (lambda file: file.write_text("other"), False),
        (lambda file: file.write_text("longer than it was"), False),
        (Path.unlink, False),
        (lambda file: (file.unlink(), file.mkdir()), False),
        (lambda file: (file.rename(file.with_name("b")), file.symlink_to("b")), False),
    ],
)
def test_a_published_file_is_known_by_its_time_or_else_by_its_bytes(
    tmp_path: Path, meddle: Callable[[Path], object], there: bool
) -> None:
    """Touched, changed, removed, a folder in its place, or a link."""
    write(tmp_path, {"a.html": "hello"})
    (described,) = read_manifest(tmp_path).outputs.values()
    file = tmp_path / "a.html"

    meddle(file)

    now = still_published(tmp_path)("a.html", described)
    mtime_ns = file.lstat().st_mtime_ns if there else 0
    assert now == (replace(described, mtime_ns=mtime_ns) if there else None)


def test_a_folder_in_the_place_of_a_stale_file_is_left_alone(tmp_path: Path) -> None:
    """Somebody made it since."""
    write(tmp_path, {"a.html": "1", "old": "2"})
    (tmp_path / "old").unlink()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "by-hand").write_text("3")

    write(tmp_path, {"a.html": "1"})

    assert tree(tmp_path) == {"a.html": "1", "old/by-hand": "3"}


def test_no_build_leaves_its_work_however_it_ends(tmp_path: Path) -> None:
    """Nor that of one that was killed: whole sites that nobody should upload."""
    write(tmp_path, {"a.html": "1"})
    (tmp_path / LEDGER / CLEAN / "flash").mkdir(parents=True)
    begin_staging(tmp_path)
    with pytest.raises(OSError, match="full"), nothing_left(tmp_path):
        raise OSError("full")

    assert [file.name for file in (tmp_path / LEDGER).iterdir()] == ["manifest.json"]
