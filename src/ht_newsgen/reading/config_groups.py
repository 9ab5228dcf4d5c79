"""The settings of `newsgen.yaml` that have settings of their own: one reader each."""

from collections.abc import Callable
from typing import Any

from ht_newsgen.kit.sentences import say
from ht_newsgen.model.config import (
    AiChoices,
    Choice,
    Level,
    RuleLevel,
    Security,
    TextMining,
)
from ht_newsgen.model.people import Organisation
from ht_newsgen.model.taxonomy import Localised
from ht_newsgen.reading.config_values import read_contact, read_email, read_switch
from ht_newsgen.reading.fields import (
    read_choice,
    read_line,
    read_list,
    read_localised,
    read_url,
    wrong_type,
)
from ht_newsgen.reading.handles import read_handle
from ht_newsgen.reading.mappings import Key, Keys, Reader, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CONFIG
from ht_newsgen.reading.shaped import Group, Shaped
from ht_newsgen.reading.tree import Mapping, Node


def group(keys: Keys, make: Callable[..., Any], required: str = "") -> Reader:
    """A reader of a mapping of settings: `keys` below one key, given to `make` by name."""

    def read(node: Node, key: str, notes: Notes) -> Any:
        entries = read_mapping(node, keys, key, notes)
        if entries is None:
            return None
        if required and required not in entries.nodes:
            notes.add(
                CONFIG.missing,
                node,
                say("`{key}.{required}` is missing", key=key, required=required),
                say("Write {required}: below {key}:", required=required, key=key),
            )
        if required and required not in entries.values:
            return None
        return make(**entries.values)

    return Shaped(read, Group(keys, (required,) if required else ()))


def _named(name: Localised, **others: Any) -> Organisation:
    """Which of several names is the main one is settled with the languages of the site."""
    return Organisation(name=next(iter(name.values())), names=name, **others)


read_organisation = group(
    Keys.of(
        Key("name", read_localised),
        Key("short_name", read_line),
        Key("url", read_url),
        Key("email", read_email),
        Key("profiles", read_list(read_url)),
        Key("fediverse", read_handle),
    ),
    _named,
    "name",
)
read_ai = group(
    Keys.of(
        Key("train", read_choice(Choice)),
        Key("search", read_choice(Choice)),
        Key("user", read_choice(Choice)),
    ),
    AiChoices,
)
read_security = group(
    Keys.of(Key("contact", read_contact), Key("policy", read_url)), Security, "contact"
)


read_text_mining = group(Keys.of(Key("reserved", read_switch), Key("policy", read_url)), TextMining)


def read_checks(node: Node, key: str, notes: Notes) -> tuple[RuleLevel, ...] | None:
    """`checks:` a mapping from rules to levels; which rules there are is not known here."""
    if not isinstance(node, Mapping):
        wrong_type(node, key, notes, say("a mapping from rules to off, warning or error,"))
        return None
    found = []
    for label, value in node.entries:
        level = read_choice(Level)(value, f"{key}.{label.text}", notes)
        if level is not None:
            found.append(
                RuleLevel(pattern=label.text, level=level, line=label.line, column=label.column)
            )
    return tuple(found)
