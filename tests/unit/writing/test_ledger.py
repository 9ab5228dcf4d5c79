"""The manifest: which files of a folder are ours."""

import random
from pathlib import Path

import pytest

from ht_newsgen.errors import OutputRefused
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.writing.ledger import (
    LEDGER,
    parse_manifest,
    read_manifest,
    refuse_foreign_files,
    write_manifest,
)

ONE = Manifest(outputs={"a/ž.html": Output(digest="d", fingerprint="f", size=1, mtime_ns=2)})
OURS = Manifest(outputs={"a.html": Output()})


def manifest_file(output: Path) -> Path:
    (output / LEDGER).mkdir()
    return output / LEDGER / "manifest.json"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Names in any script."""
    manifest_file(tmp_path)
    write_manifest(tmp_path, ONE)
    assert read_manifest(tmp_path) == ONE


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
    write_manifest(tmp_path, ONE)
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

    write_manifest(tmp_path, ONE)

    assert (tmp_path / "precious").read_text() == "precious"
    assert read_manifest(tmp_path) == ONE


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
