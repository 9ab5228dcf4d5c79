"""Pages are counted from the oldest."""

import pytest

from ht_newsgen.pages.paginate import Pages, paginate


@pytest.mark.parametrize(
    ("count", "newest", "full"),
    [
        (0, [], []),
        (1, [1], []),
        (3, [3, 2, 1], []),
        (4, [4, 3, 2, 1], []),
        (5, [5, 4, 3, 2, 1], []),
        (6, [6, 5, 4], [[3, 2, 1]]),
        (8, [8, 7, 6, 5, 4], [[3, 2, 1]]),
        (9, [9, 8, 7], [[3, 2, 1], [6, 5, 4]]),
    ],
)
def test_the_newest_page_holds_what_full_ones_leave(
    count: int, newest: list[int], full: list[list[int]]
) -> None:
    """Three on a page; page 1 holds the oldest, and nothing is divided before twice the size."""
    assert paginate(range(count, 0, -1), 3) == Pages(
        tuple(newest), tuple(tuple(page) for page in full)
    )
