"""A feed, before it is RSS, Atom or JSON: one model, three formats."""

from datetime import datetime

from msgspec import Struct

from ht_newsgen.model.dates import Moment
from ht_newsgen.pages.views.machine import RenditionView


class FeedSource(Struct, frozen=True, kw_only=True):
    """Where an entry was reported first."""

    name: str
    url: str = ""
    """Of the report."""
    feed: str = ""
    feed_title: str = ""


class FeedCategory(Struct, frozen=True, kw_only=True):
    """A topic or a country of an entry."""

    term: str
    label: str
    scheme: str
    """Absolute address of the index of topics, or of countries."""


class FeedImage(Struct, frozen=True, kw_only=True):
    """The picture of an entry; feeds also tell its size, which the renderer finds out."""

    rendition: RenditionView
    absolute: str
    media_type: str


class FeedCorrection(Struct, frozen=True, kw_only=True):
    """What was wrong in an entry and is now right."""

    date: Moment
    text: str


class FeedEntry(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One article."""

    id: str
    """A `tag:` URI (RFC 4151) that never changes."""
    title: str
    permalink: str
    """Absolute."""
    link_to_source: bool = False
    """True when the entry itself leads to the source (`feeds.link: source`)."""
    content_notes: tuple[str, ...] = ()
    """One factual line each, above a text that may distress."""
    corrections: tuple[FeedCorrection, ...] = ()
    summary: str = ""
    """Plain text: standfirst or excerpt; empty in a feed of headlines."""
    body: str = ""
    """Digest; empty when only the summary may be shown, or is wanted."""
    headline_only: bool = False
    """True in a feed of headlines: no text at all."""
    published: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    categories: tuple[FeedCategory, ...] = ()
    source: FeedSource | None = None
    read_more: str = ""
    """Address of the source, when the entry ends with "Read more"."""
    language: str
    image: FeedImage | None = None


class FeedView(Struct, frozen=True, kw_only=True):
    """A feed; `self_url` differs between its formats, the rest does not."""

    id: str
    """A `tag:` URI."""
    title: str
    description: str
    home: str
    """Absolute address of the page it accompanies."""
    self_url: str
    """Absolute."""
    language: str
    base: str
    """The site's `base_url`, for the links inside bodies."""
    author: str
    """The organisation."""
    icon: str = ""
    hub: str = ""
    """Address of a WebSub hub."""
    stylesheet: str = ""
    """Href of what a browser shows the feed by, if somebody opens it there."""
    updated: datetime
    """The newest of the entries'; December 2005 when there is none."""
    entries: tuple[FeedEntry, ...]
    """Newest first."""
