"""requirements/: everything exact, hashed, and of no particular machine."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.tools import TOOLS

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM_LOCKS = sorted((ROOT / "requirements").glob("*/package-lock.json"))


def names_in(lock: Path) -> set[str]:
    """The packages that a lock file pins."""
    return set(re.findall(r"^([a-z0-9-]+)==", lock.read_text("utf-8"), re.MULTILINE))


def declared(requirements: list[str]) -> set[str]:
    """The packages that pyproject.toml asks for, by their normalised names (PEP 503)."""
    return {re.split(r"[<>=!~;\[ ]", text, maxsplit=1)[0].lower() for text in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_package_has_a_version_and_a_hash(lock: Path) -> None:
    """One entry without, and pip refuses the whole file."""
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())

    sound = re.compile(
        r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+"
    )
    assert [entry for entry in entries if not sound.match(entry + "\n")] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_file_names_no_place_on_any_network_or_disk(lock: Path) -> None:
    """Where packages come from is for each machine to say."""
    places = re.compile(r"://|--(?:extra-)?index-url|--find-links| @ |(?:^|\s)/\S+")

    assert places.findall(lock.read_text("utf-8")) == []


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda lock: lock.parent.name)
def test_an_npm_lock_names_no_registry_and_hashes_every_package(lock: Path) -> None:
    """An npm lock says for each package where it came from, unless told not to."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]

    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name in packages if name and "integrity" not in packages[name]] == []


def test_the_locks_hold_what_the_project_declares() -> None:
    """Whoever adds a dependency and forgets `python3 build.py lock` is told here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "build": declared(groups["build"]),
        "runtime": declared(project["project"]["dependencies"]),
        "test": declared(groups["test"]),
    }

    missing = {
        name: names - names_in(ROOT / "requirements" / f"{name}.txt")
        for name, names in wanted.items()
    }
    assert missing == {"build": set(), "runtime": set(), "test": set()}


def test_the_test_set_changes_no_version_of_the_others() -> None:
    """What is tested is what runs."""
    pins = {
        lock.stem: set(re.findall(r"^[a-z0-9-]+==[\w.]+", lock.read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    assert (pins["build"] | pins["runtime"]) - pins["test"] == set()


def test_every_package_is_accounted_for() -> None:
    """docs/dependencies.md says of each declared dependency what it is for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    npm = [
        json.loads((ROOT / "requirements" / folder / "package.json").read_text("utf-8"))
        for folder in ("npm", "npm-chromium")
    ]
    names = declared([*project["project"]["dependencies"], *groups["build"], *groups["test"]])
    names |= {name for package in npm for name in package["dependencies"]}

    told = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    assert {name for name in names if f"`{name}`" not in told} == set()


def test_every_outside_tool_is_pinned_where_the_table_says() -> None:
    """The table of outside tools points at files that exist."""
    places = {tool.pinned_in.partition(",")[0] for tool in TOOLS}

    assert [place for place in sorted(places) if not (ROOT / place).is_file()] == []
