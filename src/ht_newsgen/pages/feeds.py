"""Feeds: what is in each, the page that lists them, and OPML."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from ht_newsgen.kit.renditions import fallback
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article
from ht_newsgen.model.feed_settings import FeedContent, FeedLink
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Site
from ht_newsgen.pages.addresses import feeds_path, opml_path, terms_path
from ht_newsgen.pages.cards import content_notes
from ht_newsgen.pages.channels import FORMATS, Channel, channels, feed_refs, terms_of_channel
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.identities import entry_id, feed_id
from ht_newsgen.pages.json_ld import points_elsewhere
from ht_newsgen.pages.pictures import rendition_view
from ht_newsgen.pages.refs import EXCERPT_ONLY, section_of, url_of
from ht_newsgen.pages.views.feed import (
    FeedCategory,
    FeedCorrection,
    FeedEntry,
    FeedImage,
    FeedSource,
    FeedView,
)
from ht_newsgen.pages.views.listing import FeedGroup, FeedsView
from ht_newsgen.pages.views.machine import OpmlView

STYLESHEET = "feed.css"
"""Of the theme: under its own name, so that a feed stays the same when its looks change."""
BEFORE_ALL = datetime(2005, 12, 1, tzinfo=UTC)
"""When a feed without entries was changed last: the day of RFC 4287, before which there is no Atom.
Readers take 1970 for a mistake."""


def feed_pages(desk: Desk) -> Iterator[Page]:
    """Every channel of one language, in three formats."""
    entries: dict[tuple[str, FeedContent, FeedLink], FeedEntry] = {}
    for channel in channels(desk.site, desk.listings):
        terms = terms_of_channel(desk.site.config.feeds, channel)
        shown = []
        for article in islice(_published(desk.site, channel), terms.entries):
            key = (article.path, terms.content, terms.link)
            if key not in entries:
                entries[key] = feed_entry(desk, article, terms.content, terms.link)
            shown.append(entries[key])
        for form in FORMATS:
            path = channel.path + form.file
            view = feed_view(desk, channel, path, tuple(shown))
            yield Page(path=path, kind=form.kind, view=view)


def feed_view(desk: Desk, channel: Channel, path: str, entries: tuple[FeedEntry, ...]) -> FeedView:
    """One feed in the format that lies at `path`."""
    site_title = desk.frame.site_title
    whole = channel.path == desk.locale.prefix
    return FeedView(
        id=feed_id(desk.site, channel.path),
        title=site_title if whole else f"{site_title}: {channel.title}",
        description=channel.description,
        home=desk.url(channel.path),
        self_url=desk.url(path),
        language=desk.locale.tag,
        base=desk.site.config.base_url,
        author=desk.frame.organisation,
        icon=_icon(desk),
        hub=desk.site.config.feeds.hub,
        stylesheet=desk.href(STYLESHEET),
        updated=max((entry.updated for entry in entries), default=BEFORE_ALL),
        entries=entries,
    )


def feed_entry(
    desk: Desk,
    article: Article,
    content: FeedContent = FeedContent.FULL,
    link: FeedLink = FeedLink.PERMALINK,
) -> FeedEntry:
    """One article in a feed; nothing in it comes from the clock."""
    site, cited = desk.site, article.source
    elsewhere = points_elsewhere(article, section_of(site, article.section).kind)
    source_url = cited.url if cited else ""
    headline = content is FeedContent.HEADLINE
    withheld = content is not FeedContent.FULL or article.rights in EXCERPT_ONLY
    return FeedEntry(
        id=entry_id(site, article),
        title=article.title,
        permalink=desk.url(site.routes.permalinks[article.path]),
        link_to_source=elsewhere and bool(source_url) and link is FeedLink.SOURCE,
        content_notes=content_notes(site, desk.locale, article),
        corrections=tuple(
            FeedCorrection(date=one.date, text=one.text) for one in article.corrections
        ),
        summary="" if headline else article.standfirst or article.excerpt,
        body="" if withheld else article.body,
        headline_only=headline,
        published=article.date.at,
        updated=last_change(article),
        authors=tuple(site.authors[id_].name for id_ in article.authors),
        categories=tuple(_categories(desk, article)),
        source=FeedSource(
            name=cited.name, url=cited.url, feed=cited.feed, feed_title=cited.feed_title
        )
        if cited
        else None,
        read_more=source_url if elsewhere else "",
        language=article.language,
        image=_image(desk, article),
    )


def _categories(desk: Desk, article: Article) -> Iterator[FeedCategory]:
    """The topics and the countries of an article; each scheme is the address of their index."""
    for kind, ids in (("topics", article.topics), ("countries", article.countries)):
        scheme = desk.url(terms_path(desk.locale, kind))
        for term in desk.terms_of(kind, ids):
            yield FeedCategory(term=term.id, label=term.text, scheme=scheme)


def feeds_with_news(site: Site, since: datetime | None = None) -> Iterator[str]:
    """The addresses of all feeds; with `since`, of those in which something is as new as that."""
    for listings in site.listings:
        for channel in channels(site, listings):
            terms = terms_of_channel(site.config.feeds, channel)
            shown = islice(_published(site, channel), terms.entries)
            if since is None or any(last_change(article) >= since for article in shown):
                yield from (url_of(site, channel.path + form.file) for form in FORMATS)


def last_change(article: Article) -> datetime:
    """When it was posted, or corrected or updated after that."""
    posted = article.date.at
    return max(posted, article.updated.at) if article.updated else posted


def feed_groups(desk: Desk) -> tuple[FeedGroup, ...]:
    """All feeds of one language, by what they follow."""
    return tuple(
        FeedGroup(title=channel.title, feeds=feed_refs(desk.site, channel.path, channel.title))
        for channel in channels(desk.site, desk.listings)
    )


def feeds_page(desk: Desk) -> Iterator[Page]:
    """The page that says what a feed is and lists all of them, and the same list as OPML."""
    path, groups = feeds_path(desk.locale), feed_groups(desk)
    places = [(locale.tag, feeds_path(locale)) for locale in desk.site.locales]
    view = FeedsView(
        frame=desk.frame,
        head=make_head(
            desk,
            path,
            desk.gettext("Feeds"),
            description=desk.gettext(
                "A feed is a list of our newest items that a program of your choice, a feed reader,"
                " fetches for you."
            ),
            places=places,
        ),
        groups=groups,
        opml=desk.href(opml_path(desk.locale)),
        translations=other_languages(desk, path, places),
    )
    yield Page(path=output_path(path), kind=PageKind.FEEDS, view=view)
    yield Page(
        path=opml_path(desk.locale),
        kind=PageKind.OPML,
        view=OpmlView(title=desk.frame.site_title, groups=groups),
    )


def _published(site: Site, channel: Channel) -> Iterator[Article]:
    """What has a page to lead to, of sections that want feeds; a title alone is no news."""
    permalinks = site.routes.permalinks
    silent = {section.id for section in site.config.sections if not section.feed}
    return (
        article
        for article in channel.articles
        if permalinks[article.path] and article.section not in silent
    )


def _icon(desk: Desk) -> str:
    icon = desk.frame.icon
    return desk.site.config.base_url + icon.removeprefix(desk.href("")) if icon else ""


def _image(desk: Desk, article: Article) -> FeedImage | None:
    if article.figure is None or article.rights in EXCERPT_ONLY:
        return None
    picture = article.figure.picture
    shown = fallback(picture)
    return FeedImage(
        rendition=rendition_view(picture, shown),
        absolute=desk.url(shown.path),
        media_type=shown.format.media_type,
    )
