"""Feeds: what is in each, the page that lists them, and OPML."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from ht_newsgen.kit.renditions import fallback
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import FeedLink
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import feeds_path, opml_path, terms_path
from ht_newsgen.pages.channels import FORMATS, Channel, channels, feed_refs
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.identities import entry_id, feed_id
from ht_newsgen.pages.json_ld import points_elsewhere
from ht_newsgen.pages.pictures import rendition_view
from ht_newsgen.pages.refs import EXCERPT_ONLY, section_of
from ht_newsgen.pages.views.feed import FeedCategory, FeedEntry, FeedImage, FeedSource, FeedView
from ht_newsgen.pages.views.listing import FeedGroup, FeedsView
from ht_newsgen.pages.views.machine import OpmlView

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def feed_pages(desk: Desk) -> Iterator[Page]:
    """Every channel of one language, in three formats."""
    entries: dict[str, FeedEntry] = {}
    for channel in channels(desk.site, desk.listings):
        newest = list(islice(_published(desk, channel), desk.site.config.feeds.entries))
        for article in newest:
            if article.path not in entries:
                entries[article.path] = feed_entry(desk, article)
        shown = tuple(entries[article.path] for article in newest)
        for form in FORMATS:
            path = channel.path + form.file
            yield Page(path=path, kind=form.kind, view=feed_view(desk, channel, path, shown))


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
        updated=max((entry.updated for entry in entries), default=EPOCH),
        entries=entries,
    )


def feed_entry(desk: Desk, article: Article) -> FeedEntry:
    """One article in a feed; nothing in it comes from the clock."""
    site, cited = desk.site, article.source
    elsewhere = points_elsewhere(article, section_of(site, article.section).kind)
    source_url = cited.url if cited else ""
    posted = article.date.at
    return FeedEntry(
        id=entry_id(site, article),
        title=article.title,
        permalink=desk.url(site.routes.permalinks[article.path]),
        link_to_source=elsewhere and bool(source_url) and site.config.feeds.link is FeedLink.SOURCE,
        summary=article.standfirst or article.excerpt,
        body="" if article.rights in EXCERPT_ONLY else article.body,
        published=posted,
        updated=max(posted, article.updated.at) if article.updated else posted,
        authors=tuple(site.authors[id_].name for id_ in article.authors),
        categories=tuple(
            FeedCategory(
                term=topic.id,
                label=topic.text,
                scheme=desk.url(terms_path(desk.locale, "topics")),
            )
            for topic in desk.terms_of("topics", article.topics)
        ),
        source=FeedSource(
            name=cited.name, url=cited.url, feed=cited.feed, feed_title=cited.feed_title
        )
        if cited
        else None,
        read_more=source_url if elsewhere else "",
        language=article.language,
        image=_image(desk, article),
    )


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
        head=make_head(desk, path, desk.gettext("Feeds"), places=places),
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


def _published(desk: Desk, channel: Channel) -> Iterator[Article]:
    """What has a page to lead to; a title alone is no news to be told of."""
    permalinks = desk.site.routes.permalinks
    return (article for article in channel.articles if permalinks[article.path])


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
