"""What an entry of a feed says, before it is RSS, Atom or JSON.

Everything is cleaned to the characters that XML 1.0 can hold, and every address is absolute: a
feed reader has no page that a relative one could be relative to.
"""

from collections.abc import Callable
from functools import lru_cache
from html import escape

from ht_newsgen.i18n.formats import format_day
from ht_newsgen.i18n.messages import translations
from ht_newsgen.kit.html import rebase_links, without_ids
from ht_newsgen.pages.views.feed import FeedEntry, FeedView
from ht_newsgen.render.pictures import plain_pictures
from ht_newsgen.render.plain import legible, plain

Content = Callable[[FeedEntry, FeedView], str]
"""The text of an entry in a feed."""
REMEMBERED = 2048
"""Entries whose texts are kept; the newest are in most feeds."""


def title_of(entry: FeedEntry) -> str:
    """The headline; the address where cleaning leaves nothing of it, since Atom asks for one."""
    return plain(entry.title) or entry.permalink


def summary_of(entry: FeedEntry) -> str:
    """Standfirst or excerpt, in plain text; may be empty."""
    return plain(entry.summary)


def link_of(entry: FeedEntry) -> str:
    """Where the entry leads: to our page, or straight to the source if the site wants that."""
    if entry.link_to_source and entry.source and entry.source.url:
        return entry.source.url
    return entry.permalink


def source_title(entry: FeedEntry) -> str:
    """The name of the source's feed, or of the source; "" for an own item."""
    return plain(entry.source.feed_title or entry.source.name) if entry.source else ""


def make_content(body: Callable[[str], str]) -> Content:
    """A function from an entry to its text as HTML, ending with its source; may be empty.

    `body` gives the HTML of a text by its digest, with links relative to the root of the site.
    Without a body the summary stands in its place. An entry is in the feeds of the site, of its
    section and its topics, each in three formats, so what it says is remembered.
    """

    @lru_cache(maxsize=REMEMBERED)
    def content(entry: FeedEntry, base: str, language: str) -> str:
        if entry.headline_only:
            return ""
        summary = summary_of(entry)
        text = f"<p>{escape(summary)}</p>" if summary else ""
        if entry.body:
            html = without_ids(plain_pictures(body(entry.body)))
            text = rebase_links(html, base, page=entry.permalink)
        parts = (*_lines_above(entry, language), text.strip(), *_source_lines(entry, language))
        return legible("\n".join(filter(None, parts)))

    return lambda entry, feed: content(entry, feed.base, feed.language)


def _lines_above(entry: FeedEntry, language: str) -> list[str]:
    """What stands above a text: what may distress in it, and what was wrong in it."""
    gettext = translations(language).gettext
    lines = [f"<p><strong>{escape(text)}</strong></p>" for text in map(plain, entry.content_notes)]
    for one in entry.corrections:
        heading = f"{gettext('Correction')}, {format_day(one.date, language)}:"
        lines.append(f"<p><strong>{escape(heading)}</strong> {escape(plain(one.text))}</p>")
    return lines


def _source_lines(entry: FeedEntry, language: str) -> list[str]:
    """The lines "Read more: TITLE" and "Source: NAME"; the first that can be a link is one."""
    gettext = translations(language).gettext
    lines = []
    if entry.read_more:
        text = gettext("Read more: %(title)s") % {"title": title_of(entry)}
        lines.append(f"<p>{_linked(text, entry.read_more)}</p>")
    name = plain(entry.source.name) if entry.source else ""
    if entry.source and name:
        text = gettext("Source: %(name)s") % {"name": name}
        lines.append(f"<p>{_linked(text, '' if entry.read_more else entry.source.url)}</p>")
    return lines


def _linked(text: str, url: str) -> str:
    """The text as HTML, inside a link if there is somewhere to go."""
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)
