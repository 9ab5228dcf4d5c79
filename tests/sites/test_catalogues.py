"""A corrected sentence of the theme is seen in the next build, where it is said."""

import shutil
from pathlib import Path

import pytest

from ht_newsgen.build.start import build
from ht_newsgen.i18n import messages
from tests.support.history import History

MEMORIES = (messages.translations, messages.catalogue_digest, messages.digest_of_all)
"""What one process reads once; a test is several runs of the program in one."""


def forget() -> None:
    """As if the program had ended."""
    for memory in MEMORIES:
        memory.cache_clear()


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the theme's catalogues, in their place."""
    copy = shutil.copytree(messages.THEME, tmp_path / "theme")
    monkeypatch.setattr(messages, "THEME", copy)
    forget()
    return copy


def test_a_catalogue_changes_the_pages_of_its_language_alone(
    catalogues: Path, tmp_path: Path
) -> None:
    """Feeds and what else has no frame may speak any language, and are made anew."""
    try:
        history = History(tmp_path)
        assert build(history.options).published
        file = catalogues / "bs.po"
        file.write_text(file.read_text("utf-8").replace("Starije objave", "Starije"), "utf-8")
        forget()

        reasons = history.check().reasons

        pages = {path for path in reasons if path.endswith("index.html")}
        assert {path for path in pages if not path.startswith("bs/")} <= redirects(history)
        assert "bs/index.html" in pages
        assert not {path for path in reasons if path.endswith((".css", ".jpg", ".png", ".svg"))}
    finally:
        forget()


def redirects(history: History) -> set[str]:
    """Pages that only lead on."""
    output = history.options.output
    return {
        file.relative_to(output).as_posix()
        for file in output.rglob("*.html")
        if b'http-equiv="refresh"' in file.read_bytes()
    }
