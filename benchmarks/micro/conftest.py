"""What the micro-benchmarks share."""

from pathlib import Path

import pytest

from benchmarks.micro.newsroom import Newsroom, open_newsroom


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """The same thousand items for all."""
    folder: Path = tmp_path_factory.mktemp("newsroom")
    return open_newsroom(folder / "site")
