"""Channels: what has feeds of its own, and where these are.

The site, its sections, topics, countries and sources, as far as `feeds:` asks for them: once in
every language, and each in three formats that differ in nothing but their syntax.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ht_newsgen.graph.sections import listed_sections
from ht_newsgen.i18n.formats import country_name
from ht_newsgen.model.article import Article
from ht_newsgen.model.feed_settings import (
    UNASKED,
    FeedChoice,
    FeedContent,
    FeedKind,
    FeedLink,
    FeedSettings,
)
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.pages.addresses import section_path, term_path
from ht_newsgen.pages.refs import in_language, link_to, section_title, url_of
from ht_newsgen.pages.views.parts import FeedRef


class Format(Struct, frozen=True):
    """One syntax of feeds."""

    kind: PageKind
    file: str
    media_type: str
    name: str


FORMATS = (
    Format(PageKind.RSS, "rss.xml", "application/rss+xml", "RSS"),
    Format(PageKind.ATOM, "atom.xml", "application/atom+xml", "Atom"),
    Format(PageKind.JSON_FEED, "feed.json", "application/feed+json", "JSON Feed"),
)


class Terms(Struct, frozen=True):
    """What is in a channel, settled for that one channel."""

    entries: int
    content: FeedContent
    link: FeedLink


class Channel(Struct, frozen=True, kw_only=True):
    """One thing that can be followed, in one language."""

    kind: FeedKind
    path: str
    """Of the page it accompanies; the feeds lie in that folder."""
    title: str
    description: str = ""
    articles: tuple[Article, ...]
    """Newest first."""


def channels(site: Site, listings: Listings) -> Iterator[Channel]:
    """All channels of one language that the site wants, in the order of their kinds."""
    for channel in possible_channels(site, listings):
        if has_feeds(site, channel.kind, channel.path):
            yield channel


def has_feeds(site: Site, kind: FeedKind, path: str) -> bool:
    """Whether the page at `path` has feeds; what is said of the one feed decides first."""
    wanted = [choice.wanted for choice in _said(site.config.feeds, kind, path)]
    return next((one for one in wanted if one is not None), kind not in UNASKED)


def terms_of_channel(feeds: FeedSettings, channel: Channel) -> Terms:
    """How many entries a channel has and what is in them: as said of it, its kind, or all."""
    said = list(_said(feeds, channel.kind, channel.path))
    return Terms(
        next((one.entries for one in said if one.entries is not None), feeds.entries),
        next((one.content for one in said if one.content is not None), feeds.content),
        next((one.link for one in said if one.link is not None), feeds.link),
    )


def _said(feeds: FeedSettings, kind: FeedKind, path: str) -> Iterable[FeedChoice]:
    """What is said of one feed, then of its kind."""
    return (
        *(one.choice for one in feeds.each if one.path == path),
        *((feeds.kinds[kind],) if kind in feeds.kinds else ()),
    )


def possible_channels(site: Site, listings: Listings) -> Iterator[Channel]:
    """Everything in one language that could be followed."""
    locale, default = listings.locale, site.config.language
    yield site_channel(site, listings)
    for section in listed_sections(site.config):
        if section.feed:
            yield Channel(
                kind=FeedKind.SECTIONS,
                path=section_path(locale, section.id),
                title=section_title(site, locale, section),
                description=in_language(section.description, locale.tag, default),
                articles=listings.by_section[section.id],
            )
    for id_, articles in listings.by_topic.items():
        topic = site.registers.topics[id_]
        yield Channel(
            kind=FeedKind.TOPICS,
            path=term_path(locale, "topics", id_),
            title=in_language(topic.title, locale.tag, default),
            description=in_language(topic.description, locale.tag, default),
            articles=articles,
        )
    for code, articles in listings.by_country.items():
        yield Channel(
            kind=FeedKind.COUNTRIES,
            path=term_path(locale, "countries", code),
            title=country_name(code, locale.tag),
            articles=articles,
        )
    for id_, articles in listings.by_source.items():
        yield Channel(
            kind=FeedKind.SOURCES,
            path=term_path(locale, "sources", id_),
            title=site.sources[id_].name,
            articles=articles,
        )


def site_channel(site: Site, listings: Listings) -> Channel:
    """Everything in one language."""
    tag, default = listings.locale.tag, site.config.language
    return Channel(
        kind=FeedKind.LANGUAGES if listings.locale.prefix else FeedKind.SITE,
        path=listings.locale.prefix,
        title=in_language(site.config.title, tag, default),
        description=in_language(site.config.description, tag, default),
        articles=listings.articles,
    )


def site_feeds(site: Site, locale: Locale, title: str) -> tuple[FeedRef, ...]:
    """The feeds of everything in one language; none if the site does not want them."""
    kind = FeedKind.LANGUAGES if locale.prefix else FeedKind.SITE
    path = locale.prefix
    return feed_refs(site, path, title) if has_feeds(site, kind, path) else ()


def feed_refs(site: Site, path: str, title: str) -> tuple[FeedRef, ...]:
    """The feeds of the page at `path`, in all formats."""
    return tuple(
        FeedRef(
            title=f"{title} ({form.name})",
            name=form.name,
            media_type=form.media_type,
            href=link_to(site, path + form.file),
            absolute=url_of(site, path + form.file),
        )
        for form in FORMATS
    )
