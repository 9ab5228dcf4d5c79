"""`feeds:` of `newsgen.yaml`: which feeds there are, and what is in each."""

from enum import StrEnum

from msgspec import Struct


class FeedLink(StrEnum):
    """Where the entry of an aggregated item leads."""

    PERMALINK = "permalink"
    SOURCE = "source"


class FeedContent(StrEnum):
    """How much of an item its entry holds; never more than its rights allow."""

    FULL = "full"
    SUMMARY = "summary"
    HEADLINE = "headline"


class FeedKind(StrEnum):
    """What can be followed; the values are keys of `feeds:`."""

    SITE = "site"
    LANGUAGES = "languages"
    """Everything in one of the site's other languages."""
    SECTIONS = "sections"
    TOPICS = "topics"
    COUNTRIES = "countries"
    SOURCES = "sources"


class FeedChoice(Struct, frozen=True, kw_only=True):
    """What is said of the feeds of one kind, or of one feed; what is left open is as for all."""

    wanted: bool | None = None
    entries: int | None = None
    content: FeedContent | None = None
    link: FeedLink | None = None


class OneFeed(Struct, frozen=True, kw_only=True):
    """What is said of the feed of one page (`feeds.each`)."""

    path: str
    """Of the page, relative to the root of the site: `topics/forced-labour/`; empty for all."""
    choice: FeedChoice
    line: int = 0
    column: int = 0


UNASKED = (FeedKind.COUNTRIES, FeedKind.SOURCES)
"""The kinds that have feeds only where the site says so: they are many, and few follow them."""


class FeedSettings(Struct, frozen=True, kw_only=True):
    """`feeds:`."""

    entries: int = 40
    content: FeedContent = FeedContent.FULL
    link: FeedLink = FeedLink.PERMALINK
    authority: str = ""
    """The first half of every `tag:` URI (RFC 4151), such as `example.org,2018`; else the host.

    Set it before the site moves to another host, so that no entry changes its identity.
    """
    hub: str = ""
    """A WebSub hub that tells subscribers of news (https://www.w3.org/TR/websub/)."""
    kinds: dict[FeedKind, FeedChoice] = {}
    each: tuple[OneFeed, ...] = ()
