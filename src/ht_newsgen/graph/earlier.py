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

Key = tuple[str, str, str]
"""Language, kind and id of a term."""


class Term:
    """What is known of a term at one point of the way from the oldest article to the newest."""

    __slots__ = ("recent", "seen")

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=RECENT)
        """Indices of the articles that had it most recently."""
        self.seen = 0
        """How many had it."""

    def weight(self, kind: str) -> int:
        """Rarity by the binary logarithm, in whole numbers, so that no rounding decides."""
        return (COUNTS[kind] // self.seen.bit_length()) << 32


def earlier_coverage(
    articles: Iterable[Article], permalinks: Mapping[str, str]
) -> dict[str, tuple[Article, ...]]:
    """For each article path, up to three older articles in the same language, the best first.

    `articles` are newest first. An article is related when it shares a topic or a country; equal
    scores are settled by the newer date, then by path. One without a page of its own (an empty
    permalink) is nobody's earlier coverage. Articles with none are left out.
    """
    oldest_first = tuple(articles)[::-1]
    terms: dict[Key, Term] = defaultdict(Term)
    found = {}
    posted_before = 0
    for _, group in groupby(oldest_first, key=lambda article: article.date.at):
        # Those of one moment do not see each other: none of them is earlier.
        together = [(article, _ties(article), _source(article)) for article in group]
        for article, ties, source in together:
            best = _best(ties, source, terms)
            if best:
                found[article.path] = tuple([oldest_first[index] for index in best])
        for index, (article, ties, source) in enumerate(together, start=posted_before):
            if permalinks[article.path]:
                for key in (*ties, *source):
                    term = terms[key]
                    term.recent.append(index)
                    term.seen += 1
        posted_before += len(together)
    return found


def _best(ties: Iterable[Key], source: Iterable[Key], terms: Mapping[Key, Term]) -> list[int]:
    """Indices of the best candidates; a higher index is a newer article.

    Score and index share one number, the score in its upper half: that settles equal scores.
    """
    ranks: dict[int, int] = {}
    for key in ties:
        if key in terms:
            weight = terms[key].weight(key[1])
            for index in terms[key].recent:
                ranks[index] = ranks.get(index, index) + weight
    for key in source:
        if key in terms and ranks:
            weight = terms[key].weight(key[1])
            for index in terms[key].recent:
                if index in ranks:
                    ranks[index] += weight
    # Of so few, sorting all is quicker than a heap.
    return [rank & INDEX for rank in sorted(ranks.values(), reverse=True)[:MOST]]


def _ties(article: Article) -> list[Key]:
    """What makes two articles related."""
    language = article.language
    return [
        *[(language, "topic", topic) for topic in article.topics],
        *[(language, "country", country) for country in article.countries],
    ]


def _source(article: Article) -> list[Key]:
    """What only adds to it."""
    return [(article.language, "source", article.source.id)] if article.source else []
