"""Markers by folder, so that no test has to say what its place already says."""

import functools
import os
import sys
from pathlib import Path

import hypothesis
import pytest

from tests.support import scratch
from tests.support.golden import pytest_addoption, update

__all__ = ["pytest_addoption", "update"]

# Hundreds of sites are built here. Where nothing compiled is kept, as in many containers, each of
# them would compile the whole theme, and each program that a test starts all of this one.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

scratch.settle()

# A slow example on a busy machine is no finding; what has failed must fail again when repeated;
# explaining a failure takes minutes, and the example says enough.
hypothesis.settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    print_blob=True,
    phases=[phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain],
)
hypothesis.settings.load_profile("suite")

# Problems are told in the language of the environment; expected output is in English.
os.environ["LC_ALL"] = "C.UTF-8"

BROWSER = Path(__file__).parent / "browser"
NO_SINGLE_ROOM = tuple(
    Path(__file__).parent / name for name in ("properties", "sites", "unit/benchmarks")
)
"""Whole sites are built there many times over, which takes minutes, and the program is measured."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where no test is quick, a run of the quick ones need not look for any."""
    only_quick = config.getoption("markexpr") == "quick"
    return (only_quick and is_below(collection_path, (BROWSER, *NO_SINGLE_ROOM))) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Under browser/ tests are `browser`; of the rest, single rooms and the house are `quick`.

    Files go to the workers as a whole, in this order: those with slow tests come first, then those
    with none that is quick. The many small ones at the end leave no worker waiting for another.
    """
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
        elif not (item.get_closest_marker("slow") or is_below(item.path, NO_SINGLE_ROOM)):
            item.add_marker("quick")
    slow, quick = ({item.path for item in items if has(item, mark)} for mark in ("slow", "quick"))
    items.sort(key=lambda item: (item.path not in slow, item.path in quick))


def has(item: pytest.Item, mark: str) -> bool:
    """Whether a test carries a mark."""
    return item.get_closest_marker(mark) is not None


@functools.cache
def is_below(path: Path, folders: tuple[Path, ...]) -> bool:
    """Whether the path lies in one of the folders."""
    return any(path.is_relative_to(folder) for folder in folders)
