"""The order of articles."""

from ht_newsgen.graph.ordering import first_come, newest_first, pinned_first
from tests.factories import article, at, day, days_ago, standing_page


def test_the_newest_comes_first() -> None:
    """A time of day counts within a day; a bare day is its midnight."""
    noon = article("noon", date=at(2018, 2, 19, 12))
    bare = article("bare", date=day(2018, 2, 19))
    next_day = article("next-day", date=day(2018, 2, 20))

    assert newest_first([bare, next_day, noon]) == (next_day, noon, bare)


def test_equal_moments_stand_in_the_order_of_paths() -> None:
    """So the order never depends on the order of a folder."""
    one, two = article("a"), article("b")

    assert newest_first([two, one]) == newest_first([one, two]) == (one, two)


def test_the_heaviest_is_pinned_first() -> None:
    """Equal weights, and everything without one, keep their order."""
    plain, light, heavy = article("plain"), article("light", weight=1), article("heavy", weight=9)
    sunk = article("sunk", weight=-5)

    assert pinned_first([plain, sunk, light, heavy]) == (heavy, light, plain, sunk)


def test_the_older_one_has_the_first_claim() -> None:
    """What has no date comes before all, a draft after all."""
    page = standing_page()
    old, new = article("old", date=days_ago(9)), article("new", date=days_ago(1))
    draft = article("draft", date=days_ago(99), draft=True)

    assert first_come([draft, new, old, page]) == [page, old, new, draft]
