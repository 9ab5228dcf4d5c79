"""JSON Feed 1.1 (jsonfeed.org/version/1.1): the same entries, for those who like JSON better."""

from datetime import datetime
from typing import Any

import msgspec

from ht_newsgen.pages.views.feed import FeedEntry, FeedView
from ht_newsgen.render.feed_content import Content, summary_of, title_of
from ht_newsgen.render.plain import plain

VERSION = "https://jsonfeed.org/version/1.1"
SIZE_LIMIT = 250_000
"""Bytes of a whole feed; docs/decisions/0008-feeds.md says what is left out of a larger one."""


def render_json_feed(feed: FeedView, content: Content) -> bytes:
    """The feed in UTF-8; `content` gives the text of an entry."""
    items = [_item(entry, content(entry, feed)) for entry in feed.entries]
    return _encoded({**_top(feed), "items": _fitted(items, SIZE_LIMIT - len(_encoded(_top(feed))))})


def _top(feed: FeedView) -> dict[str, Any]:
    """The feed without its items."""
    return _filled(
        {
            "version": VERSION,
            "title": plain(feed.title) or feed.home,
            "home_page_url": feed.home,
            "feed_url": feed.self_url,
            "description": plain(feed.description),
            "icon": feed.icon,
            "authors": _authors((feed.author,)),
            "language": feed.language,
            "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
        }
    )


def _item(entry: FeedEntry, content: str) -> dict[str, Any]:
    """One entry; it has HTML, or else plain text, as the format asks."""
    return _filled(
        {
            "id": plain(entry.id),
            "url": entry.permalink,
            "external_url": entry.source.url if entry.source else "",
            "title": title_of(entry),
            "content_html": content,
            "content_text": "" if content else title_of(entry),
            "summary": summary_of(entry),
            "image": entry.image.absolute if entry.image else "",
            "date_published": _rfc3339(entry.published),
            "date_modified": _rfc3339(entry.updated),
            "authors": _authors(entry.authors),
            "tags": [plain(category.label) for category in entry.categories],
            "language": entry.language,
        }
    )


def _fitted(items: list[dict[str, Any]], room: int) -> list[dict[str, Any]]:
    """The items, newest first, with as many whole texts as there is room for."""
    fitted = list(items)
    sizes = [_size(item) for item in items]
    for index in reversed(range(len(items))):
        if sum(sizes) > room:
            fitted[index] = _shortened(items[index])
            sizes[index] = _size(fitted[index])
    while sum(sizes) > room:
        fitted.pop()
        sizes.pop()
    return fitted


def _size(item: dict[str, Any]) -> int:
    """What the item takes in a feed; some bytes too many, so that the sum is never too few."""
    return len(_encoded({"items": [item]}))


def _shortened(item: dict[str, Any]) -> dict[str, Any]:
    """The item with its summary, or else its title, in place of its text."""
    text = item.get("summary") or item["title"]
    return {
        **{key: value for key, value in item.items() if not key.startswith("content_")},
        "content_text": text,
    }


def _authors(names: tuple[str, ...]) -> list[dict[str, str]]:
    """Author objects; one without a name says nothing."""
    return [{"name": name} for raw in names if (name := plain(raw))]


def _rfc3339(moment: datetime) -> str:
    """Date and time with the offset (RFC 3339)."""
    return moment.isoformat(timespec="seconds")


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    """Only the members that hold something; their order stays."""
    return {key: value for key, value in members.items() if value}


def _encoded(value: Any) -> bytes:
    """JSON that a person can read as well."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
