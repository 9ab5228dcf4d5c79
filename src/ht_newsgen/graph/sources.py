"""Sources: citations completed from the register, and the list of those that are cited."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import UNKNOWN_SOURCE
from ht_newsgen.graph.term_ids import term_id
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.text import nearest, one_line
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article, Citation
from ht_newsgen.model.registers import DeclaredSource
from ht_newsgen.model.site import PublishedSource


def sources_by_word(declared: Mapping[str, DeclaredSource]) -> dict[str, DeclaredSource]:
    """The declared sources by id and, in lower case, by name: both are ways to cite one."""
    by_name = {_folded(source.name): source for source in declared.values()}
    return by_name | dict(declared)


def settle_source(
    article: Article, by_word: Mapping[str, DeclaredSource]
) -> tuple[Citation | None, list[Problem]]:
    """The citation with its id, its name and what the register knows of the source.

    A source that is cited by id alone, and not declared, is a problem; the id serves as its name.
    """
    cited = article.source
    if cited is None:
        return None, []
    name = one_line(cited.name or cited.id or host(cited.url))
    if not name:
        return None, []
    declared = by_word.get(cited.id) or by_word.get(_folded(name)) or by_word.get(term_id(name))
    if declared is None:
        problems = [] if cited.name or not cited.id else [_unknown(article, cited.id, by_word)]
        return replace(cited, id=term_id(name), name=name), problems
    completed = replace(
        cited,
        id=declared.id,
        name=one_line(cited.name) if cited.name and name != declared.id else declared.name,
        feed=cited.feed or declared.feed,
        feed_title=cited.feed_title or declared.feed_title,
        language=cited.language or declared.language,
    )
    return completed, []


def published_sources(
    articles: Iterable[Article], declared: Mapping[str, DeclaredSource]
) -> dict[str, PublishedSource]:
    """Every source that the articles (newest first) cite, in the order of ids.

    One that is not declared has the name under which it was cited first.
    """
    names = {}
    for article in articles:
        if article.source is not None:
            names[article.source.id] = article.source.name
    return {
        id_: PublishedSource(id=id_, name=declared[id_].name, url=declared[id_].url)
        if id_ in declared
        else PublishedSource(id=id_, name=names[id_])
        for id_ in sorted(names)
    }


def _folded(name: str) -> str:
    return one_line(name).casefold()


def _unknown(article: Article, id_: str, by_word: Mapping[str, DeclaredSource]) -> Problem:
    near = nearest(id_, by_word)
    return problem(
        UNKNOWN_SOURCE,
        place_of(article, "source.id", "source"),
        f"no source `{id_}` is declared in `content/data/sources.yaml`",
        f"Did you mean `{by_word[near].id}`?"
        if near
        else f'If that is the name of a publication, write it as: source: {{name: "{id_}"}}',
    )
