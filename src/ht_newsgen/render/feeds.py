"""RSS 2.0 and Atom (RFC 4287), by feedgen, with its defects mended.

What is what, in which format, is the table of `docs/decisions/0008-feeds.md`. Dates come from the
view and never from the clock, so the same view always gives the same bytes.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from ht_newsgen.pages.views.feed import FeedEntry, FeedView
from ht_newsgen.pages.views.machine import RenditionView
from ht_newsgen.render.feed_content import Content, link_of, source_title, summary_of, title_of
from ht_newsgen.render.feed_extensions import EntryMending, FeedMending
from ht_newsgen.render.plain import plain

RSS_TYPE = "application/rss+xml"
ATOM_TYPE = "application/atom+xml"
PictureBytes = Callable[[RenditionView], bytes]
"""The bytes of a planned file of a picture; feeds tell how many there are."""

GENERATOR = "ht-newsgen"
"""Without a version: a new one of ours is no news to the readers of a feed."""


def render_rss(feed: FeedView, content: Content, picture: PictureBytes) -> bytes:
    """The feed as RSS 2.0, with the modules `content`, `dc` and `atom` (its link to itself).

    `content` gives the text of an entry, `picture` the bytes of a picture's file.
    """
    rss = _channel(feed, RSS_TYPE)
    # RSS asks for a description even of a feed that nobody has described.
    rss.description(plain(feed.description) or _title(feed))
    rss.load_extension("dc", atom=False)
    if feed.icon and not feed.icon.endswith((".svg", ".ico")):
        rss.image(url=feed.icon, title=_title(feed), link=feed.home)
    for entry in feed.entries:
        item = rss.add_entry(order="append")
        item.title(title_of(entry))
        item.guid(plain(entry.id), permalink=False)
        item.link(href=link_of(entry), rel="alternate")
        item.pubDate(entry.published)
        # Readers take a description for HTML, so plain text is escaped once for them as well.
        text = content(entry, feed)
        if summary := summary_of(entry):
            item.description(escape(summary, quote=False))
        elif text:
            # A text goes into `content:encoded` only beside a description.
            item.description(escape(title_of(entry), quote=False))
        if text:
            item.content(text)
        _add_categories(item, entry)
        item.dc.dc_creator([name for author in entry.authors if (name := plain(author))])
        if entry.language != feed.language:
            item.dc.dc_language(plain(entry.language))
        _add_source(item, entry)
        if entry.image:
            length = len(picture(entry.image.rendition))
            item.enclosure(entry.image.absolute, length, entry.image.media_type)
    return with_stylesheet(bytes(rss.rss_str(pretty=True)), feed.stylesheet)


def render_atom(feed: FeedView, content: Content, picture: PictureBytes) -> bytes:
    """The feed as Atom (RFC 4287); arguments as for `render_rss`."""
    atom = _channel(feed, ATOM_TYPE)
    atom.author(name=plain(feed.author) or _title(feed))
    if feed.description:
        atom.subtitle(plain(feed.description))
    if feed.icon:
        atom.icon(feed.icon)
    for entry in feed.entries:
        item = atom.add_entry(order="append")
        item.title(title_of(entry))
        item.id(plain(entry.id))
        item.published(entry.published)
        item.updated(entry.updated)
        if summary := summary_of(entry):
            item.summary(summary)
        if text := content(entry, feed):
            item.content(text, type="html")
        _add_categories(item, entry)
        item.author([{"name": name} for author in entry.authors if (name := plain(author))])
        links = _links(entry, picture)
        item.register_extension("mending", EntryMending)
        item.mending.links = links
        item.mending.language = plain(entry.language) if entry.language != feed.language else ""
        for link in links:
            # feedgen keeps what it is given, and adds to it.
            item.link(dict(link))
    return with_stylesheet(bytes(atom.atom_str(pretty=True)), feed.stylesheet)


def with_stylesheet(data: bytes, href: str) -> bytes:
    """The feed with what a browser shows it by (W3C, "Associating Style Sheets with XML", 1.0)."""
    declaration, line_break, rest = data.partition(b"\n")
    instruction = f'<?xml-stylesheet type="text/css" href="{escape(href)}"?>\n'.encode()
    return declaration + line_break + (instruction if href else b"") + rest


def _channel(feed: FeedView, media_type: str) -> Any:
    """What both formats say of the feed itself."""
    # Imported here, with lxml: commands that render nothing start without it.
    from feedgen.feed import FeedGenerator

    channel = FeedGenerator()
    channel.id(plain(feed.id))
    channel.title(_title(feed))
    channel.link(href=feed.self_url, rel="self", type=media_type)
    if feed.hub:
        channel.link(href=feed.hub, rel="hub")
        channel.register_extension("mending", FeedMending)
        channel.mending.hub = feed.hub
    # The last link is the channel's own in RSS.
    channel.link(href=feed.home, rel="alternate", type="text/html")
    channel.language(feed.language)
    channel.updated(feed.updated)
    channel.generator(GENERATOR)
    return channel


def _title(feed: FeedView) -> str:
    """The name of the feed; its address where nothing is left of it."""
    return plain(feed.title) or feed.home


def _links(entry: FeedEntry, picture: PictureBytes) -> tuple[dict[str, str], ...]:
    """The links of an Atom entry: itself, our page or its source, and its picture."""
    source = entry.source
    link = link_of(entry)
    links = [{"rel": "alternate", "href": link, "type": "text/html"}]
    if link != entry.permalink:
        links.append({"rel": "related", "href": entry.permalink, "type": "text/html"})
    elif source and source.url:
        links.append({"rel": "via", "href": source.url})
        if name := plain(source.name):
            links[-1]["title"] = name
    if image := entry.image:
        length = str(len(picture(image.rendition)))
        links.append(
            {"rel": "enclosure", "href": image.absolute, "type": image.media_type, "length": length}
        )
    return tuple(links)


def _add_categories(item: Any, entry: FeedEntry) -> None:
    """The topics: `term`, `label` and `scheme` in Atom, label and `domain` in RSS."""
    for category in entry.categories:
        item.category(
            term=plain(category.term), label=plain(category.label), scheme=category.scheme
        )


def _add_source(item: Any, entry: FeedEntry) -> None:
    """RSS `<source>`, whose address must be a feed's; else `dc:source`, which may be anything's."""
    if not entry.source:
        return
    if entry.source.feed:
        item.source(entry.source.feed, source_title(entry) or entry.source.feed)
    elif source := entry.source.url or plain(entry.source.name):
        item.dc.dc_source(source)
