"""The micro-benchmarks run, and what they measure gives what it should."""

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from benchmarks.micro import test_rooms
from benchmarks.micro.newsroom import Newsroom, open_newsroom


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A smaller one than is measured."""
    folder: Path = tmp_path_factory.mktemp("newsroom")
    return open_newsroom(folder / "site", 100)


@pytest.mark.parametrize(
    "room",
    [room for name, room in vars(test_rooms).items() if name.startswith("test_")],
    ids=lambda room: room.__name__,
)
def test_every_room_can_be_measured(room: Callable[..., None], newsroom: Newsroom) -> None:
    """A function that calls once stands in for the one that calls often and looks at a clock."""

    def once(measured: Callable[..., Any], *args: object, **more: object) -> Any:
        return measured(*args, **more)

    given = {"benchmark": once, "newsroom": newsroom}
    room(**{name: given[name] for name in signature(room).parameters})
