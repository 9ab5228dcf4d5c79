"""`safeguarding:` who has looked at an item with the eyes of those it is about, and when."""

from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import SignOff
from ht_newsgen.reading.field_dates import read_day
from ht_newsgen.reading.fields import (
    read_line,
)
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node, Scalar

SIGN_OFF_KEYS = Keys.of(
    Key("checked_by", read_line), Key("checked_on", read_day), Key("note", read_line)
)
_NEEDED = ("checked_by", "checked_on")


def read_sign_off(node: Node, key: str, notes: Notes) -> SignOff | None:
    """A mapping of `checked_by`, `checked_on` and `note`; without the first two it is none."""
    if isinstance(node, Scalar):
        notes.add(
            notes.rules.type,
            node,
            say("`{key}` says neither who checked this item nor on which day", key=key),
            say("Write below it: checked_by: newsroom, and checked_on: 2026-11-23"),
        )
        return None
    entries = read_mapping(node, SIGN_OFF_KEYS, key, notes)
    if entries is None:
        return None
    for name in _NEEDED:
        if name not in entries.nodes:
            notes.add(
                notes.rules.missing,
                node,
                say("`{key}` has no `{name}`", key=key, name=name),
                say("Without who and when, nobody has signed: write {name}: below it", name=name),
            )
    if not all(entries.values.get(name) for name in _NEEDED):
        return None
    return SignOff(**entries.values)
