"""Which files are read again, and which are known by what was read of them before."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build import recall
from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.configured import configured
from ht_newsgen.build.options import Options
from ht_newsgen.build.readings import read_all
from ht_newsgen.build.recall import Recalled
from ht_newsgen.build.record import decoded, may_be_kept
from ht_newsgen.build.store import Kept, Store, open_store
from ht_newsgen.kit.digest import digest
from ht_newsgen.reading.scan import scan
from tests.support import edits
from tests.support.sites import NOW, ROOT, make_site

NOTE, STORY = "content/flash/2026/note.md", "content/flash/2026/story.md"
PICTURE = "content/flash/2026/square.png"
FRONT = "---\ntitle: A note\ndate: 2026-01-02\n---\n\n"


class Desk:
    """A site that was read once, with its store."""

    def __init__(self, root: Path) -> None:
        self.root = make_site(root, {NOTE: f"{FRONT}Nine people.\n"})
        self.options = Options(root=root, output=root / "public", theme=ROOT, now=NOW)
        config, _ = configured(self.options)
        assert config is not None
        self.config = config
        self.store: Store = open_store(root / "x.sqlite", "key")

    def read(self) -> Recalled:
        """Read what must be read, having said what that was."""
        files, _ = scan(self.root)
        recalled = recall.recall(self.root, files, self.store.kept())
        read_all(self.options, self.config, files, self.store)
        return recalled

    def kept(self, path: str) -> Kept:
        kept = dict(self.store.kept())[path]
        assert kept is not None
        return kept

    def unread(self) -> list[str]:
        return [file.path for file in self.read().unread]

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.write_text(text)
        return file


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "site")
    desk.read()
    yield desk
    desk.store.close()


@pytest.fixture
def settled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """All files are older than any doubt."""
    monkeypatch.setattr("ht_newsgen.build.settled.RACY_NS", 0)
    time.sleep(0.02)
    desk.read()
    return desk


def with_picture(desk: Desk, path: str, src: str) -> None:
    """A story that shows a picture, both of them read."""
    edits.picture(desk.root / path, "teal")
    desk.write(STORY, f"{FRONT}![A square.]({src})\n")
    assert desk.unread() == [STORY]
    assert desk.unread() == []


def test_a_file_of_the_same_size_and_times_is_not_opened(settled: Desk) -> None:
    """Or its record would say when it was."""
    recalled = settled.read()

    assert (list(recalled.known), recalled.refreshed, recalled.unread) == ([NOTE], (), ())


def test_an_edit_of_the_same_size_within_one_tick_of_the_clock_is_seen(desk: Desk) -> None:
    """Its times may be those of the file that was read; so its bytes are looked at."""
    file = desk.root / NOTE
    status = file.stat()
    desk.write(NOTE, f"{FRONT}Five people.\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size

    assert desk.unread() == [NOTE]


def test_an_edit_whose_time_was_set_back_is_seen(settled: Desk) -> None:
    """Nobody can set the time of the change itself."""
    file = settled.root / NOTE
    status = file.stat()
    settled.write(NOTE, f"{FRONT}Five people.\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert settled.unread() == [NOTE]


def test_a_fresh_checkout_reads_nothing_anew(settled: Desk) -> None:
    """Other times, the same bytes; the record learns them, and the next build opens nothing."""
    os.utime(settled.root / NOTE, (1, 1))
    time.sleep(0.02)

    first, second = settled.read(), settled.read()

    assert (first.unread, [kept.mtime_ns for kept in first.refreshed]) == ((), [1_000_000_000])
    assert (second.unread, second.refreshed) == ((), ())


def test_a_copy_of_the_whole_site_reads_nothing_anew(desk: Desk, tmp_path: Path) -> None:
    """Into another folder, on another machine."""
    shutil.copytree(desk.root / "content", tmp_path / "copy" / "content")
    files, _ = scan(tmp_path / "copy")

    assert recall.recall(tmp_path / "copy", files, desk.store.kept()).unread == ()


def test_a_file_edited_twice_counts_as_it_is_now(settled: Desk) -> None:
    """What it was in between is forgotten, even when it becomes that again."""
    settled.write(NOTE, f"{FRONT}Five people.\n")
    assert settled.unread() == [NOTE]
    settled.write(NOTE, f"{FRONT}Nine people.\n")
    assert settled.unread() == [NOTE]
    settled.write(NOTE, f"{FRONT}Nine people.\n")
    assert settled.unread() == []


def test_a_file_that_is_gone_is_forgotten(desk: Desk) -> None:
    """And so is its text."""
    (desk.root / NOTE).unlink()
    assert desk.read().gone == (NOTE,)
    assert dict(desk.store.kept()) == {}


def test_a_renamed_file_is_another_one(desk: Desk) -> None:
    """Its section, its year and its language may stand in its path."""
    (desk.root / NOTE).rename(desk.root / STORY)
    recalled = desk.read()
    assert ([file.path for file in recalled.unread], recalled.gone) == ([STORY], (NOTE,))


@pytest.mark.parametrize("colour", ["red", ""])
def test_an_item_whose_picture_has_changed_is_read_again(desk: Desk, colour: str) -> None:
    """Its bytes name it in the site; without it the item has a problem."""
    with_picture(desk, PICTURE, "square.png")
    edits.picture(desk.root / PICTURE, colour)
    assert desk.unread() == [STORY]


def test_a_picture_whose_time_was_set_back_is_seen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with texts: same size, same time, other bytes."""
    monkeypatch.setattr("ht_newsgen.build.settled.RACY_NS", 0)
    with_picture(desk, PICTURE, "square.png")
    file = desk.root / PICTURE
    status = file.stat()
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert desk.unread() == [STORY]


def test_a_touched_picture_reads_nothing_anew(desk: Desk) -> None:
    """Its bytes decide."""
    with_picture(desk, PICTURE, "square.png")
    os.utime(desk.root / PICTURE, (1, 1))
    assert desk.unread() == []


def test_a_picture_that_is_put_before_another_is_seen(desk: Desk) -> None:
    """`/x.png` is looked for in content/media first, and in static after it."""
    with_picture(desk, "static/x.png", "/x.png")
    edits.picture(desk.root / "content/media/x.png", "red")
    assert desk.unread() == [STORY]
    assert desk.unread() == []
    (desk.root / "content/media/x.png").unlink()
    assert desk.unread() == [STORY]


def test_an_item_without_its_picture_is_read_until_it_is_there(desk: Desk) -> None:
    """Nothing else would tell when it comes."""
    desk.write(STORY, f"{FRONT}![A square.](square.png)\n")
    assert desk.unread() == [STORY]
    assert desk.unread() == [STORY]
    edits.picture(desk.root / PICTURE, "teal")
    assert desk.unread() == [STORY]
    assert desk.unread() == []


def test_a_record_is_of_the_very_bytes_that_were_read(desk: Desk) -> None:
    """A text that changes while it is read, and back again, is not taken for the other."""
    assert desk.kept(NOTE).digest == digest((desk.root / NOTE).read_bytes())


def test_a_picture_that_changes_while_its_item_is_read_is_not_believed(desk: Desk) -> None:
    """The item then names one picture, and the testimony is of another."""
    edits.picture(desk.root / PICTURE, "teal")
    desk.write(STORY, f"{FRONT}![A square.](square.png)\n")
    desk.read()
    record = decoded(desk.kept(STORY).record)
    assert may_be_kept(record)

    (witness,) = record.witnesses
    other = replace(record, witnesses=(replace(witness, digest=digest(b"red")),))

    assert not may_be_kept(other)


def test_a_link_to_a_file_of_the_site_follows_it(desk: Desk) -> None:
    """What it leads to is what counts."""
    target = desk.write("content/flash/2026/target.txt", f"{FRONT}Nine people.\n")
    (desk.root / STORY).symlink_to(target)
    assert desk.unread() == [STORY]
    target.write_text(f"{FRONT}Five people.\n")
    assert desk.unread() == [STORY]


def test_the_store_of_a_site_is_asked_once(desk: Desk) -> None:
    """A second reading of an unchanged site has nothing to read."""
    with opened_store(desk.options, "key") as (store, _):
        files, _ = scan(desk.root)
        first = read_all(desk.options, desk.config, files, store)
        assert read_all(desk.options, desk.config, files, store) == first
