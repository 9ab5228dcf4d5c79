"""Pagination counted from the oldest, so that a full page never changes again.

With a size of 20 and 73 items: page 1 holds the 20 oldest, page 2 the next 20, and the newest
page, which has no number, the 33 that are left. When it would hold 40, the older 20 of them become
page 3. So adding an item changes one page, and now and then makes one.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

Listed = TypeVar("Listed")


class Pages(Struct, Generic[Listed], frozen=True):
    """A list, divided; within a page the newest comes first."""

    newest: tuple[Listed, ...]
    """Fewer than twice the page size; at least the page size once there is a full page."""
    full: tuple[tuple[Listed, ...], ...]
    """Each of exactly the page size, the oldest first: page 1, page 2 and so on."""


def paginate(listed: Sequence[Listed], size: int) -> Pages[Listed]:
    """Divide what is newest first into pages of `size`, a positive number."""
    count = max(0, len(listed) // size - 1)
    end = len(listed)
    full = tuple(
        tuple(listed[end - number * size : end - (number - 1) * size])
        for number in range(1, count + 1)
    )
    return Pages(newest=tuple(listed[: end - count * size]), full=full)


def place_in(length: int, size: int, position: int) -> int:
    """The number of the page on which the article at a position is, counted from the newest at 0.

    0 is the newest page, as in `Pager`.
    """
    full = max(0, length // size - 1)
    number = (length - 1 - position) // size + 1
    return number if number <= full else 0
