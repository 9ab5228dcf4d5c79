"""What makes a feed a good one, checked on the bytes that a reader fetches.

Each function gives the faults it finds, in words; a good feed has none. They read the formats'
own specifications rather than our code: RSS 2.0 with the RSS Advisory Board's profile, RFC 4287,
and JSON Feed 1.1.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
ABSOLUTE = re.compile(r"https?://[^\s<>\"]+$")
RELATIVE_LINK = re.compile(r"""\s(?:href|src|poster|cite)=["'](?!https?://|mailto:|tel:)""")


def rss_faults(data: bytes) -> list[str]:
    """RSS 2.0, at cyber.harvard.edu/rss and www.rssboard.org/rss-profile."""
    return list(_rss(ET.fromstring(data)))


def _rss(rss: ET.Element) -> Iterator[str]:
    (channel,) = rss
    if (rss.tag, rss.get("version"), channel.tag) != ("rss", "2.0", "channel"):
        yield "not RSS 2.0"
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        yield from _once(channel, name)
    yield from _absolute(channel.iterfind("link"))
    links = [link.attrib for link in channel.iterfind(f"{ATOM}link")]
    if [link.get("rel") for link in links if link.get("rel") != "hub"] != ["self"]:
        yield f"no single atom:link to itself: {links}"
    if (image := channel.find("image")) is not None:
        for name in ("url", "title", "link"):
            yield from _once(image, name)
    items = channel.findall("item")
    yield from _unique("guid", (item.findtext("guid") for item in items))
    for item in items:
        yield from _rss_item(item)


def _rss_item(item: ET.Element) -> Iterator[str]:
    names = [child.tag for child in item]
    for name in ("title", "link", "guid", "pubDate"):
        yield from _once(item, name)
    for name in ("description", "enclosure", "source", f"{CONTENT}encoded"):
        if names.count(name) > 1:
            yield f"more than one {name}"
    yield from _absolute(item.iterfind("link"))
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        yield "a guid that claims to be an address"
    if f"{CONTENT}encoded" in names:
        if "description" not in names[: names.index(f"{CONTENT}encoded")]:
            yield "content:encoded before description"
        yield from _html(item.findtext(f"{CONTENT}encoded"))
    if (
        re.search("<[a-zA-Z/!]", item.findtext("description") or "")
        and f"{CONTENT}encoded" in names
    ):
        yield "HTML in a description that should be plain"
    if parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo is None:
        yield "pubDate without an offset"
    yield from _rss_attachments(item)


def _rss_attachments(item: ET.Element) -> Iterator[str]:
    for enclosure in item.iterfind("enclosure"):
        if sorted(enclosure.attrib) != ["length", "type", "url"] or enclosure.get("length") == "0":
            yield f"enclosure is not complete: {enclosure.attrib}"
    for source in item.iterfind("source"):
        if not source.text or not ABSOLUTE.match(source.get("url", "")):
            yield "source without a title or a feed"


def atom_faults(data: bytes) -> list[str]:
    """Atom, RFC 4287; the sections are named below."""
    return list(_atom(ET.fromstring(data)))


def _atom(feed: ET.Element) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"the root is {feed.tag}"
    if not feed.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield "no xml:lang"
    yield from _atom_common(feed)
    for name in ("generator", "icon", "logo", "rights", "subtitle"):  # 4.1.1
        if len(feed.findall(ATOM + name)) > 1:
            yield f"more than one {name}"
    if "self" not in [link.get("rel") for link in feed.iterfind(f"{ATOM}link")]:  # 4.1.1
        yield "no link to itself"
    entries = feed.findall(f"{ATOM}entry")
    yield from _unique("id", (entry.findtext(f"{ATOM}id") for entry in entries))
    has_author = feed.find(f"{ATOM}author") is not None
    for entry in entries:
        if not has_author and entry.find(f"{ATOM}author") is None:  # 4.1.2
            yield "an entry without an author, in a feed without one"
        yield from _atom_common(entry)
        yield from _atom_entry(entry)


def _atom_entry(entry: ET.Element) -> Iterator[str]:
    for name in ("content", "published", "rights", "source", "summary"):  # 4.1.2
        if len(entry.findall(ATOM + name)) > 1:
            yield f"more than one {name}"
    content = entry.find(f"{ATOM}content")
    rels = [link.get("rel", "alternate") for link in entry.iterfind(f"{ATOM}link")]
    if content is None and "alternate" not in rels:  # 4.1.2
        yield "an entry with neither content nor an alternate link"
    if content is not None:
        if content.get("type") != "html" or len(content):  # 4.1.3
            yield "content is not escaped HTML"
        yield from _html(content.text)


def _atom_common(element: ET.Element) -> Iterator[str]:
    """What RFC 4287 asks of feeds and of entries alike."""
    for name in ("id", "title", "updated"):
        yield from _once(element, ATOM + name)
    if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", element.findtext(f"{ATOM}id") or ""):  # 4.2.6
        yield "id is not a URI"
    for name in ("updated", "published"):  # 3.3
        for date in element.iterfind(ATOM + name):
            if not _rfc3339(date.text):
                yield f"{name} is not RFC 3339: {date.text}"
    for author in element.iterfind(f"{ATOM}author"):  # 3.2
        yield from _once(author, f"{ATOM}name")
    for category in element.iterfind(f"{ATOM}category"):  # 4.2.2
        if not category.get("term"):
            yield "a category without a term"
    yield from _atom_links(element)


def _atom_links(element: ET.Element) -> Iterator[str]:
    seen = set()
    for link in element.iterfind(f"{ATOM}link"):  # 4.2.7
        if not ABSOLUTE.match(link.get("href", "")):
            yield f"a link that is not absolute: {link.attrib}"
        kind = (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
        if kind[0] == "alternate" and kind in seen:  # 4.1.1, 4.1.2
            yield f"two alternate links of the same kind: {kind}"
        seen.add(kind)
        if kind[0] == "enclosure" and not (link.get("type") and link.get("length", "0") != "0"):
            yield f"an enclosure without type or length: {link.attrib}"


FEED_TYPES: dict[str, type] = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "icon": str, "authors": list, "language": str, "hubs": list, "items": list,
}  # fmt: skip
ITEM_TYPES: dict[str, type] = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str,
    "content_text": str, "summary": str, "image": str, "date_published": str,
    "date_modified": str, "authors": list, "tags": list, "language": str,
}  # fmt: skip


def json_feed_faults(data: bytes) -> list[str]:
    """JSON Feed 1.1, at www.jsonfeed.org/version/1.1."""
    return list(_json_feed(json.loads(data)))


def _json_feed(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "not JSON Feed 1.1"
    yield from _members(feed, FEED_TYPES, ("version", "title", "items"))
    yield from _unique("id", (item.get("id") for item in feed["items"]))
    for item in feed["items"]:
        yield from _members(item, ITEM_TYPES, ("id", "url"))
        if ("content_html" in item) == ("content_text" in item):
            yield "an item needs one kind of content"
        yield from _html(item.get("content_html", ""))
        for name in ("date_published", "date_modified"):
            if not _rfc3339(item.get(name)):
                yield f"{name} is not RFC 3339"


def _members(
    value: dict[str, Any], types: dict[str, type], needed: tuple[str, ...]
) -> Iterator[str]:
    """Members that are missing, unknown, of another type, empty or not absolute."""
    for name in needed:
        if name not in value:
            yield f"{name} is missing"
    for name, member in value.items():
        if name not in types or not isinstance(member, types[name]):
            yield f"{name} is unknown or of another type"
        elif name != "items" and not member:
            yield f"{name} is empty"
        elif (name.endswith("url") or name in {"icon", "image"}) and not ABSOLUTE.match(
            str(member)
        ):
            yield f"{name} is not absolute"
    if any(sorted(author) != ["name"] for author in value.get("authors", ())):
        yield "an author without a name"


def _once(parent: ET.Element, name: str) -> Iterator[str]:
    found = parent.findall(name)
    if len(found) != 1 or not (found[0].text or "").strip():
        yield f"{parent.tag} needs one {name} that is not empty"


def _absolute(elements: Iterable[ET.Element]) -> Iterator[str]:
    for element in elements:
        if not ABSOLUTE.match(element.text or ""):
            yield f"{element.tag} is not absolute: {element.text}"


def _html(text: str | None) -> Iterator[str]:
    if RELATIVE_LINK.search(text or ""):
        yield f"a relative address in a text: {text}"


def _unique(name: str, values: Iterable[object]) -> Iterator[str]:
    found = list(values)
    if len(found) != len(set(found)):
        yield f"two entries have the same {name}"


def _rfc3339(text: str | None) -> bool:
    """Whether the text is a date and time with an offset, as RFC 3339 writes it."""
    if not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", text or ""):
        return False
    return datetime.fromisoformat(str(text)).tzinfo is not None
