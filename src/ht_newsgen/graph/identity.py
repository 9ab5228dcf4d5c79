"""Every item has an id of its own: the identity of its entry in all feeds."""

from collections.abc import Iterable

from ht_newsgen.graph.ordering import first_come
from ht_newsgen.graph.places import named, place_of
from ht_newsgen.graph.rules import DUPLICATE_ID
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Item


def unique_items(items: Iterable[Item]) -> tuple[list[Item], list[Problem]]:
    """The items without those whose id an older one has, and a problem for each of these.

    Items that readers do not see count too: an id that was in a feed once is never given again.
    """
    holders: dict[str, Item] = {}
    problems = []
    for item in first_come(items):
        holder = holders.setdefault(item.id, item)
        if holder is not item:
            problems.append(_duplicate(item, holder))
    return list(holders.values()), problems


def _duplicate(item: Item, holder: Item) -> Problem:
    other = named(place_of(holder, "id", "slug", "title"))
    place = place_of(item, "id", "slug", "title")
    if "id" in item.places:
        return problem(
            DUPLICATE_ID,
            place,
            say("the id `{id}` is that of {other} already", id=item.id, other=other),
            say("Give the newer of the two another `id`, and never change it after publishing"),
        )
    return problem(
        DUPLICATE_ID,
        place,
        say(
            "the id `{id}`, made from the slug, is that of {other} already", id=item.id, other=other
        ),
        say(
            "Give the newer of the two a `slug:` of its own, such as `{slug}-2` or, better, one"
            " more word",
            slug=item.slug,
        ),
    )
