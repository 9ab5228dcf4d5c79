"""Earlier coverage: the few older articles that a reader of this one may want.

It looks only backwards. What is chosen, and even how much a shared topic counts, follows from
older articles alone; so a new article changes the page of no other one.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from itertools import groupby

from ht_newsgen.model.article import Article

MOST = 3
"""Articles named as earlier coverage."""
RECENT = 12
"""Of the articles with a term in common, so many of the most recent are considered."""
COUNTS = {"topic": 600, "country": 300, "source": 60}
"""What it counts to share a term, before it is divided by how common the term was until then."""
INDEX = 2**32 - 1
"""The lower half of a rank."""

Term = tuple[str, str, str]
"""Language, kind and id."""


def earlier_coverage(
    articles: Iterable[Article], permalinks: Mapping[str, str]
) -> dict[str, tuple[Article, ...]]:
    """For each article path, up to three older articles in the same language, the best first.

    `articles` are newest first. An article is related when it shares a topic or a country; equal
    scores are settled by the newer date, then by path. One without a page of its own (an empty
    permalink) is nobody's earlier coverage. Articles with none are left out.
    """
    oldest_first = tuple(articles)[::-1]
    recent: dict[Term, deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))
    seen: dict[Term, int] = defaultdict(int)
    found = {}
    posted_before = 0
    for _, group in groupby(oldest_first, key=lambda article: article.date.at):
        # Those of one moment do not see each other: none of them is earlier.
        together = tuple(group)
        for article in together:
            best = _best(article, recent, seen)
            if best:
                found[article.path] = tuple(oldest_first[index] for index in best)
        for index, article in enumerate(together, start=posted_before):
            if permalinks[article.path]:
                for term in (*_ties(article), *_source(article)):
                    recent[term].append(index)
                    seen[term] += 1
        posted_before += len(together)
    return found


def _best(
    article: Article, recent: Mapping[Term, deque[int]], seen: Mapping[Term, int]
) -> list[int]:
    """Indices of the best candidates; a higher index is a newer article.

    Score and index share one number, the score in its upper half: that settles equal scores.
    """
    ranks: dict[int, int] = {}
    for term in _ties(article):
        if term in recent:
            weight = _weight(term, seen)
            for index in recent[term]:
                ranks[index] = ranks.get(index, index) + weight
    for term in _source(article):
        if term in recent:
            weight = _weight(term, seen)
            for index in recent[term]:
                if index in ranks:
                    ranks[index] += weight
    # Of so few, sorting all is quicker than a heap.
    return [rank & INDEX for rank in sorted(ranks.values(), reverse=True)[:MOST]]


def _weight(term: Term, seen: Mapping[Term, int]) -> int:
    """Rarity by the binary logarithm, in whole numbers, so that no rounding decides."""
    return (COUNTS[term[1]] // seen[term].bit_length()) << 32


def _ties(article: Article) -> list[Term]:
    """What makes two articles related."""
    return [(article.language, "topic", topic) for topic in article.topics] + [
        (article.language, "country", country) for country in article.countries
    ]


def _source(article: Article) -> list[Term]:
    """What only adds to it."""
    return [(article.language, "source", article.source.id)] if article.source else []
