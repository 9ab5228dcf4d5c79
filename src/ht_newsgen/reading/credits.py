"""What an item owes to others: its source, its picture's maker, those it had to correct."""

from typing import Any

from msgspec import Struct

from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.article import Citation, Correction
from ht_newsgen.reading.field_dates import read_moment
from ht_newsgen.reading.fields import (
    read_flag,
    read_language,
    read_line,
    read_text,
    read_url,
    wrong_type,
    wrong_value,
)
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node, Scalar, Sequence, value_of

SOURCE_KEYS = Keys.of(
    Key("id", read_line),
    Key("name", read_line, ("title",)),
    Key("url", read_url, ("link",)),
    Key("feed", read_url),
    Key("feed_title", read_line),
    Key("published", read_moment, ("date",)),
    Key("author", read_line),
    Key("language", read_language, ("lang",)),
    Key("archived", read_url),
)


def read_citation(node: Node, key: str, notes: Notes) -> Citation | None:
    """`source:` a mapping, or the id of a declared source."""
    if isinstance(node, Scalar):
        text = read_line(node, key, notes)
        if text is None:
            return None
        if is_http_url(text):
            wrong_value(
                node,
                key,
                notes,
                say("an address alone does not say who reported it"),
                say("Write below it: name: …, and url: {text}", text=text),
            )
            return None
        return Citation(id=text)
    if isinstance(node, Sequence):
        wrong_type(node, key, notes, say("the id of a source, or a mapping with its name and url,"))
        return None
    entries = read_mapping(node, SOURCE_KEYS, key, notes)
    if entries is None:
        return None
    if not {"id", "name", "url"} & entries.nodes.keys():
        notes.add(
            notes.rules.missing,
            node,
            say("`{key}` has neither a name nor an address", key=key),
            say("Write below it: name: …, and url: … if the report is on the web"),
        )
        return None
    return Citation(**entries.values)


class NamedPicture(Struct, frozen=True, kw_only=True):
    """`image:` as it is written; whether there is such a file is not yet known."""

    src: str
    src_node: Node
    alt: str
    credit: str
    caption: str = ""
    licence: str = ""


IMAGE_KEYS = Keys.of(
    Key("src", read_line, ("url", "file", "path")),
    Key("alt", read_line),
    Key("decorative", read_flag),
    Key("credit", read_line),
    Key("caption", read_text),
    Key("licence", read_line, ("license",)),
)


def read_image(node: Node, key: str, notes: Notes) -> NamedPicture | None:
    """`image:` with what must be said about it: what it shows, and who made it.

    What is missing is noted and left empty, so that the file is looked for all the same.
    """
    if isinstance(node, Scalar) and isinstance(value_of(node), str):
        notes.add(
            notes.rules.type,
            node,
            say("`{key}` says neither what it shows nor who made it", key=key),
            say("Write below it: src: {text}, alt: …, and credit: …", text=node.text),
        )
        return None
    entries = read_mapping(node, IMAGE_KEYS, key, notes)
    if entries is None:
        return None
    given, values = entries.nodes, entries.values
    if "src" not in given:
        notes.add(
            notes.rules.missing,
            node,
            say("`{key}.src` is missing", key=key),
            say("Write below it: src: and the name of the picture's file"),
        )
    decorative = values.get("decorative", False)
    if "alt" in given and decorative:
        notes.add(
            notes.rules.value,
            given["decorative"],
            say("`{key}` has an `alt` and is decorative; only one can be", key=key),
            say("Keep alt if the picture tells something, decorative: true if not"),
        )
    if "alt" not in given and not decorative:
        notes.add(
            notes.rules.missing,
            node,
            say("`{key}.alt` is missing", key=key),
            say("Write alt: and what the picture shows, or decorative: true if it tells nothing"),
        )
    if "credit" not in given:
        notes.add(
            notes.rules.missing,
            node,
            say("`{key}.credit` is missing", key=key),
            say("Write credit: and who made the picture"),
        )
    if "src" not in values:
        return None
    return NamedPicture(
        src=values["src"],
        src_node=given["src"],
        credit=values.get("credit", ""),
        alt=values.get("alt", ""),
        caption=values.get("caption", ""),
        licence=values.get("licence", ""),
    )


CORRECTION_KEYS = Keys.of(Key("date", read_moment), Key("text", read_text))


def read_corrections(node: Node, key: str, notes: Notes) -> tuple[Correction, ...] | None:
    """`corrections:` a list of `date` and `text`, in the order of their dates."""
    if not isinstance(node, Sequence):
        wrong_type(node, key, notes, say("a list of corrections, each with date and text,"))
        return None
    found: list[Correction] = []
    for item in node.items:
        entries = read_mapping(item, CORRECTION_KEYS, key, notes)
        if entries is None:
            continue
        absent = [name for name in ("date", "text") if name not in entries.nodes]
        for name in absent:
            notes.add(
                notes.rules.missing,
                item,
                say("a correction has no `{name}`", name=name),
                say("Write {name}: below the dash", name=name),
            )
        if entries.values.keys() >= {"date", "text"}:
            found.append(_correction(entries.values))
    return tuple(sorted(found, key=lambda correction: correction.date))


def _correction(values: dict[str, Any]) -> Correction:
    return Correction(date=values["date"], text=values["text"])
