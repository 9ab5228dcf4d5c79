"""Somebody's text on a terminal, and where a caret stands under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.build.visible import cells, point_at, visible


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("title: x", 8, "title: x", 7),
        ("title: x", 0, "title: x", 0),
        ("title:", 7, "title:", 6),
        ("title:", 99, "title:", 6),
        ("a\tb", 3, "a   b", 4),
        ("\t\tb", 2, "        b", 4),
        ("title: 人身売買 x", 13, "title: 人身売買 x", 16),
        ("cafe\u0301: x", 8, "cafe\u0301: x", 6),
        ("👩‍👩‍👧 x", 7, "👩‍👩‍👧 x", 7),
        ("a\x1b[31m b", 8, "a␛[31m b", 7),
        ("a\u202eb c", 5, "a\\u202eb c", 9),
        ("trailing   ", 3, "trailing", 2),
    ],
)
def test_a_caret_stands_under_its_character(
    line: str, column: int, shown: str, before: int
) -> None:
    """Tabs, wide, combining and invisible characters before it are counted as they are shown."""
    assert point_at(line, column) == (shown, before)


def test_a_long_line_is_a_window_around_the_column() -> None:
    """The character in question is always in sight, with text on both sides where there is some."""
    line = "".join(chr(ord("a") + number % 26) for number in range(1000))

    assert point_at(line, 1, 20) == (line[:20] + "…", 0)
    assert point_at(line, 500, 20) == ("…" + line[485:505] + "…", 15)
    assert point_at(line, 1000, 20) == ("…" + line[980:], 20)


@given(st.text(max_size=300), st.integers(0, 320))
def test_a_window_is_bounded_and_never_acts(line: str, column: int) -> None:
    """Whatever the line: two cells of ellipsis at most beyond the width, and no control at all."""
    text, before = point_at(line, column, 60)

    assert cells(text) <= 62
    assert 0 <= before <= 61
    assert text.isprintable() or text == visible(text)
