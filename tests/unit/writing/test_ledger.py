"""The manifest: which files of a folder are ours."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.ledger import (
    CHANGES,
    LEDGER,
    MANIFEST,
    read_manifest,
    refuse_foreign_files,
    write_manifest,
)
from ht_newsgen.writing.manifests import parse_manifest, seal

ONE = {"a/ž.html": Output(digest="d", fingerprint="f", size=1, mtime_ns=2)}
OURS = Manifest(outputs={"a.html": Output()})


def manifest_file(output: Path) -> Path:
    (output / LEDGER).mkdir()
    return output / LEDGER / MANIFEST


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Names in any script."""
    manifest_file(tmp_path)
    assert write_manifest(tmp_path, ONE, Manifest()) == read_manifest(tmp_path)
    assert read_manifest(tmp_path).outputs == ONE


def outputs(history: random.Random, before: dict[str, Output]) -> dict[str, Output]:
    """Some more than before, or some others, or fewer."""
    names = [f"{number}.html" for number in range(30)]
    now = dict(before)
    for name in history.sample(names, history.choice((0, 1, 1, 2, 20))):
        if name in now and history.random() < 0.3:
            del now[name]
        else:
            now[name] = Output(digest=str(history.randrange(4)))
    return now


def test_a_manifest_is_what_was_written_after_any_history(tmp_path: Path) -> None:
    """However much of it was written in few words; and its seal tells whether it is the same."""
    manifest_file(tmp_path)
    dice = random.Random("history")
    now = Manifest()
    seals: dict[str, Manifest] = {}
    for _ in range(200):
        now = write_manifest(tmp_path, outputs(dice, now.outputs), now)
        assert read_manifest(tmp_path) == now
        assert seals.setdefault(seal(now), now).outputs == now.outputs


def test_a_small_change_is_written_in_few_words(tmp_path: Path) -> None:
    """The manifest of a large site has tens of megabytes."""
    file = manifest_file(tmp_path)
    many = {f"{number}.html": Output(digest="1") for number in range(100)}
    before = write_manifest(tmp_path, many, Manifest())
    data = file.read_bytes()

    after = write_manifest(tmp_path, {**many, "7.html": Output(digest="2")}, before)

    assert file.read_bytes() == data
    assert len((tmp_path / LEDGER / CHANGES).read_bytes()) < len(data) / 10
    assert read_manifest(tmp_path) == after


def test_a_manifest_that_was_being_written_is_the_old_one_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build is killed right before each of the steps in turn."""
    manifest_file(tmp_path)
    many = {f"{number}.html": Output(digest="1") for number in range(10)}
    old = write_manifest(tmp_path, many, Manifest())
    old = write_manifest(tmp_path, {**many, "7.html": Output(digest="2")}, old)
    new = {**ONE, "7.html": Output(digest="3")}
    steps = (("replace", "manifest.new", old.outputs), ("unlink", CHANGES, new))
    for step, file, found in steps:
        monkeypatch.setattr(Path, step, stopped_at(file))
        with pytest.raises(KeyboardInterrupt):
            write_manifest(tmp_path, new, old)
        monkeypatch.undo()
        assert (tmp_path / LEDGER / CHANGES).exists()
        assert read_manifest(tmp_path).outputs == found


def stopped_at(name: str) -> Callable[..., None]:
    """A step that a build does not live to take with the file of this name."""

    def stopped(path: Path, *_: object, **__: object) -> None:
        if path.name == name:
            raise KeyboardInterrupt

    return stopped


@pytest.mark.parametrize(
    "text",
    [
        '{"outputs": {"a.html": {"digest": "d", "fingerprint": "f", "size": 1}}}',
        '{"format": 0, "outputs": {"a.html": {"digest": "d", "fingerprint": "f"}}}',
        '{"format": 99, "outputs": {"a.html": {"fingerprint": "f"}}}',
        '{"format": 1, "outputs": {"a.html": "another form"}}',
        '{"format": "two", "outputs": {"a.html": 7}, "more": []}',
    ],
)
def test_of_another_format_the_names_count(text: str) -> None:
    """The files are ours, and nothing else is known of them: all are rendered."""
    assert parse_manifest(text.encode()) == OURS


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"outputs": []}', b"\xff", b"\0" * 9]
)
def test_what_is_no_manifest_is_an_empty_one(data: bytes) -> None:
    """Then nothing is known to be ours."""
    assert parse_manifest(data) == Manifest()


def test_no_damage_is_an_error(tmp_path: Path) -> None:
    """Whatever the bytes are."""
    file = manifest_file(tmp_path)
    write_manifest(tmp_path, ONE, Manifest())
    data = file.read_bytes()
    dice = random.Random("damage")
    for _ in range(500):
        damaged = bytearray(data)
        for _ in range(dice.choice((1, 1, 3, 20))):
            damaged[dice.randrange(len(data))] = dice.randrange(256)
        file.write_bytes(damaged)
        assert isinstance(read_manifest(tmp_path), Manifest)


@pytest.mark.parametrize("path", ["/etc/passwd", "../x.html", "a/../../x.html", "a\\u0000b"])
def test_a_name_that_leads_out_of_the_folder_is_not_ours(tmp_path: Path, path: str) -> None:
    """Whoever writes a manifest must not choose what we remove."""
    text = f'{{"format": 1, "outputs": {{"{path}": {{}}, "a..b/x.html": {{}}}}}}'
    manifest_file(tmp_path).write_text(text)
    assert list(read_manifest(tmp_path).outputs) == ["a..b/x.html"]


def test_a_manifest_is_not_written_through_a_link(tmp_path: Path) -> None:
    """What it leads to stays as it is."""
    manifest_file(tmp_path)
    (tmp_path / "precious").write_text("precious")
    (tmp_path / LEDGER / "manifest.new").symlink_to(tmp_path / "precious")

    write_manifest(tmp_path, ONE, Manifest())

    assert (tmp_path / "precious").read_text() == "precious"
    assert read_manifest(tmp_path).outputs == ONE


def test_a_folder_that_becomes_ours_while_we_look_is_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files found are those of another build, which came first."""
    (tmp_path / "index.html").write_text("of another build")
    with pytest.raises(OutputRefused):
        refuse_foreign_files(tmp_path)

    relative_to = Path.relative_to

    def meanwhile(path: Path, *others: str) -> Path:
        (tmp_path / LEDGER).mkdir(exist_ok=True)
        return relative_to(path, *others)

    monkeypatch.setattr(Path, "relative_to", meanwhile)
    refuse_foreign_files(tmp_path)
