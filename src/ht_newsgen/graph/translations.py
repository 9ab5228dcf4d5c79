"""Translations: items that say the same in different languages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ht_newsgen.graph.ordering import first_come
from ht_newsgen.graph.places import named, place_of
from ht_newsgen.graph.rules import SAME_LANGUAGE, UNKNOWN_TRANSLATION
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.article import Item


def group_translations(
    shown: Sequence[Item], all_items: Iterable[Item]
) -> tuple[dict[str, tuple[Item, ...]], list[Problem]]:
    """The other languages of each shown item that has some, by item path, in the order of tags.

    Items belong together when one's `translation_of` is the other's id, or when both have the same
    one. Of two in one language the older counts, the other is a problem. So is a `translation_of`
    that leads nowhere; one that leads to an item which is not shown is none.
    """
    keys = _group_keys(shown)
    groups: dict[str, dict[str, Item]] = defaultdict(dict)
    problems = []
    for item in first_come(item for item in shown if item.id in keys):
        holder = groups[keys[item.id]].setdefault(item.language, item)
        if holder is not item:
            problems.append(_same_language(item, holder))
    others = {
        item.path: tuple(group[tag] for tag in sorted(group) if group[tag] is not item)
        for group in groups.values()
        if len(group) > 1
        for item in group.values()
    }
    return others, problems + _unknown(shown, all_items)


def _group_keys(items: Iterable[Item]) -> dict[str, str]:
    """For each id and each shared key that joins items, one key for the whole group.

    A union-find over the few items that have a `translation_of`: chains and circles are harmless.
    """
    parents: dict[str, str] = {}

    def root(key: str) -> str:
        while parents.setdefault(key, key) != key:
            key = parents[key]
        return key

    for item in items:
        if item.translation_of:
            one, other = sorted((root(item.id), root(item.translation_of)))
            parents[other] = one
    return {key: root(key) for key in tuple(parents)}


def _same_language(item: Item, holder: Item) -> Problem:
    other = named(place_of(holder, "translation_of", "id", "title"))
    return problem(
        SAME_LANGUAGE,
        place_of(item, "translation_of", "language", "title"),
        say(
            "{other} is a translation into `{language}` already",
            other=other,
            language=item.language,
        ),
        say("Correct `language` or `translation_of` in one of the two"),
    )


def _unknown(shown: Iterable[Item], all_items: Iterable[Item]) -> list[Problem]:
    ids: dict[str, str] = {}
    sharing: dict[str, int] = defaultdict(int)
    for item in all_items:
        ids[item.id] = item.path
        sharing[item.translation_of] += 1
    problems = []
    for item in shown:
        key = item.translation_of
        if key and key not in ids and sharing[key] == 1:
            near = nearest(key, ids)
            problems.append(
                problem(
                    UNKNOWN_TRANSLATION,
                    place_of(item, "translation_of"),
                    say(
                        "no item has the id `{key}`, and none shares it as `translation_of`",
                        key=key,
                    ),
                    say("Did you mean `{near}`, the id of `{ids}`?", near=near, ids=ids[near])
                    if near
                    else say("Write the `id` of the item that this one translates"),
                )
            )
    return problems
