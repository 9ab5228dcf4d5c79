"""Editions of the newsletter: a greeting, and a choice of what was published."""

from enum import StrEnum

from msgspec import Struct

from ht_newsgen.model.article import Article, Dated
from ht_newsgen.model.dates import Moment


class Order(StrEnum):
    """How the articles of a section follow each other (`order:`)."""

    NEWEST = "newest"
    OLDEST = "oldest"
    GIVEN = "given"
    """As `items` names them."""


class Edition(Dated, frozen=True, kw_only=True, tag="edition"):
    """One edition in one language; its `title` is the subject of the mail, its body the greeting.

    It carries what was posted from `since` to `until`, or the articles that `items` names.
    """

    preheader: str = ""
    """What a mail program shows beside the subject."""
    since: Moment | None = None
    until: Moment | None = None
    """A bare day is meant to its end; None is the edition's own date."""
    sections: tuple[str, ...] = ()
    """Ids, in the order in which they are to stand; empty for all of them."""
    items: tuple[str, ...] = ()
    """Ids of articles."""
    order: Order = Order.NEWEST


class EditionPart(Struct, frozen=True, kw_only=True):
    """What an edition carries of one section, in its order."""

    section: str
    articles: tuple[Article, ...]
