"""What counts as a change, and that the system tells it."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ht_newsgen.build.options import Options
from ht_newsgen.serve.watch import changes, is_relevant, watched_folders
from tests.support.apart import run_apart
from tests.support.sites import NOW, make_site

RELEVANT = (
    "newsgen.yaml", "content", "content/flash/a.md", "content/data/topics.yaml", "content/a.jpg",
    "templates/page.html", "static/.well-known/x", "static/assets/site.css", "templates",
)  # fmt: skip
IRRELEVANT = (
    "public/index.html", "README.md", ".git/index", ".venv/x.py", "content/.a.md.swp",
    "content/flash/a.md~", "content/flash/.#a.md", "content/a.tmp", "static/.DS_Store", "other",
)  # fmt: skip


def options_for(root: Path) -> Options:
    theme = root.parent / "theme"
    (theme / "templates").mkdir(parents=True, exist_ok=True)
    return Options(root=root, output=root / "public", theme=theme, now=NOW)


@pytest.mark.parametrize("path", [*RELEVANT, *IRRELEVANT])
def test_the_files_of_the_site_count_and_no_others(tmp_path: Path, path: str) -> None:
    """Neither what is built, nor what an editor leaves while it saves."""
    options = options_for(tmp_path / "site")

    assert is_relevant(options, tmp_path / "site" / path) == (path in RELEVANT)


def test_the_theme_is_watched_too(tmp_path: Path) -> None:
    """Whoever changes the theme in a checkout sees it."""
    options = options_for(tmp_path / "site")

    assert is_relevant(options, tmp_path / "theme/templates/base.html")
    assert len(watched_folders(options)) == 5


def watch(root: Path, steps: list[tuple[str, Callable[[], object]]]) -> None:
    """Wait after each step until just this file is told; a busy machine may tell twice of one."""
    options = options_for(root)

    async def go() -> None:
        told = changes(options)
        assert await anext(told) == frozenset()
        for name, step in steps:
            await asyncio.sleep(0.1)
            step()
            while {path.name for path in await asyncio.wait_for(anext(told), 60)} != {name}:
                pass
        await told.aclose()

    run_apart(go())


def test_a_save_is_told(tmp_path: Path) -> None:
    """In place, by way of another file, and of the configuration."""
    root = make_site(tmp_path / "site", {"content/flash/a.md": "A"})

    def replaced(name: str) -> None:
        (root / "new").write_text("B")
        (root / "new").replace(root / name)

    watch(
        root,
        [
            ("a.md", lambda: (root / "content/flash/a.md").write_text("B")),
            ("newsgen.yaml", lambda: replaced("newsgen.yaml")),
            ("a.md", lambda: replaced("content/flash/a.md")),
            ("b.md", lambda: (root / "content/flash/b.md").write_text("B")),
        ],
    )


def test_a_folder_may_come_and_go(tmp_path: Path) -> None:
    """What is in the new one is watched as in the old."""
    root = make_site(tmp_path / "site", {"content/a.md": "A"})

    async def go() -> None:
        told = changes(options_for(root))

        async def until(wanted: set[str]) -> None:
            while {path.name for path in await asyncio.wait_for(anext(told), 60)} != wanted:
                pass
            await asyncio.sleep(0.1)

        await until(set())
        shutil.rmtree(root / "content")
        await until({"content"})
        await until(set())
        (root / "content").mkdir()
        await until({"content"})
        await until(set())
        (root / "content/b.md").write_text("B")
        await until({"b.md"})
        await told.aclose()

    run_apart(go())
