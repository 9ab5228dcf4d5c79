"""Expected output in files, with one flag to renew it: `python3 build.py test --update`."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag; `git diff` then shows what changed, and a person judges it."""
    parser.addoption("--update", action="store_true", help="renew the expected output in tests/")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be renewed."""
    return bool(request.config.getoption("--update"))


def assert_holds(file: Path, actual: str, *, update: bool) -> None:
    """The file holds exactly this text; with `update`, it is made to."""
    if update:
        file.write_text(actual, "utf-8", newline="")
    expected = file.read_text("utf-8") if file.exists() else "(no such file: run with --update)"
    assert actual == expected
