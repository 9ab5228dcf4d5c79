"""Until when the same files make the same site."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from ht_newsgen.graph.horizon import FAR, NEWS_AGE, next_change
from ht_newsgen.graph.visibility import left_out
from ht_newsgen.model.article import Item
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.site import Show
from tests.factories import NOW, article, days_ago

SHOW = Show()
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("item", "then"),
    [
        (article("old", date=days_ago(400)), FAR),
        (article("news", date=days_ago(1)), days_ago(1).at + NEWS_AGE),
        (article("announced", date=days_ago(-3)), days_ago(-3).at),
        (article("embargo", date=days_ago(9), publish=days_ago(-2)), days_ago(-2).at),
        (article("leaving", date=days_ago(9), expires=days_ago(-5)), days_ago(-5).at),
        (article("gone", date=days_ago(9), expires=days_ago(5)), FAR),
    ],
    ids=lambda value: value.slug if isinstance(value, Item) else "",
)
def test_the_horizon_is_the_next_moment_at_which_an_item_is_another(
    item: Item, then: datetime
) -> None:
    """Announced, under an embargo, to expire, or no news any more."""
    assert next_change([item], now=NOW) == then


def test_the_nearest_of_many_counts() -> None:
    """In whatever order they come."""
    items = [article(f"item-{days}", date=days_ago(-days)) for days in (5, 2, 9)]
    assert next_change(items, now=NOW) == days_ago(-2).at
    assert next_change([], now=NOW) == FAR


def test_right_before_the_horizon_everything_is_as_now_and_at_it_no_more() -> None:
    """The moment itself belongs to what comes after it."""
    item = article("leaving", date=days_ago(9), publish=days_ago(-1), expires=days_ago(-3))
    now = NOW
    for shown in (False, True, False):
        assert (left_out(item, now=now, show=SHOW) is None) is shown
        then = next_change([item], now=now)
        if then != FAR:
            assert (left_out(item, now=then - MOMENT, show=SHOW) is None) is shown
            now = then


def test_an_article_of_the_last_day_there_is_has_no_day_after() -> None:
    """It is not in the news for two days, since there are none."""
    last = Moment(datetime(9999, 12, 31, 23, tzinfo=UTC))
    item = replace(article("last"), date=last)
    assert next_change([item], now=NOW) == last.at
