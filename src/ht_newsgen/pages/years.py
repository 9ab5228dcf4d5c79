"""Years in a list: its cards under the year of their posting, and the way to each year.

Dates are in the site's time zone (`reading.fields`), so years only fall from the newest article to
the oldest.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from ht_newsgen.model.article import Article
from ht_newsgen.pages.addresses import numbered_path
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.paginate import place_in
from ht_newsgen.pages.views.listing import CardGroup
from ht_newsgen.pages.views.parts import Link


def year_groups(desk: Desk, articles: Sequence[Article]) -> tuple[CardGroup, ...]:
    """Articles, newest first, in a group for each year."""
    return tuple(
        CardGroup(year=year, cards=desk.cards_of(tuple(together)))
        for year, together in groupby(articles, key=posted_in)
    )


def year_links(desk: Desk, path: str, articles: Sequence[Article]) -> tuple[Link, ...]:
    """Where each year begins in the list at `path`, with how much there is; none for one year."""
    size = desk.site.config.page_size
    found = []
    for year, first, count in _years(articles):
        number = place_in(len(articles), size, first)
        page = numbered_path(path, number) if number else path
        href = f"{desk.href(page)}#{year_anchor(year)}"
        found.append(Link(href=href, text=str(year), id=str(year), count=count))
    return tuple(found) if len(found) > 1 else ()


def year_anchor(year: int) -> str:
    """The id of a year's heading; that of the theme, which the templates write too."""
    return f"site--{year}"


def posted_in(article: Article) -> int:
    """The year."""
    return article.date.at.year


def _years(articles: Sequence[Article]) -> Iterator[tuple[int, int, int]]:
    """Each year, the place of its newest article, and how many it has; by halving, not counting."""
    first = 0
    while first < len(articles):
        year = posted_in(articles[first])
        end = bisect_right(articles, -year, lo=first, key=lambda article: -posted_in(article))
        yield year, first, end - first
        first = end
