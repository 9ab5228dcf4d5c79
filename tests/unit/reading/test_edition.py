"""Editions of the newsletter, from their files."""

import pytest

from ht_newsgen.model.edition import Edition, Order
from ht_newsgen.reading.article import Reading
from tests.factories import day
from tests.unit.reading.tables import Case, cases, told
from tests.unit.reading.test_sign_up import front

PATH = "content/newsletter/2018-02.md"
COMMON = """subject: The news of February
preheader: What was posted here in the shortest of all months
date: 2018-02-28T00:00Z
"""


def edition(text: str, path: str = PATH) -> Reading:
    """The edition with these lines of front matter."""
    return front(text, path)


@pytest.mark.parametrize("case", cases("editions.txt"), ids=lambda case: case.name)
def test_every_mistake_of_an_edition_is_told(case: Case) -> None:
    """Each of `editions.txt` earns what stands below it."""
    assert told(sorted(edition(case.text.removesuffix("\n")).problems)) == case.earned


def test_an_edition_by_period_is_read() -> None:
    """Its subject is its title, and its address comes from the name of its file."""
    item = edition(COMMON + "since: 2018-02-01\nuntil: 2018-02-20\nsections: [stories, flash]").item

    assert isinstance(item, Edition)
    assert (item.title, item.slug, item.id) == (
        "The news of February", "2018-02", "newsletter-2018-2018-02",
    )  # fmt: skip
    assert (item.sections, item.items, item.order) == (("stories", "flash"), (), Order.NEWEST)
    assert item.since is not None
    assert item.since.day_only
    assert item.date.at == day(2018, 2, 28).at


def test_an_edition_by_hand_keeps_the_order_of_the_hand() -> None:
    """Unless another one is asked for."""
    listed = edition(COMMON + "items: [b, a]").item
    sorted_ = edition(COMMON + "items: [b, a]\norder: oldest").item

    assert isinstance(listed, Edition)
    assert isinstance(sorted_, Edition)
    assert (listed.items, listed.order, sorted_.order) == (("b", "a"), Order.GIVEN, Order.OLDEST)


def test_the_language_of_an_edition_stands_in_its_name() -> None:
    """As with every item."""
    item = edition(COMMON + "items: [a]", "content/newsletter/2018-02.bs.md").item

    assert isinstance(item, Edition)
    assert (item.language, item.slug, item.id) == ("bs", "2018-02", "newsletter-2018-2018-02-bs")
