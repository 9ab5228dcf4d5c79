"""The article that a page describes in JSON-LD (schema.org), out of all that stands beside it."""

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from msgspec import Struct

from ht_newsgen.kit.patterns import regex

DEEPEST = 6
"""Lists and graphs inside each other; articles do not hide."""
WHERE = ("@graph", "mainEntity")
"""Where a page's own article may stand. Not among `itemListElement`: those are others."""

_BEFORE = ("//", "/*", "<![CDATA[", "<!--", "*/")
_AFTER = ("*/", "]]>", "-->", "//", "/*", ";")
"""In what some wrap it, so that it is neither HTML nor a program."""
_LAYERS = 4
_COMMA_TOO_MANY = regex(r",(\s*[}\]])")


class Described(Struct, frozen=True, kw_only=True):
    """What JSON-LD says of the article; texts as they are written there."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    url: str = ""


def described(scripts: Iterable[str]) -> tuple[Described | None, bool]:
    """The first article that is described, if any, and whether some of it could not be read."""
    values, broken = [], False
    for script in scripts:
        value = _parsed(script)
        broken = broken or (value is None and bool(script.strip()))
        values.append(value)
    nodes = [node for value in values for node in _nodes(value, DEEPEST)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    article = next((node for node in nodes if _is_article(node)), None)
    return (None if article is None else _described(article, by_id)), broken


def _parsed(script: str) -> Any:
    """The value in a script element, as forgivingly as search engines do; None for nonsense."""
    text = _unwrapped(script)
    for attempt in (text, _COMMA_TOO_MANY.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    text = script.strip()
    for _ in range(_LAYERS):
        text = text.removeprefix(next(filter(text.startswith, _BEFORE), "")).lstrip()
        text = text.removesuffix(next(filter(text.endswith, _AFTER), "")).rstrip()
    return text


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in WHERE:
            yield from _nodes(value.get(key), depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    """Whether the node is an article of any kind: NewsArticle, Report, BlogPosting."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].endswith(("Article", "Posting", "Report"))
        for kind in kinds
    )


def _described(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Described:
    authors = node.get("author") or node.get("creator")
    named = [_name(one, by_id) for one in (authors if isinstance(authors, list) else [authors])]
    publisher = node.get("publisher")
    publishers = publisher if isinstance(publisher, list) else [publisher]
    language = node.get("inLanguage")
    if isinstance(language, dict):
        language = language.get("alternateName") or language.get("name")
    page = node.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return Described(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        authors=tuple(dict.fromkeys(filter(None, named))),
        publisher=next(filter(None, (_name(one, by_id) for one in publishers)), ""),
        language=_text(language),
        url=_text(node.get("url")) or _text(page),
    )


def _name(value: Any, by_id: dict[str, dict[str, Any]]) -> str:
    """The name of a person or an organisation, which may be described in another place."""
    if isinstance(value, dict):
        if "name" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        value = value.get("name")
        value = value[0] if isinstance(value, list) and value else value
    return _text(value)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
