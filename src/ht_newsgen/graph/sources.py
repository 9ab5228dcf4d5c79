"""Sources: citations completed from the register, and the list of those that are cited."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from msgspec.structs import replace

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import UNKNOWN_SOURCE
from ht_newsgen.graph.term_ids import term_id
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest, one_line
from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article, Citation
from ht_newsgen.model.registers import DeclaredSource
from ht_newsgen.model.site import PublishedSource

SourceFinder = Callable[[str, str], DeclaredSource | None]


def source_finder(declared: Mapping[str, DeclaredSource]) -> SourceFinder:
    """A function from the id and the name in a citation to the declared source that is meant.

    Id and, in whatever case, name are both ways to cite one.
    """
    by_word = _by_word(declared)

    @cache  # most articles cite the same few
    def find(id_: str, name: str) -> DeclaredSource | None:
        return by_word.get(id_) or by_word.get(_folded(name)) or by_word.get(term_id(name))

    return find


def settle_source(
    article: Article, find: SourceFinder, declared: Mapping[str, DeclaredSource]
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
    source = find(cited.id, name)
    if source is None:
        problems = [] if cited.name or not cited.id else [_unknown(article, cited.id, declared)]
        return replace(cited, id=term_id(name), name=name), problems
    completed = replace(
        cited,
        id=source.id,
        name=one_line(cited.name) if cited.name and name != source.id else source.name,
        feed=cited.feed or source.feed,
        feed_title=cited.feed_title or source.feed_title,
        language=cited.language or source.language,
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


def _by_word(declared: Mapping[str, DeclaredSource]) -> dict[str, DeclaredSource]:
    return {_folded(source.name): source for source in declared.values()} | dict(declared)


def _folded(name: str) -> str:
    return one_line(name).casefold()


def _unknown(article: Article, id_: str, declared: Mapping[str, DeclaredSource]) -> Problem:
    by_word = _by_word(declared)
    near = nearest(id_, by_word)
    return problem(
        UNKNOWN_SOURCE,
        place_of(article, "source.id", "source"),
        say("no source `{id}` is declared in `content/data/sources.yaml`", id=id_),
        say("Did you mean `{meant}`?", meant=by_word[near].id)
        if near
        else say(
            'If that is the name of a publication, write it as: source: {{name: "{id}"}}', id=id_
        ),
    )
