"""Earlier coverage: the few older articles that a reader of this one may want.

It looks only backwards. What is chosen, and even how much a shared topic counts, follows from
older articles alone; so a new article changes the page of no other one.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ht_newsgen.model.article import Article

MOST = 3
"""Articles named as earlier coverage."""
RECENT = 12
"""Of the articles with a term in common, so many of the most recent are considered."""
TOPIC, COUNTRY, SOURCE = 600, 300, 60
"""What it counts to share a term, before it is divided by how common the term was until then."""
INDEX = 2**32 - 1
"""The lower half of a rank."""


class Term:
    """What is known of a term at one point of the way from the oldest article to the newest."""

    __slots__ = ("counts", "recent", "seen", "weight")

    def __init__(self, counts: int) -> None:
        self.counts = counts
        """One of the numbers above, by the kind of the term."""
        self.recent: deque[int] = deque(maxlen=RECENT)
        """Indices of the articles that had it most recently."""
        self.seen = 0
        """How many had it."""
        self.weight = 0
        """Rarity by the binary logarithm, in whole numbers, so that no rounding decides."""

    def count(self, index: int) -> None:
        """Take note of one more article."""
        self.recent.append(index)
        self.seen += 1
        self.weight = (self.counts // self.seen.bit_length()) << 32


class Terms:
    """The terms of one language, by kind and id."""

    def __init__(self) -> None:
        self._topics: dict[str, Term] = defaultdict(lambda: Term(TOPIC))
        self._countries: dict[str, Term] = defaultdict(lambda: Term(COUNTRY))
        self._sources: dict[str, Term] = defaultdict(lambda: Term(SOURCE))

    def ties(self, article: Article) -> list[Term]:
        """What makes two articles related."""
        topics, countries = self._topics, self._countries
        return [
            *[topics[topic] for topic in article.topics],
            *[countries[country] for country in article.countries],
        ]

    def source(self, article: Article) -> Term | None:
        """What only adds to it."""
        return self._sources[article.source.id] if article.source else None


def earlier_coverage(
    articles: Iterable[Article], permalinks: Mapping[str, str]
) -> dict[str, tuple[Article, ...]]:
    """For each article path, up to three older articles in the same language, the best first.

    `articles` are newest first. An article is related when it shares a topic or a country; equal
    scores are settled by the newer date, then by path. One without a page of its own (an empty
    permalink) is nobody's earlier coverage. Articles with none are left out.
    """
    oldest_first = tuple(articles)[::-1]
    languages: dict[str, Terms] = defaultdict(Terms)
    found = {}
    posted_before = 0
    for _, group in groupby(oldest_first, key=lambda article: article.date.at):
        # Those of one moment do not see each other: none of them is earlier.
        together = []
        for article in group:
            terms = languages[article.language]
            ties, source = terms.ties(article), terms.source(article)
            together.append((article, ties, source))
            best = _best(ties, source)
            if best:
                found[article.path] = tuple([oldest_first[index] for index in best])
        for index, (article, ties, source) in enumerate(together, start=posted_before):
            if permalinks[article.path]:
                for term in (*ties, source) if source else ties:
                    term.count(index)
        posted_before += len(together)
    return found


def _best(ties: Sequence[Term], source: Term | None) -> list[int]:
    """Indices of the best candidates; a higher index is a newer article.

    Score and index share one number, the score in its upper half: that settles equal scores.
    """
    if not ties:
        return []
    weight = ties[0].weight
    ranks = {index: index + weight for index in ties[0].recent}
    known = ranks.get
    for term in ties[1:]:
        weight = term.weight
        for index in term.recent:
            ranks[index] = known(index, index) + weight
    if source and ranks:
        weight = source.weight
        for index in source.recent:
            if index in ranks:
                ranks[index] += weight
    # Of so few, sorting all is quicker than a heap.
    return [rank & INDEX for rank in sorted(ranks.values(), reverse=True)[:MOST]]
