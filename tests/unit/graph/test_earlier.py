"""Earlier coverage looks backwards."""

from ht_newsgen.graph.earlier import earlier_coverage
from ht_newsgen.graph.ordering import newest_first
from ht_newsgen.model.article import Article, Citation
from tests.factories import article, at, days_ago


def earlier(*articles: Article) -> dict[str, list[str]]:
    """Slugs by slug."""
    ordered = newest_first(articles)
    by_path = {one.path: one.slug for one in articles}
    permalinks = {one.path: "" if one.slug == "line" else f"{one.slug}/" for one in articles}
    found = earlier_coverage(ordered, permalinks)
    return {by_path[path]: [one.slug for one in some] for path, some in found.items()}


def about(slug: str, days: int, *topics: str, **fields: object) -> Article:
    """An article on some topics, posted some days ago."""
    return article(slug, date=days_ago(days), topics=topics, **fields)


def test_only_older_articles_are_earlier_coverage() -> None:
    """The oldest has none, and no article names a newer one."""
    found = earlier(about("one", 3, "raids"), about("two", 2, "raids"), about("three", 1, "raids"))

    assert found == {"two": ["one"], "three": ["two", "one"]}


def test_articles_of_one_moment_are_not_earlier_than_each_other() -> None:
    """Else the path would decide which of two is the older."""
    assert earlier(about("one", 1, "raids"), about("two", 1, "raids")) == {}


def test_a_moment_later_on_the_same_day_is_later() -> None:
    """Times of day count where they are known."""
    morning = article("morning", date=at(2018, 2, 19, 8), topics=("raids",))
    evening = article("evening", date=at(2018, 2, 19, 20), topics=("raids",))

    assert earlier(morning, evening) == {"evening": ["morning"]}


def test_a_rare_topic_counts_more_than_a_common_one() -> None:
    """What few articles share says more about them."""
    common = [about(f"common-{n}", 50 - n, "police") for n in range(8)]
    rare = about("rare", 60, "organs")

    found = earlier(rare, *common, about("newest", 1, "police", "organs"))

    assert found["newest"] == ["rare", "common-7", "common-6"]


def test_two_topics_count_more_than_one() -> None:
    """And the newer article wins where they are equal."""
    found = earlier(
        about("both", 9, "raids", "courts"),
        about("first", 8, "raids"),
        about("second", 7, "raids"),
        about("newest", 1, "raids", "courts"),
    )

    assert found["newest"] == ["both", "second", "first"]


def test_a_country_is_a_tie_and_a_source_alone_is_none() -> None:
    """Two reports of one newspaper need have nothing in common."""
    times = Citation(id="times", name="Times")
    found = earlier(
        about("same-source", 9, source=times),
        about("same-country", 8, countries=("BA",)),
        about("newest", 1, source=times, countries=("BA",)),
    )

    assert found == {"newest": ["same-country"]}


def test_a_shared_source_settles_what_topics_leave_open() -> None:
    """It adds a little to what is related already."""
    times = Citation(id="times", name="Times")
    found = earlier(
        about("same-source", 9, "raids", source=times),
        about("other-source", 8, "raids"),
        about("newest", 1, "raids", source=times),
    )

    assert found["newest"] == ["same-source", "other-source"]


def test_another_language_is_not_earlier_coverage() -> None:
    """Its reader may not read it; translations are linked elsewhere."""
    assert earlier(about("one", 9, "raids", language="bs"), about("newest", 1, "raids")) == {}


def test_a_title_alone_is_nobodys_earlier_coverage() -> None:
    """A link has to lead somewhere."""
    assert earlier(about("line", 9, "raids"), about("newest", 1, "raids")) == {}


def test_at_most_three_are_named() -> None:
    """The newest three of equals."""
    found = earlier(*(about(f"a-{n}", 9 - n, "raids") for n in range(6)))

    assert found["a-5"] == ["a-4", "a-3", "a-2"]
