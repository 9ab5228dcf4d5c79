"""Pages that list: the front, sections and terms, indexes of terms, archives, feeds."""

from msgspec import Struct

from ht_newsgen.model.config import SectionKind
from ht_newsgen.pages.views.parts import Card, FeedRef, Frame, Head, LanguageLink, Link, Pager


class Column(Struct, frozen=True, kw_only=True):
    """One section on the front page."""

    section: Link
    kind: SectionKind
    """`page` for any section that shows its front text."""
    description: str = ""
    cards: tuple[Card, ...] = ()
    total: int = 0
    """How many items the whole section has."""
    body: str = ""
    """Digest of the section's front text, for a section of standing pages (the newsletter)."""


class Lead(Struct, frozen=True, kw_only=True):
    """The story that the front page begins with."""

    section: Link
    card: Card


class FrontView(Struct, frozen=True, kw_only=True):
    """The front page of one language."""

    frame: Frame
    head: Head
    title: str
    description: str
    lead: Lead | None = None
    """The first of the first section of stories; None where there is no story yet."""
    columns: tuple[Column, ...]
    """Without the lead."""
    feeds: tuple[Link, ...] = ()
    translations: tuple[LanguageLink, ...] = ()


class CardGroup(Struct, frozen=True, kw_only=True):
    """Cards that stand under one heading."""

    year: int = 0
    """0 for cards without a heading: pinned ones, and those of a list that is within a year."""
    cards: tuple[Card, ...]


class ListingView(Struct, frozen=True, kw_only=True):
    """A section, topic, country, source, author or month: cards, newest first."""

    frame: Frame
    head: Head
    nav: str
    """Id of the navigation link to mark."""
    what: str
    """`section`, `topic`, `country`, `source`, `author` or `month`."""
    term: str = ""
    """The id, code or `YYYY-MM`; the template names countries and months in its language."""
    title: str
    """As declared; empty for a country or a month."""
    url: str = ""
    """A source's or an author's own site."""
    description: str = ""
    body: str = ""
    """Digest of a section's front text; only on the newest page."""
    up: Link | None = None
    """The index this belongs to."""
    total: int = 0
    """How many articles there are; only on the newest page, so that a full page never changes."""
    groups: tuple[CardGroup, ...]
    """In the order of the list; each year stands once."""
    pager: Pager
    years: tuple[Link, ...] = ()
    """Where each year begins, wherever in the list that is; on the newest page, for two or more."""
    together: tuple[Link, ...] = ()
    """Topics that these articles often have; on the newest page of a topic, country or source."""
    before: Link | None = None
    """For a month: the one before it that has something, on its newest page."""
    after: Link | None = None
    """The one after it."""
    feeds: tuple[FeedRef, ...] = ()
    """Its own; only on the newest page."""
    translations: tuple[LanguageLink, ...] = ()


class TermsView(Struct, frozen=True, kw_only=True):
    """All topics, countries, sources or authors, with counts."""

    frame: Frame
    head: Head
    nav: str
    what: str
    """`topics`, `countries`, `sources` or `authors`."""
    description: str
    terms: tuple[Link, ...]
    """In the order of their texts."""
    translations: tuple[LanguageLink, ...] = ()


class ArchiveMonth(Struct, frozen=True, kw_only=True):
    """A month with something in it."""

    year: int
    month: int
    href: str
    count: int


class ArchiveYear(Struct, frozen=True, kw_only=True):
    """A year with its months, newest first."""

    year: int
    href: str
    count: int
    months: tuple[ArchiveMonth, ...]


class ArchiveView(Struct, frozen=True, kw_only=True):
    """All years, or one."""

    frame: Frame
    head: Head
    nav: str
    year: int = 0
    """0 for the page of all years."""
    up: Link | None = None
    """For a year: the page of all years."""
    total: int = 0
    """How many articles there are in these years."""
    years: tuple[ArchiveYear, ...]
    older: Link | None = None
    newer: Link | None = None
    translations: tuple[LanguageLink, ...] = ()


class FeedGroup(Struct, frozen=True, kw_only=True):
    """The feeds of one thing, in three formats."""

    title: str
    feeds: tuple[FeedRef, ...]


class FeedsView(Struct, frozen=True, kw_only=True):
    """What a feed is, and all of ours."""

    frame: Frame
    head: Head
    groups: tuple[FeedGroup, ...]
    opml: str
    """Href."""
    translations: tuple[LanguageLink, ...] = ()


class NotFoundView(Struct, frozen=True, kw_only=True):
    """The page for an address that is not there."""

    frame: Frame
    head: Head


class RedirectView(Struct, frozen=True, kw_only=True):
    """An old address that leads on."""

    href: str
    absolute: str
    language: str
