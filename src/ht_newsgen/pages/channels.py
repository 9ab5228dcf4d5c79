"""Channels: what has feeds of its own, and where these are.

The site, each section that wants feeds, and each topic in use: once in every language, and each in
three formats that differ in nothing but their syntax.
"""

from collections.abc import Iterator

from msgspec import Struct

from ht_newsgen.graph.sections import listed_sections
from ht_newsgen.model.article import Article
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


class Channel(Struct, frozen=True, kw_only=True):
    """One thing that can be followed, in one language."""

    path: str
    """Of the page it accompanies; the feeds lie in that folder."""
    title: str
    description: str
    articles: tuple[Article, ...]
    """Newest first."""


def channels(site: Site, listings: Listings) -> Iterator[Channel]:
    """All channels of one language: the site's, then sections, then topics."""
    locale, default = listings.locale, site.config.language
    yield site_channel(site, listings)
    for section in listed_sections(site.config):
        if section.feed:
            yield Channel(
                path=section_path(locale, section.id),
                title=section_title(site, locale, section),
                description=in_language(section.description, locale.tag, default),
                articles=listings.by_section[section.id],
            )
    for id_, articles in listings.by_topic.items():
        topic = site.registers.topics[id_]
        yield Channel(
            path=term_path(locale, "topics", id_),
            title=in_language(topic.title, locale.tag, default),
            description=in_language(topic.description, locale.tag, default),
            articles=articles,
        )


def site_channel(site: Site, listings: Listings) -> Channel:
    """Everything in one language."""
    tag, default = listings.locale.tag, site.config.language
    return Channel(
        path=listings.locale.prefix,
        title=in_language(site.config.title, tag, default),
        description=in_language(site.config.description, tag, default),
        articles=listings.articles,
    )


def feed_refs(site: Site, path: str, title: str) -> tuple[FeedRef, ...]:
    """The feeds of the page at `path`, in all formats."""
    return tuple(
        FeedRef(
            title=f"{title} ({form.name})",
            media_type=form.media_type,
            href=link_to(site, path + form.file),
            absolute=url_of(site, path + form.file),
        )
        for form in FORMATS
    )
