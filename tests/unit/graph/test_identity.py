"""Ids are given once."""

from ht_newsgen.graph.identity import unique_items
from ht_newsgen.kit.problems import Place, Problem
from ht_newsgen.kit.sentences import say
from tests.factories import article, days_ago


def test_two_items_may_not_have_one_id() -> None:
    """The newer one is the mistake, and both are named with their lines."""
    old = article("old", id="raids", date=days_ago(5), places={"id": (2, 5)})
    new = article("new", id="raids", date=days_ago(1), places={"id": (4, 5)})

    assert unique_items([new, old]) == (
        [old],
        [
            Problem(
                place=Place(new.path, 4, 5),
                rule="identity/duplicate",
                message=say(f"the id `raids` is that of `{old.path}:2` already"),
                help=say(
                    "Give the newer of the two another `id`, and never change it after publishing"
                ),
            )
        ],
    )


def test_an_id_that_nobody_wrote_is_mended_by_a_slug() -> None:
    """It was made from the slug, so that is what the editor can change."""
    old = article("raids", path="content/1.md", date=days_ago(5))
    new = article("raids", path="content/2.md", date=days_ago(1), places={"title": (2, 8)})

    _, problems = unique_items([new, old])

    assert problems == [
        Problem(
            place=Place("content/2.md", 2, 8),
            rule="identity/duplicate",
            message=say("the id `raids-en`, made from the slug, is that of `content/1.md` already"),
            help=say(
                "Give the newer of the two a `slug:` of its own, such as `raids-2` or, better, "
                "one more word"
            ),
        )
    ]


def test_a_draft_takes_no_id_from_a_published_item() -> None:
    """A copy that somebody works on is the one to be told."""
    published = article("published", id="raids", date=days_ago(1))
    draft = article("draft", id="raids", date=days_ago(9), draft=True)

    kept, problems = unique_items([draft, published])

    assert kept == [published]
    assert [found.place for found in problems] == [Place(draft.path)]


def test_of_three_items_with_one_id_two_are_told() -> None:
    """Each of them names the one that stays."""
    items = [article(name, id="raids", date=days_ago(9 - n)) for n, name in enumerate("abc")]

    kept, problems = unique_items(items)

    assert kept == items[:1]
    assert [found.place.path for found in problems] == [items[1].path, items[2].path]
    assert all(items[0].path in str(found.message) for found in problems)
