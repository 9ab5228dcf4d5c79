"""`feeds:` of `newsgen.yaml`: settings for all feeds, for those of a kind, and for single ones."""

from typing import Any

from ht_newsgen.kit.sentences import say
from ht_newsgen.model.feed_settings import (
    FeedChoice,
    FeedContent,
    FeedKind,
    FeedLink,
    FeedSettings,
    OneFeed,
)
from ht_newsgen.reading.config_values import read_authority
from ht_newsgen.reading.fields import read_choice, read_flag, read_url, read_whole, wrong_type
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Mapping, Node, Scalar

_IN_COMMON = (
    Key("entries", read_whole(1, 1000)),
    Key("content", read_choice(FeedContent)),
    Key("link", read_choice(FeedLink)),
)
CHOICE_KEYS = Keys.of(*_IN_COMMON)


def read_feed_choice(node: Node, key: str, notes: Notes) -> FeedChoice | None:
    """`true`, `false`, or settings, which say that the feed is wanted."""
    if isinstance(node, Scalar):
        wanted = read_flag(node, key, notes)
        return None if wanted is None else FeedChoice(wanted=wanted)
    entries = read_mapping(node, CHOICE_KEYS, key, notes)
    return None if entries is None else FeedChoice(wanted=True, **entries.values)


def read_each(node: Node, key: str, notes: Notes) -> tuple[OneFeed, ...] | None:
    """A mapping from paths of pages to what is said of their feeds."""
    if not isinstance(node, Mapping):
        wrong_type(node, key, notes, say("a mapping from pages, such as /flash/, to settings,"))
        return None
    found = []
    for label, value in node.entries:
        choice = read_feed_choice(value, f"{key}.{label.text}", notes)
        folder = label.text.strip("/")
        if choice is not None:
            found.append(
                OneFeed(
                    path=f"{folder}/" if folder else "",
                    choice=choice,
                    line=label.line,
                    column=label.column,
                )
            )
    return tuple(found)


FEED_KEYS = Keys.of(
    *_IN_COMMON,
    Key("authority", read_authority),
    Key("hub", read_url),
    *(Key(kind.value, read_feed_choice) for kind in FeedKind),
    Key("each", read_each),
)


def read_feeds(node: Node, key: str, notes: Notes) -> FeedSettings | None:
    """All of `feeds:`."""
    entries = read_mapping(node, FEED_KEYS, key, notes)
    if entries is None:
        return None
    values: dict[str, Any] = dict(entries.values)
    kinds = {kind: values.pop(kind.value) for kind in FeedKind if kind.value in values}
    return FeedSettings(**values, kinds=kinds)
