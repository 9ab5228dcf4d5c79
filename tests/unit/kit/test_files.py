"""Reading no more than is sensible, from nowhere else."""

import os
from pathlib import Path

import pytest

from ht_newsgen.kit.files import is_inside, read_bounded, write_whole


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """Exactly the limit is still fine."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * 10)

    assert read_bounded(file, 10) == b"x" * 10
    assert read_bounded(file, 9) is None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write to it."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="no ordinary file"):
        read_bounded(tmp_path / "pipe", 10)


def test_a_link_that_leaves_the_folder_is_outside(tmp_path: Path) -> None:
    """Links are followed before the place is judged."""
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret").write_text("x")
    (site / "inside").write_text("x")
    (site / "link").symlink_to(tmp_path / "secret")
    (site / "fine").symlink_to(site / "inside")
    (site / "folder").symlink_to(tmp_path)
    (site / "entrance").mkdir()
    (site / "itself").symlink_to("itself")

    assert not is_inside(site, site / "link")
    assert not is_inside(site, site / ".." / "secret")
    assert not is_inside(site, site / "folder" / "secret")
    assert not is_inside(site, site / "entrance" / ".." / ".." / "secret")
    assert is_inside(site, site / "fine")
    assert is_inside(site, site / "itself")
    assert is_inside(site, site / "inside")
    assert is_inside(site, site / "not-there")
    assert is_inside(site, site / "folder" / "site" / "inside")
    assert is_inside(site, site)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """In a folder that is made if need be; nothing is left beside it."""
    file = tmp_path / "folder" / "a.json"
    write_whole(file, b"one")
    write_whole(file, b"two")
    (tmp_path / "taken").mkdir()

    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"three")
    assert file.read_bytes() == b"two"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.json", "folder", "taken"]
