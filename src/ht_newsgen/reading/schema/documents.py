"""The schemas of whole files, by name."""

from ht_newsgen.reading.config import CONFIG_KEYS
from ht_newsgen.reading.edition import EDITION_KEYS
from ht_newsgen.reading.item_keys import ITEM_KEYS
from ht_newsgen.reading.mappings import Keys
from ht_newsgen.reading.registers import (
    AUTHOR_KEYS,
    FOLDER,
    HELPLINE_KEYS,
    HELPLINE_NEEDS,
    NOTE_KEYS,
    SOURCE_KEYS,
    TOPIC_KEYS,
)
from ht_newsgen.reading.schema.shapes import DEFINITIONS, Schema, mapping, shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def front_matter() -> Schema:
    """Of an item or a page."""
    return document("Front matter of an item", mapping(ITEM_KEYS, ""))


def edition() -> Schema:
    """Of an edition of the newsletter."""
    return document("Front matter of an edition", mapping(EDITION_KEYS, "edition"))


def config() -> Schema:
    """Of `newsgen.yaml`."""
    return document("newsgen.yaml", mapping(CONFIG_KEYS, "config", ("base_url",)))


def register(name: str, keys: Keys, required: str) -> Schema:
    """Of a register that maps ids to entries; an entry of one value may be that value."""
    entry = mapping(keys, name, (required,))
    short = shape_of(keys.by_name[required].read, name)
    return document(
        f"{FOLDER}/{name}.yaml",
        {
            "type": ["object", "null"],
            "propertyNames": {"pattern": "^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$"},
            "additionalProperties": {"anyOf": [entry, short]},
        },
    )


def helplines() -> Schema:
    """Of the register of numbers to call."""
    entry = mapping(HELPLINE_KEYS, "helplines", HELPLINE_NEEDS)
    schema: Schema = {"type": ["array", "null"], "items": entry}
    return document(f"{FOLDER}/helplines.yaml", schema)


def document(title: str, schema: Schema) -> Schema:
    """A schema of its own, with the definitions that it refers to."""
    return {"$schema": DIALECT, "title": title, **schema, "$defs": DEFINITIONS}


SCHEMAS = {
    "front-matter": front_matter,
    "edition": edition,
    "config": config,
    "topics": lambda: register("topics", TOPIC_KEYS, "title"),
    "sources": lambda: register("sources", SOURCE_KEYS, "name"),
    "authors": lambda: register("authors", AUTHOR_KEYS, "name"),
    "content_notes": lambda: register("content_notes", NOTE_KEYS, "text"),
    "helplines": helplines,
}
"""Every schema by the name under which it is asked for."""
