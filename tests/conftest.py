"""Markers by folder, so that no test has to say what its place already says."""

import os
import sys
from pathlib import Path

import hypothesis
import pytest

from tests.support.golden import pytest_addoption, update

__all__ = ["pytest_addoption", "update"]

# Hundreds of sites are built here. Where nothing compiled is kept, as in many containers, each of
# them would compile the whole theme, and each program that a test starts all of this one.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests under browser/ are `browser`, those that say so are `slow`, all others are `quick`."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
        elif item.get_closest_marker("slow") is None:
            item.add_marker("quick")
