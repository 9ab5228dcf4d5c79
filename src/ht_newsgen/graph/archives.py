"""Archives: articles by the month of their posting, in the site's time zone."""

from collections import defaultdict
from collections.abc import Iterable

from ht_newsgen.model.article import Article


def by_month(articles: Iterable[Article]) -> dict[tuple[int, int], tuple[Article, ...]]:
    """The articles of each month that has some, the newest month first."""
    found: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in articles:
        posted = article.date.at
        found[posted.year, posted.month].append(article)
    return {month: tuple(found[month]) for month in sorted(found, reverse=True)}
