"""Two builds, one output folder."""

import errno
import fcntl
import threading
from pathlib import Path

import pytest

from ht_newsgen.errors import OutputRefused
from ht_newsgen.writing.ledger import LEDGER
from ht_newsgen.writing.lock import held, only_build


def test_the_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    """Neither breaks the other: they come one after the other."""
    order: list[str] = []
    told = threading.Event()

    def second() -> None:
        with only_build(tmp_path, waiting=told.set):
            order.append("second")

    with only_build(tmp_path, waiting=lambda: order.append("never")):
        thread = threading.Thread(target=second)
        thread.start()
        assert told.wait(timeout=60)
        order.append("first")
    thread.join(timeout=60)

    assert order == ["first", "second"]


def test_who_does_not_want_to_wait_is_told(tmp_path: Path) -> None:
    """By an error that one can answer."""
    with (
        held(tmp_path / "x.lock", None),
        pytest.raises(BlockingIOError),
        held(tmp_path / "x.lock", None),
    ):
        pass
    with held(tmp_path / "x.lock", None):
        assert (tmp_path / "x.lock").exists()


def test_a_lock_is_not_taken_through_a_link(tmp_path: Path) -> None:
    """Nor is what it leads to emptied."""
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "x.lock").symlink_to(tmp_path / "precious")
    with pytest.raises(OSError, match=r"x\.lock"), held(tmp_path / "x.lock", None):
        pass
    assert (tmp_path / "precious").read_text() == "precious"


def test_our_own_folder_must_not_lead_elsewhere(tmp_path: Path) -> None:
    """A build would write there."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / LEDGER).symlink_to(tmp_path / "elsewhere")
    with (
        pytest.raises(OutputRefused, match="is a link"),
        only_build(tmp_path / "public", waiting=lambda: None),
    ):
        pass
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_there_are_no_locks_builds_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems of networks have none."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with held(tmp_path / "x.lock", None):
        assert (tmp_path / "x.lock").exists()
