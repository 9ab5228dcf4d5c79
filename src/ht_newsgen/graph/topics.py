"""Topics and content notes of an article, held against the registers."""

from collections.abc import Mapping

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import UNKNOWN_NOTE, UNKNOWN_TOPIC
from ht_newsgen.kit.problems import Problem, Rule, problem
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.article import Article

FEW = 12
"""A register of so many entries is listed in full where one of them was mistyped."""


def settle_topics(
    article: Article, declared: Mapping[str, object]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The declared topics of the article, each once, and a problem for each of the others."""
    return _settle(article, article.topics, "topics", declared, UNKNOWN_TOPIC)


def settle_notes(
    article: Article, declared: Mapping[str, object]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The declared content notes of the article, and a problem for each of the others."""
    return _settle(article, article.content_notes, "content_notes", declared, UNKNOWN_NOTE)


def _settle(
    article: Article, ids: tuple[str, ...], key: str, declared: Mapping[str, object], rule: Rule
) -> tuple[tuple[str, ...], list[Problem]]:
    if not ids:
        return (), []
    if declared.keys() >= set(ids):
        return tuple(dict.fromkeys(ids)), []
    problems = [
        problem(
            rule,
            place_of(article, f"{key}.{index}", key),
            say("`{id}` is not declared in `content/data/{key}.yaml`", id=id_, key=key),
            _advice(id_, key, declared),
        )
        for index, id_ in enumerate(ids)
        if id_ not in declared
    ]
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ in declared)), problems


def _advice(id_: str, key: str, declared: Mapping[str, object]) -> Sentence:
    near = nearest(id_, declared)
    if near:
        return say("Did you mean `{meant}`?", meant=near)
    if declared and len(declared) <= FEW:
        return say("Declared are: {ids}", ids=", ".join(f"`{other}`" for other in declared))
    return say("Declare it in `content/data/{key}.yaml`, or take one that stands there", key=key)
