"""What is kept of readings, in one file."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build.store import Kept, open_store, reopened, sealed, unsealed
from ht_newsgen.kit.digest import digest

HTML = "<p>Nine people.</p>"
KEPT = Kept(
    path="content/a.md",
    size=7,
    mtime_ns=1,
    ctime_ns=2,
    read_ns=3,
    digest="d",
    body=digest(HTML.encode()),
    record=b"{}",
)


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    """By the next process, too."""
    store = open_store(tmp_path / "x.sqlite", "key")
    store.keep([KEPT], [(KEPT.body, HTML)])
    store.close()

    store = open_store(tmp_path / "x.sqlite", "key")
    assert dict(store.kept()) == {"content/a.md": KEPT}
    assert store.body(KEPT.body) == HTML
    store.close()


def test_a_record_is_replaced_by_the_one_of_its_path(tmp_path: Path) -> None:
    """The last reading counts."""
    store = open_store(tmp_path / "x.sqlite", "key")
    later = replace(KEPT, size=8)
    store.keep([KEPT], [])
    store.keep([later], [])
    assert dict(store.kept()) == {"content/a.md": later}
    store.close()


def test_texts_that_no_record_names_go_with_the_records(tmp_path: Path) -> None:
    """Otherwise the file would only ever grow."""
    store = open_store(tmp_path / "x.sqlite", "key")
    store.keep([KEPT], [(KEPT.body, HTML), (digest(b"other"), "other")])
    store.forget(())
    assert store.body(KEPT.body) == HTML
    with pytest.raises(sqlite3.DatabaseError, match="is not what it was"):
        store.body(digest(b"other"))
    store.forget(["content/a.md"])
    assert dict(store.kept()) == {}
    with pytest.raises(sqlite3.DatabaseError, match="is not what it was"):
        store.body(KEPT.body)
    store.close()


def test_of_given_texts_those_go_that_no_record_names(tmp_path: Path) -> None:
    """Without a look at all others."""
    store = open_store(tmp_path / "x.sqlite", "key")
    texts = {digest(word.encode()): word for word in ("one", "two")}
    store.keep([KEPT], [(KEPT.body, HTML), *texts.items()])
    one, two = texts
    store.forget_texts([KEPT.body, one])
    assert (store.body(KEPT.body), store.body(two)) == (HTML, "two")
    with pytest.raises(sqlite3.DatabaseError, match="is not what it was"):
        store.body(one)
    store.close()


def test_a_store_of_another_key_is_emptied(tmp_path: Path) -> None:
    """Another program, another configuration: what was read then is read otherwise now."""
    store = open_store(tmp_path / "x.sqlite", "key")
    store.keep([KEPT], [(KEPT.body, HTML)])
    store.close()

    store = open_store(tmp_path / "x.sqlite", "another")
    assert dict(store.kept()) == {}
    store.close()


def test_a_text_that_has_changed_in_the_store_is_not_shown(tmp_path: Path) -> None:
    """SQLite does not notice it; the digest does."""
    store = open_store(tmp_path / "x.sqlite", "key")
    store.keep([KEPT], [(KEPT.body, "<p>Nine peopl\x00.</p>")])
    with pytest.raises(sqlite3.DatabaseError):
        store.body(KEPT.body)
    store.close()


@pytest.mark.parametrize("at", range(len(sealed(KEPT))))
def test_a_record_with_any_other_byte_counts_as_lost(at: int) -> None:
    """A title with another letter in it would be published for ever."""
    data = bytearray(sealed(KEPT))
    data[at] ^= 0x10
    assert unsealed(bytes(data), KEPT.path) is None


@pytest.mark.parametrize("odd", [None, 5, "text", b"", b"\0\0"])
def test_what_is_no_record_counts_as_lost(odd: object) -> None:
    """A damaged page may turn a value into anything."""
    assert unsealed(odd, KEPT.path) is None


def test_another_process_reads_what_was_kept(tmp_path: Path) -> None:
    """While the first one has it open."""
    store = open_store(tmp_path / "x.sqlite", "key")
    store.keep([KEPT], [(KEPT.body, HTML)])
    other = reopened(store.path)
    assert other.body(KEPT.body) == HTML
    other.close()
    store.close()
