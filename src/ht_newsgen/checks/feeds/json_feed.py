"""JSON Feed 1.1 (www.jsonfeed.org/version/1.1)."""

from collections.abc import Iterator, Mapping
from typing import Any

from ht_newsgen.checks.feeds.facts import (
    Enclosure,
    Entry,
    Feed,
    as_list,
    as_object,
    as_text,
    rfc3339,
)
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.kit.sentences import Sentence, say

VERSION = "https://jsonfeed.org/version/1.1"
LARGEST = 250_000
"""Bytes: some readers refuse more."""

OF_FEED: Mapping[str, type] = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "user_comment": str, "next_url": str, "icon": str, "favicon": str, "authors": list,
    "language": str, "expired": bool, "hubs": list, "items": list,
}  # fmt: skip
OF_ITEM: Mapping[str, type] = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str,
    "content_text": str, "summary": str, "image": str, "banner_image": str, "date_published": str,
    "date_modified": str, "authors": list, "tags": list, "language": str, "attachments": list,
}  # fmt: skip
URLS = ("home_page_url", "feed_url", "next_url", "icon", "favicon")
URLS_OF_ITEM = ("url", "external_url", "image", "banner_image")


def facts(value: Any) -> Feed | None:
    """The feed in the value; None for one that is no object."""
    if not isinstance(value, dict):
        return None
    return Feed(
        title=as_text(value.get("title")),
        addresses=(
            *((f"`{name}`", as_text(value[name])) for name in URLS if name in value),
            *(
                ("the address of a hub", as_text(as_object(hub).get("url")))
                for hub in as_list(value.get("hubs"))
            ),
        ),
        selves=tuple(as_text(value[name]) for name in ("feed_url",) if name in value),
        language=as_text(value.get("language")),
        updated=(),
        authors=_names(value),
        entries=tuple(_entry(as_object(item)) for item in as_list(value.get("items"))),
    )


def _entry(item: dict[str, Any]) -> Entry:
    attached = [as_object(one) for one in as_list(item.get("attachments"))]
    return Entry(
        id=as_text(item.get("id")),
        title=as_text(item.get("title")),
        addresses=tuple(
            (f"`{name}`", as_text(item[name])) for name in URLS_OF_ITEM if name in item
        ),
        published=_dates(item, "date_published"),
        updated=_dates(item, "date_modified"),
        texts=tuple(as_text(item[name]) for name in ("content_html",) if name in item),
        plain=(),
        enclosures=tuple(
            Enclosure(
                as_text(one.get("url")),
                as_text(one.get("mime_type")),
                str(one.get("size_in_bytes", "")),
            )
            for one in attached
        ),
        categories=tuple((as_text(tag), "") for tag in as_list(item.get("tags"))),
        authors=_names(item),
        language=as_text(item["language"]) if "language" in item else None,
    )


def _dates(item: dict[str, Any], name: str) -> tuple[Any, ...]:
    return (rfc3339(name, as_text(item[name])),) if name in item else ()


def _names(value: dict[str, Any]) -> tuple[str, ...]:
    return tuple(as_text(as_object(one).get("name")) for one in as_list(value.get("authors")))


def incomplete(value: Any) -> Iterator[Finding]:
    """What is missing, unknown, empty or of another type."""
    if not isinstance(value, dict) or value.get("version") != VERSION:
        yield Finding(say("this is not JSON Feed 1.1: its `version` does not say so"))
        return
    yield from _odd_members(value, OF_FEED, ("version", "title", "items"), say("the feed"))
    for item in as_list(value.get("items")):
        entry = as_object(item)
        name = _entry(entry).name
        yield from _odd_members(entry, OF_ITEM, ("id", "url"), name)
        if ("content_html" in entry) == ("content_text" in entry):
            yield Finding(say("{name} needs one kind of content, HTML or text", name=name))


def _odd_members(
    value: dict[str, Any], types: Mapping[str, type], needed: tuple[str, ...], called: Sentence
) -> Iterator[Finding]:
    for name in needed:
        if name not in value:
            yield Finding(say("{called} has no `{name}`", called=called, name=name))
    for name, member in value.items():
        if name.startswith("_"):  # "Extensions"
            continue
        if name not in types:
            yield Finding(
                say(
                    "{called} has a `{name}`, which JSON Feed 1.1 does not know",
                    called=called,
                    name=name,
                )
            )
        elif not isinstance(member, types[name]):
            yield Finding(
                say(
                    "`{name}` of {called} is of another type than JSON Feed 1.1 asks for",
                    name=name,
                    called=called,
                )
            )
        elif name != "items" and member in ("", []):
            yield Finding(say("`{name}` of {called} is empty", name=name, called=called))
