"""A feed as its readers see it: what RSS 2.0, Atom and JSON Feed have in common.

Most of what makes a feed a good one does not depend on its format, so most rules look at this.
Values are taken as they stand, whatever they are: judging them is the rules' work.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from msgspec import Struct

from ht_newsgen.checks.output import Output
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.model.page import PageKind

FEEDS = frozenset((PageKind.RSS, PageKind.ATOM, PageKind.JSON_FEED))


class Date(Struct, frozen=True):
    """A date as it is written."""

    name: str
    """Of its element: `pubDate`."""
    text: str
    moment: datetime | None
    """Aware; None when the text is no date of its format, or says no offset."""


class Enclosure(Struct, frozen=True):
    """A file that comes with an entry."""

    url: str
    media_type: str
    length: str


class Entry(Struct, frozen=True, kw_only=True):
    """One entry."""

    id: str
    title: str
    addresses: tuple[tuple[str, str], ...]
    """Pairs of what it is and the address."""
    published: tuple[Date, ...]
    updated: tuple[Date, ...]
    texts: tuple[str, ...]
    """HTML."""
    plain: tuple[str, ...]
    """Plain text that a reader takes for HTML, so it must be escaped once more: in RSS alone."""
    enclosures: tuple[Enclosure, ...]
    categories: tuple[tuple[str, str], ...]
    """Pairs of the term and its scheme, which may be empty."""
    authors: tuple[str, ...]
    language: str | None
    """None when it is that of the feed."""

    @property
    def name(self) -> Sentence:
        """How a finding calls it."""
        return say("the entry `{title}`", title=(self.title or self.id)[:60])


class Feed(Struct, frozen=True, kw_only=True):
    """A feed."""

    title: str
    addresses: tuple[tuple[str, str], ...]
    selves: tuple[str, ...]
    """Where it says that it lies."""
    language: str
    updated: tuple[Date, ...]
    authors: tuple[str, ...]
    entries: tuple[Entry, ...]


@lru_cache(maxsize=2)
def feed_of(output: Output) -> Feed | None:
    """The feed in a file; None when it cannot be read, which another rule tells."""
    from ht_newsgen.checks.feeds import atom, json_feed, rss

    try:
        if output.kind is PageKind.JSON_FEED:
            return json_feed.facts(output.json)
        return rss.facts(output.xml) if output.kind is PageKind.RSS else atom.facts(output.xml)
    except (ET.ParseError, ValueError, RecursionError):
        return None


def text_of(element: ET.Element | None) -> str:
    """The text directly in an element; empty when there is none."""
    return (element.text or "").strip() if element is not None else ""


def texts_of(parent: ET.Element, name: str) -> tuple[str, ...]:
    """The texts of all children of a name."""
    return tuple(text_of(child) for child in parent.iterfind(name))


def as_text(value: Any) -> str:
    """A member of a JSON object as text; empty for one that is none."""
    return value if isinstance(value, str) else ""


def as_list(value: Any) -> list[Any]:
    """A member of a JSON object as a list; empty for one that is none."""
    return value if isinstance(value, list) else []


def as_object(value: Any) -> dict[str, Any]:
    """A value of JSON as an object; empty for one that is none."""
    return value if isinstance(value, dict) else {}


def rfc3339(name: str, text: str) -> Date:
    """A date of Atom or JSON Feed (RFC 3339, section 5.6)."""
    shape = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
    if not re.fullmatch(shape, text, re.ASCII):
        return Date(name, text, None)
    try:
        return Date(name, text, datetime.fromisoformat(text))
    except ValueError:
        return Date(name, text, None)
