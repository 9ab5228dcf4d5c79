"""What somebody changes while the site is being built.

A page made of a new template under the fingerprint of the old one would never be made again. So
what is read while pages are rendered is looked at once more before they are published.
"""

from collections.abc import Mapping

from ht_newsgen.errors import NewsgenError
from ht_newsgen.model.page import PageKind


def changed_meanwhile(what: str) -> NewsgenError:
    """The error that says so; nothing has been published yet."""
    return NewsgenError(f"{what} changed while the site was built; build again")


def refuse_changed_templates(before: Mapping[PageKind, str], now: Mapping[PageKind, str]) -> None:
    """Raise NewsgenError if any kind of page has other templates than before."""
    if before != now:
        raise changed_meanwhile("A template")
