"""The rules of `check` over single feeds, as lists of faults; a good feed has none."""

from collections.abc import Callable

from ht_newsgen.checks.run import check_output
from ht_newsgen.model.page import Page, PageKind
from tests.factories import article
from tests.support.feed_samples import BASE

OF_PLANNING = frozenset(("feeds/order", "feeds/updated"))
"""What a renderer is given and does not decide."""


def faults_of(kind: PageKind) -> Callable[[bytes], list[str]]:
    """A function from the bytes of a feed at `BASE`feed.xml to what is wrong with it."""
    page = Page(path="feed.xml", kind=kind, view=article())

    def faults(data: bytes) -> list[str]:
        return [
            f"{found.rule}: {found.message}"
            for found in check_output(page, data, BASE)
            if found.rule not in OF_PLANNING
        ]

    return faults


rss_faults = faults_of(PageKind.RSS)
atom_faults = faults_of(PageKind.ATOM)
json_feed_faults = faults_of(PageKind.JSON_FEED)
