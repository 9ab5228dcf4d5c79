"""The same news twice."""

import time

import pytest

from ht_newsgen.checks.editorial.twins import (
    are_near,
    canonical,
    headline,
    near,
    same_headline,
    same_report,
)
from ht_newsgen.model.article import Article, Citation
from tests.factories import article, day, site


def pointing(slug: str, url: str, **fields: object) -> Article:
    """An item about the report at an address."""
    return article(slug, source=Citation(name="Europol", url=url), **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/raids", "http://www.example.org/raids/", True),
        ("https://example.org/raids?utm_source=x&utm_medium=y", "https://example.org/raids", True),
        ("https://example.org/raids#top", "https://EXAMPLE.org/raids", True),
        ("https://m.example.org/raids/amp/", "https://example.org/raids", True),
        ("https://example.org/?p=12", "https://example.org/?p=13", False),
        ("https://example.org/Raids", "https://example.org/raids", False),
        ("https://example.org/", "https://example.com/", False),
    ],
)
def test_addresses_of_one_page_are_alike(one: str, other: str, same: bool) -> None:
    """Whatever a newsletter or a telephone added to them."""
    assert (canonical(one) == canonical(other)) is same


def test_two_items_about_one_report_are_told_at_the_later_one() -> None:
    """Translations are no twins: readers see one of them."""
    first = pointing("first", "https://example.org/raids", date=day(2018, 2, 1))
    second = pointing("second", "https://www.example.org/raids?utm_source=x")
    bosnian = pointing("treci", "https://example.org/raids", language="bs")
    (found,) = same_report(site([second, first, bosnian, article()], languages=("en", "bs")))

    assert (found.place.path, str(found.message)) == (
        second.path,
        f"`{first.path}` points to the same report",
    )


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        ("Police free nine people from a farm", "Police free nine people from a farm", True),
        ("Police free nine people from a farm", "Police frees nine people from farm", True),
        ("10,000 refugee children are missing", "10,000 refugee children missing", True),
        ("Europol: nestalo je 10.000 djece", "Europol: Nestalo je 10.000 djece!", True),
        ("Human Rights Day 2015", "Human Rights Day 2016", False),
        ("Police free nine people from a farm", "Police free four people from a farm", False),
        ("Raids in Spain and in Romania today", "Raids in Spain and in Portugal today", False),
        ("Police arrest five in Mostar", "Police arrest five in Zenica", False),
    ],
)
def test_headlines_are_near_when_only_a_slip_divides_them(
    one: str, other: str, twins: bool
) -> None:
    """Another number or another place is other news."""
    first = article("first", title=one, date=day(2018, 2, 1))
    second = article("second", title=other, date=day(2018, 2, 19))

    found = list(same_headline(site([first, second])))

    assert [one.place.path for one in found] == ([second.path] if twins else [])


def test_the_same_headline_after_a_month_is_other_news() -> None:
    """Days, reports and campaigns come again; so do headlines in two languages."""
    titled = {"title": "A report on trafficking is out"}
    made = site(
        [
            article("first", date=day(2018, 1, 1), **titled),
            article("second", date=day(2018, 2, 19), **titled),
            article("third", date=day(2018, 2, 19), language="bs", **titled),
        ],
        languages=("en", "bs"),
    )

    assert list(same_headline(made)) == []


def test_thousands_of_items_of_one_month_are_looked_at_within_seconds() -> None:
    """Every item with every other would be eight million pairs."""
    words = "police raids spain romania women children court trial farm factory".split()
    items = [
        article(f"item-{number}", title=" ".join(words[number % 7 :]) + f" case {number}k")
        for number in range(4_000)
    ]

    began = time.process_time()
    assert list(near(items)) == []
    assert time.process_time() - began < 5


def test_nearness_is_mutual() -> None:
    """Which of the two was first makes no difference."""
    one, other = headline("Police free nine from farm"), headline("Police frees nine from a farm")

    assert are_near(one, other)
    assert are_near(other, one)
