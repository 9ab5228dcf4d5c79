"""Views that are made only when somebody needs them.

Most pages of a large site are what they were in the last build. To know that, it is enough to know
that nothing has changed of which the view is made; the view itself need not be made. So a page of
which there are many may carry a `Deferred` in place of its view: a key, and a function that makes
the view. Equal keys promise equal views (tests/properties/test_deferred.py).
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.kit.digest import digest
from ht_newsgen.model.article import Dated
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site


class Deferred(Struct, frozen=True):
    """A view that is not made yet."""

    key: str
    """A digest of everything of which `make` makes the view."""
    make: Callable[[], Struct]
    canonical: str = ""
    """What the view will say of its address, if it belongs into a sitemap by that."""
    day: int = 0
    """Of the newest article that it shows, counted (`date.toordinal`); 0 where that is unknown.
    Pages whose days are near show the same cards."""


def newest_day(newest_first: Sequence[Dated]) -> int:
    """The `day` of a page that shows these."""
    return newest_first[0].date.at.toordinal() if newest_first else 0


def resolved(page: Page) -> Page:
    """The page with its view made."""
    return replace(page, view=page.view.make()) if isinstance(page.view, Deferred) else page


def common_key(site: Site, *parts: Struct | object) -> str:
    """A digest of what every view may depend on beside its articles, and of some parts more."""
    declared = (site.config, site.registers, site.locales, site.sources, site.authors)
    return digest(msgspec.json.encode((declared, parts)))


def article_key(site: Site, article: Dated) -> str:
    """All that a view can take from one article: what was read, its address, how it is marked.

    Empty for an article that was not read from a file: there is nothing by which to know it.
    """
    if not article.digest:
        return ""
    flag = site.flags.get(article.path, "")
    return f"{article.digest} {site.routes.permalinks[article.path]} {flag}"


def joined_key(common: str, parts: Iterable[str]) -> str:
    """One key of several; empty when one of the parts is."""
    given = tuple(parts)
    return "" if "" in given else digest("\n".join((common, *given)).encode())
