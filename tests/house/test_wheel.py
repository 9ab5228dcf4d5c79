"""Installed the ways people install things, the program builds a site of its own."""

import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT, clone, empty_environment, pip, run, shell, succeed

pytestmark = pytest.mark.slow

INSTALL = ("install", "--quiet", "--no-compile")  # of all that is installed, little is loaded here

# One of each kind of output; the names of stylesheets carry a digest.
EXPECTED = (
    "index.html",
    "404.html",
    "rss.xml",
    "atom.xml",
    "feed.json",
    "sitemap.xml",
    "robots.txt",
    "assets/*.css",
)


def begin_and_build(commands: Path, folder: Path) -> Path:
    """A newcomer's first three words, with an installed program; returns the new site."""
    folder.mkdir()
    words = "ht-newsgen init my-site && cd my-site && ht-newsgen build --strict"
    succeed(shell(f'export PATH="{commands}:$PATH"; {words}', folder))
    return folder / "my-site"


def missing(site: Path) -> list[str]:
    """What a built site should hold and does not."""
    return [name for name in EXPECTED if not any((site / "public").glob(name))]


def test_a_wheel_in_an_empty_environment_begins_and_builds_a_site(tmp_path: Path) -> None:
    """Theme, starter, CI file and explanations are in the wheel; the locked set is all it needs."""
    make = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    succeed(run([*make, "--wheel-dir", str(tmp_path), str(ROOT)], tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    commands = empty_environment(tmp_path / "environment")
    locked = str(ROOT / "requirements" / "runtime.txt")
    for words in (["--require-hashes", "--requirement", locked], ["--no-deps", str(wheel)]):
        pip(commands, tmp_path, *INSTALL, *words)
    pip(commands, tmp_path, "check")

    site = begin_and_build(commands, tmp_path / "elsewhere")
    explain = [str(commands / "ht-newsgen"), "explain", "front-matter/yaml"]

    assert missing(site) == []
    assert "Wrong: content/" in succeed(run(explain, tmp_path))
    assert list(site.glob(".github/workflows/*.yml")) != []


def test_pip_install_of_a_checkout_begins_and_builds_a_site(tmp_path: Path) -> None:
    """`pip install .` resolves the declared ranges by itself, without the lock files."""
    checkout = clone(tmp_path / "clone")
    commands = empty_environment(tmp_path / "environment")
    pip(commands, checkout, *INSTALL, ".")

    assert missing(begin_and_build(commands, tmp_path / "elsewhere")) == []


def test_uv_run_builds_the_newsroom(tmp_path: Path) -> None:
    """Those who have uv need no other set-up, and git sees nothing of it."""
    checkout = clone(tmp_path / "clone")
    python = getattr(sys, "_base_executable", sys.executable)

    succeed(shell("uv run --quiet ht-newsgen build", checkout, UV_PYTHON=python))

    assert missing(checkout) == []
    assert succeed(run(["git", "status", "--porcelain"], checkout)) == ""
