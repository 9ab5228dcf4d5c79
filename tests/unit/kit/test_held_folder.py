"""Files read by way of the folder that they lie in."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ht_newsgen.kit.held_folder import HeldFolder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with files in it, and something beside it that is nobody's business."""
    for path in ("site/a.md", "site/news/b.md", "site/news/old/c.md", "elsewhere/b.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path / "site"


@pytest.fixture
def held(site: Path) -> Iterator[HeldFolder]:
    """Closed at the end."""
    with closing(HeldFolder(site)) as held:
        yield held


def test_files_are_read_in_whatever_order_their_folders_come(held: HeldFolder) -> None:
    """Neighbours, deeper ones, and back again."""
    paths = ("news/b.md", "news/b.md", "news/old/c.md", "news/b.md", "a.md", "news/old/c.md")
    assert [held.read(path, 100) for path in paths] == [f"site/{path}".encode() for path in paths]


def test_what_is_not_simply_there_is_not_read(site: Path, held: HeldFolder) -> None:
    """Too large, no file, not there, no name, or above the root; the next one is read again."""
    os.mkfifo(site / "news/pipe")
    assert held.read("news/b.md", 3) is None
    for path in ("news", "news/pipe", "news/x.md", "nowhere/b.md", "../elsewhere/b.md", "a\0.md"):
        assert held.read(path, 100) is None, path
        assert held.read("news/b.md", 100) == b"site/news/b.md"


def test_no_link_is_followed_wherever_it_leads(site: Path, held: HeldFolder) -> None:
    """Neither of a file nor of a folder above it; whether it leads out is for others to tell."""
    (site / "news/link.md").symlink_to("b.md")
    (site / "news/out").symlink_to(site.parent / "elsewhere")
    (site / "in").symlink_to("news")
    for path in ("news/link.md", "news/out/b.md", "in/b.md", "in/old/c.md"):
        assert held.read(path, 100) is None, path


def test_a_link_in_the_place_of_the_folder_changes_nothing(site: Path, held: HeldFolder) -> None:
    """Not for the file after the one that was read before the swap."""
    (site / "news/d.md").write_text("ours")
    (site.parent / "elsewhere/d.md").write_text("theirs")
    assert held.read("news/b.md", 100) == b"site/news/b.md"
    (site / "news").rename(site.parent / "moved")
    (site / "news").symlink_to(site.parent / "elsewhere")

    assert held.read("news/d.md", 100) == b"ours"
    assert held.read("a.md", 100) == b"site/a.md"
    assert held.read("news/d.md", 100) is None


def test_no_folder_stays_open(site: Path) -> None:
    """Neither of those that were passed, nor after a failure, nor in the end."""
    handles = Path("/proc/self/fd")
    before = len(list(handles.iterdir()))
    with closing(HeldFolder(site)) as held:
        for path in ("news/old/c.md", "a.md", "news/nowhere/x.md", "news/old/x/y.md", "news/b.md"):
            held.read(path, 100)
            assert len(list(handles.iterdir())) <= before + 1
        site.rename(site.with_name("gone"))
        assert held.read("a.md", 100) is None
    assert len(list(handles.iterdir())) == before
