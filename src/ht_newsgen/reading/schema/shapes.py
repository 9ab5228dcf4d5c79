"""What each reader takes, as JSON Schema.

Patterns are written so that ECMAScript and Python read them alike. Readers strip white space and do
not tell case apart in words; a schema that did would refuse what is read.
"""

from collections.abc import Callable, Iterable
from typing import Any

from ht_newsgen.model.config import Level
from ht_newsgen.reading import (
    addresses,
    config_feeds,
    config_groups,
    config_sections,
    config_values,
    field_dates,
    fields,
    handles,
    item_keys,
    registers,
    sign_offs,
    sign_up,
    silences,
)
from ht_newsgen.reading.credits import (
    CORRECTION_KEYS,
    IMAGE_KEYS,
    SOURCE_KEYS,
    read_citation,
    read_corrections,
    read_image,
)
from ht_newsgen.reading.mappings import Key, Keys, Reader
from ht_newsgen.reading.schema.descriptions import describe
from ht_newsgen.reading.shaped import Group, Like, ListOf, OneOf, Shape, Shaped, Whole

Schema = dict[str, Any]


def whole(pattern: str) -> Schema:
    """A text that the pattern matches, with space around it."""
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}


def words(choices: Iterable[str]) -> Schema:
    """One of a few words: as they are listed to choose from, or in another case."""
    listed = list(choices)
    any_case = "|".join(
        "".join(f"[{char.upper()}{char}]" if char.isalpha() else char for char in word)
        for word in listed
    )
    return {"type": "string", "anyOf": [{"enum": listed}, {"pattern": rf"^\s*(?:{any_case})\s*$"}]}


URL = r"[Hh][Tt][Tt][Pp][Ss]?://\S+"
LANGUAGE = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*"
DEFINITIONS: dict[str, Schema] = {
    "text": {"type": "string"},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "pattern": "[0-9]"},
    "address": whole(URL),
    "language": whole(LANGUAGE),
    "country": whole("[A-Za-z]{2}"),
    "localised": {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "propertyNames": {"pattern": rf"^\s*{LANGUAGE}\s*$"},
                "additionalProperties": {"type": "string"},
            },
        ]
    },
    "empty": {
        "description": "A key without a value is as good as none.",
        "type": ["null", "string", "array", "object"],
        "pattern": r"^\s*$",
        "maxItems": 0,
        "maxProperties": 0,
    },
}
"""What is referred to as `#/$defs/…`."""


def ref(name: str) -> Schema:
    """A reference to one of the definitions."""
    return {"$ref": f"#/$defs/{name}"}


def listed(item: Schema) -> Schema:
    """A list, or one alone."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def mapping(keys: Keys, path: str, required: Iterable[str] = ()) -> Schema:
    """A mapping of these keys and no others; each required one under any of its names.

    `path` is where the mapping stands, such as `source`; empty for the whole of a file.
    """
    properties: dict[str, Schema] = {}
    for key in (keys.by_name[name] for name in keys.names):
        properties |= of_key(key, f"{path}.{key.name}".removeprefix("."))
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = [
        {"anyOf": [{"required": [name]} for name in (key.name, *key.also)]}
        for key in (keys.by_name[name] for name in required)
    ]
    return schema | ({"allOf": needed} if needed else {})


def of_key(key: Key, path: str) -> dict[str, Schema]:
    """A key under each of its names; all but the first are deprecated."""
    said = describe(path)
    value: Schema = {"description": said, "anyOf": [shape_of(key.read, path), ref("empty")]}
    others = {
        "description": f"Another name of `{key.name}`. {said}",
        "deprecated": True,
        "deprecationMessage": f"`{key.name}` is its first name.",  # as VS Code has it
    }
    return {key.name: value} | {
        name: {**others, "anyOf": [shape_of(key.read, path), ref("empty")]} for name in key.also
    }


def shape_of(read: Reader, path: str) -> Schema:
    """What the reader takes. Raises KeyError for a reader without a shape: give it one here."""
    if isinstance(read, Shaped):
        return of_shape(read.shape, path)
    if read in SIMPLE:
        return SIMPLE[read]
    return COMPOSED[read](path)


def of_shape(shape: Shape, path: str) -> Schema:
    """The schema of a reader that is made of settings."""
    match shape:
        case Whole():
            return {"type": "integer", "minimum": shape.low, "maximum": shape.high}
        case OneOf():
            return words(shape.words)
        case ListOf():
            return listed(shape_of(shape.read, path))
        case Group():
            return mapping(shape.keys, path, shape.required)
        case Like():
            return whole(shape.pattern)


def _sign_up(path: str) -> Schema:
    """One shape for each provider, so that only its settings are offered."""
    return {
        "anyOf": [_provider(name, settings, path) for name, settings in sign_up.PROVIDERS.items()]
    }


def _provider(name: str, settings: sign_up.Settings, path: str) -> Schema:
    needed = [key for key in settings.keys.names if key not in settings.optional]
    schema = mapping(settings.keys, path, needed)
    provider = {"description": describe(f"{path}.provider"), **words([name])}
    return {
        **schema,
        "properties": {"provider": provider, **schema["properties"]},
        "required": ["provider"],
    }


def _feed(path: str) -> Schema:
    """`true`, `false`, or settings."""
    del path  # the settings of one feed are described as those of all
    return {"anyOf": [ref("flag"), mapping(config_feeds.CHOICE_KEYS, "config.feeds")]}


SIMPLE: dict[Reader, Schema] = {
    **dict.fromkeys(
        (fields.read_text, fields.read_line, fields.read_word, item_keys.read_title), ref("text")
    ),
    fields.read_flag: ref("flag"),
    **dict.fromkeys((field_dates.read_moment, field_dates.read_day), ref("date")),
    **dict.fromkeys(
        (fields.read_url, config_values.read_base_url, sign_up.read_folder), ref("address")
    ),
    fields.read_language: ref("language"),
    fields.read_localised: ref("localised"),
    **dict.fromkeys((fields.read_words, fields.read_names), listed(ref("text"))),
    addresses.read_countries: listed(ref("country")),
    **dict.fromkeys((addresses.read_country, registers.read_place), ref("country")),
    addresses.read_aliases: listed(ref("text")),
    addresses.read_slug: whole(r"\S+"),
    addresses.read_id: whole(r"[A-Za-z0-9._~-]{1,200}"),
    handles.read_handle: ref("text"),
    config_values.read_switch: {"anyOf": [words(("on", "off")), ref("flag")]},
    config_values.read_exit: {
        "anyOf": [ref("address"), {"type": "object", "additionalProperties": ref("address")}]
    },
    config_values.read_timezone: whole(r"[A-Z][A-Za-z0-9_+/-]*"),
    config_values.read_permalink: whole(r"/(?:\S*\{(?:slug|id)\}\S*)/"),
    config_values.read_contact: whole(r"(?:mailto:|tel:|https:)\S+"),
    config_values.read_section_id: whole(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"),
    config_values.read_email: whole(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+"),
    config_values.read_authority: whole(r"[a-z0-9.-]+(?:@[a-z0-9.-]+)?(?:,[0-9-]+)?"),
    registers.read_phone: whole(r"\+?[0-9][0-9 ()/.-]*"),
    registers.read_serves: listed(ref("text")),
    config_groups.read_checks: {
        "type": "object",
        "additionalProperties": words(Level),
    },
}
"""Readers whose shape is the same wherever they stand."""

COMPOSED: dict[Reader, Callable[[str], Schema]] = {
    read_citation: lambda path: {"anyOf": [ref("text"), mapping(SOURCE_KEYS, path)]},
    read_image: lambda path: mapping(IMAGE_KEYS, path, ("src", "credit")),
    read_corrections: lambda path: {
        "type": "array",
        "items": mapping(CORRECTION_KEYS, path, ("date", "text")),
    },
    silences.read_silences: lambda path: listed(
        mapping(silences.SILENCE_KEYS, path, ("rule", "reason"))
    ),
    sign_offs.read_sign_off: lambda path: mapping(
        sign_offs.SIGN_OFF_KEYS, path, ("checked_by", "checked_on")
    ),
    sign_up.read_sign_up: _sign_up,
    config_sections.read_sections: lambda path: {
        "type": "array",
        "items": mapping(config_sections.SECTION_KEYS, path, ("id", "title", "kind")),
    },
    config_feeds.read_feeds: lambda path: mapping(config_feeds.FEED_KEYS, path),
    config_feeds.read_feed_choice: _feed,
    config_feeds.read_each: lambda path: {
        "type": "object",
        "additionalProperties": _feed(path),
    },
}
"""Readers of mappings, whose keys are described by where they stand."""
