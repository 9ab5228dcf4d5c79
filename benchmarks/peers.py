"""The peers, installed as locked and away from everything else, in .cache/bench."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.generators.generator import ROOT, TOOLS
from benchmarks.generators.zola import MODULE as ZOLA
from benchmarks.older_libc import without_newer

PYTHON = TOOLS / "python" / "bin" / "python"
LOCKS = ("build.txt", "runtime.txt", "bench.txt")
"""Pelican gets the Jinja and the Markdown that ht-newsgen has."""


def install_python() -> None:
    """Hugo, Pelican, Node and pytest-benchmark, in an environment of their own."""
    locks = [ROOT / "requirements" / name for name in LOCKS]
    if _is_current(TOOLS / "python", locks):
        return
    _say("Installing requirements/bench.txt ...")
    shutil.rmtree(TOOLS / "python", ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(TOOLS / "python")])
    quiet = ["-qq", "--no-input", "--disable-pip-version-check"]
    exact = ["--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517"]
    for lock in locks:
        _run([str(PYTHON), "-m", "pip", "install", *quiet, *exact, "--requirement", str(lock)])
    _stamp(TOOLS / "python", locks)


def install_npm() -> None:
    """Eleventy and Zola; packages' own install scripts are not run."""
    source, target = ROOT / "requirements" / "npm-bench", TOOLS / "npm-bench"
    locks = [source / "package-lock.json"]
    if _is_current(target, locks):
        return
    _say("Installing requirements/npm-bench ...")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    npm = str(PYTHON.with_name("npm"))
    _run([npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], target)
    if ZOLA.exists():
        _, own = platform.libc_ver()
        ZOLA.write_bytes(without_newer(ZOLA.read_bytes(), own))
    _stamp(target, locks)


def _is_current(target: Path, locks: list[Path]) -> bool:
    stamp = target / "installed-from"
    return stamp.is_file() and stamp.read_text() == _digest(locks)


def _stamp(target: Path, locks: list[Path]) -> None:
    """Written last, so that an interrupted set-up is repeated."""
    (target / "installed-from").write_text(_digest(locks))


def _digest(locks: list[Path]) -> str:
    return hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()


def _run(command: list[str], folder: Path = ROOT) -> None:
    path = f"{PYTHON.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "PATH": path})


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
