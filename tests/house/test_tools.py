"""The outside tools are here, and see what they are there to see."""

import stat
from pathlib import Path

import pytest

from tests.support import chromium, tools, vnu
from tests.support.missing import MissingToolError

GOOD = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Raids</title><p>Text.</p></html>'
)


@pytest.mark.slow
def test_the_html_checker_tells_a_good_page_from_a_bad_one(tmp_path: Path) -> None:
    """A checker that says nothing of anything would let every page pass."""
    (tmp_path / "good.html").write_text(GOOD)
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "bad č.html").write_text(GOOD.replace("<p>", "<p><i>"))

    assert {(message.path, message.kind) for message in vnu.check(tmp_path)} == {
        ("flash/bad č.html", "error")
    }


@pytest.mark.slow
def test_the_html_checker_reads_stylesheets_too(tmp_path: Path) -> None:
    """One folder, one kind of file at a time."""
    (tmp_path / "bad.css").write_text("a { colr: red }")

    assert [message.path for message in vnu.check(tmp_path, only="css")] == ["bad.css"]
    assert vnu.check(tmp_path) == ()


def test_every_tool_of_the_table_is_found() -> None:
    """The finders answer with programs and files that exist."""
    found = (
        tools.node(),
        tools.java(),
        tools.vnu_jar(),
        tools.axe_script(),
        tools.lighthouse() / "core" / "index.js",
        tools.chromium(),
    )

    assert [path for path in found if not path.is_file()] == []


def test_chromium_on_the_path_is_taken_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever puts one there wants that one."""
    mine = tmp_path / "chromium"
    mine.touch()
    mine.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert chromium.find() == mine


def test_a_missing_chromium_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do; no test that needs one is left out for the lack of it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "FROM_NPM", tmp_path)

    with pytest.raises(MissingToolError, match="No Chromium was found"):
        chromium.find()
