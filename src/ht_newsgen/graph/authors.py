"""Authors: bylines held against the register, and the list of everybody in one."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import UNKNOWN_AUTHOR
from ht_newsgen.graph.term_ids import term_id
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest, one_line
from ht_newsgen.model.article import Article
from ht_newsgen.model.people import Author

LOOKS_LIKE_ID = regex(r"[a-z0-9]+([-_][a-z0-9]+)*")


def author_finder(declared: Mapping[str, Author]) -> Callable[[str], tuple[Author, str]]:
    """A function from what stands in a byline to who that is.

    Id and, in whatever case, name are both ways to name a declared author. Somebody who is not
    declared has the slug of the name as id. With a mistyped id comes the one that it is near to.
    """
    by_word = {one_line(author.name).casefold(): author for author in declared.values()}
    by_word |= declared

    @cache  # most articles are by the same few
    def find(text: str) -> tuple[Author, str]:
        name = one_line(text)
        author = by_word.get(text) or by_word.get(name.casefold())
        if author is not None:
            return author, ""
        near = nearest(text, by_word) if LOOKS_LIKE_ID.fullmatch(text) else ""
        author = by_word.get(term_id(name)) or Author(id=term_id(name), name=name)
        return author, by_word[near].id if near else ""

    return find


def settle_authors(
    article: Article, find: Callable[[str], tuple[Author, str]]
) -> tuple[tuple[Author, ...], list[Problem]]:
    """Who is in the byline, each once, and a problem for each mistyped id."""
    found: dict[str, Author] = {}
    problems = []
    for index, text in enumerate(article.authors):
        author, near = find(text)
        if near:
            problems.append(_unknown(article, index, text, near))
        found.setdefault(author.id, author)
    return tuple(found.values()), problems


def published_authors(bylines: Iterable[tuple[Author, ...]]) -> dict[str, Author]:
    """Everybody in one of the bylines (the newest first), in the order of ids.

    Somebody who is not declared has the name that stood in the oldest.
    """
    authors = {author.id: author for byline in bylines for author in byline}
    return dict(sorted(authors.items()))


def _unknown(article: Article, index: int, text: str, near: str) -> Problem:
    return problem(
        UNKNOWN_AUTHOR,
        place_of(article, f"authors.{index}", "authors"),
        say("no author `{text}` is declared in `content/data/authors.yaml`", text=text),
        say("Did you mean `{meant}`?", meant=near),
    )
