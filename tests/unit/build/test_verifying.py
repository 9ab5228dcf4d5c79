"""`build --verify` finds every file that a clean build would make otherwise."""

from pathlib import Path

import pytest

from ht_newsgen.build.options import Options
from ht_newsgen.build.start import build
from ht_newsgen.build.verifying import Difference, first_difference, verify
from ht_newsgen.writing.ledger import LEDGER
from tests.support.sites import NOW, ROOT, make_site

ITEM = "---\ntitle: A note\ndate: 2026-01-02\n---\n\nNine people.\n"


@pytest.fixture
def options(tmp_path: Path) -> Options:
    root = make_site(tmp_path / "site", {"content/flash/2026/note.md": ITEM})
    return Options(root=root, output=tmp_path / "public", theme=ROOT, now=NOW)


def test_a_right_build_has_no_difference_and_nothing_is_left_behind(options: Options) -> None:
    """The clean build is removed again."""
    result = build(options)
    (options.output / "CNAME").write_text("a file of somebody else")

    assert verify(options, result) == ()
    assert not any(there.is_dir() for there in (options.output / LEDGER).iterdir())


def test_whatever_is_missing_changed_or_too_much_is_named(options: Options) -> None:
    """With the first line that differs."""
    result = build(options)
    output = options.output
    note = output / "flash" / "2026" / "a-note" / "index.html"
    line = note.read_text().split("\n").index("<p>Nine people.</p>") + 1
    note.write_text(note.read_text().replace("<p>Nine people.", "<p>Five people."))
    (output / "404.html").unlink()

    assert verify(options, result) == (
        Difference(path="404.html", what="cannot be read: No such file or directory"),
        Difference(
            path="flash/2026/a-note/index.html",
            what=f"line {line} is `<p>Five people.</p>`, in a clean build `<p>Nine people.</p>`",
        ),
    )


def test_a_file_that_should_be_gone_is_named(options: Options) -> None:
    """An item was deleted, and what was built before still stands."""
    result = build(options)
    (options.root / "content" / "flash" / "2026" / "note.md").unlink()
    found = verify(options, result)
    what = "a clean build has no such file"
    assert Difference(path="flash/2026/a-note/index.html", what=what) in found


def test_problems_must_be_the_same_as_well(options: Options) -> None:
    """Of a build that was stopped by them, nothing else can be compared."""
    note = options.root / "content" / "flash" / "2026" / "note.md"
    note.write_text(ITEM.replace("title", "titel"))
    result = build(options)
    assert not result.published
    assert verify(options, result) == ()

    note.write_text(ITEM)
    rules = {found.what for found in verify(options, result)}
    assert rules == {f"only the last build tells {found.rule}" for found in result.problems}


@pytest.mark.parametrize(
    ("data", "expected", "told"),
    [
        (b"a\nb\n", b"a\nc\n", "line 2 is `b`, in a clean build `c`"),
        (b"a\n", b"a\nb\n", "line 2 is ``, in a clean build `b`"),
        (b"\xff\x00\x01", b"\xff\x00\x02", "differs from byte 2 on"),
        (b"\xff", b"\xff\x00", "differs from byte 1 on"),
        (b"a\x1b[2J", b"a", "line 1 is `a␛[2J`, in a clean build `a`"),
    ],
)
def test_the_first_difference_is_shown(data: bytes, expected: bytes, told: str) -> None:
    """A line of text, or a byte; nothing of it can steer the terminal."""
    assert first_difference(data, expected) == told


def test_of_a_long_line_the_part_that_differs_is_shown() -> None:
    """And that it goes on."""
    told = first_difference(b"x" * 500 + b"!" + b"y" * 500, b"x" * 500 + b"?" + b"y" * 500)
    assert "`…" in told
    assert "xx!yy" in told
    assert "xx?yy" in told
    assert len(told) < 220
