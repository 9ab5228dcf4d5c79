"""The registers under `content/data/`: topics, sources, authors, content notes, helplines."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import UNSAID, say
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.model.config import Config
from ht_newsgen.model.people import Author
from ht_newsgen.model.registers import DeclaredSource, Helpline, Registers
from ht_newsgen.model.taxonomy import ContentNote, Topic
from ht_newsgen.reading.field_dates import read_day
from ht_newsgen.reading.fields import (
    read_flag,
    read_language,
    read_line,
    read_list,
    read_localised,
    read_text,
    read_url,
    read_words,
    wrong_type,
    wrong_value,
)
from ht_newsgen.reading.front_matter import decode
from ht_newsgen.reading.handles import read_handle
from ht_newsgen.reading.languages import canonical_country, country_called, nearest_country
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import LINK_OUTSIDE, REGISTER, SIZE, UNREADABLE
from ht_newsgen.reading.strict_yaml import LARGEST, parse_yaml
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, is_empty

FOLDER = "content/data"

Entry = TypeVar("Entry")

SERVES = ("trafficking", "child", "missing_child", "emergency")
"""Whom a helpline is for."""

_ID = regex(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")


def read_registers(root: Path, config: Config) -> tuple[Registers, tuple[Problem, ...]]:
    """All registers of the site in `root`; a missing file is an empty register.

    An entry with a mistake is left out. Problems: `register/…`, `content/…`.
    """
    del config  # Entries do not depend on it yet; languages they name may be any.
    problems: list[Problem] = []

    def register(name: str, parse: Callable[[Node, Notes], Entry], empty: Entry) -> Entry:
        notes = Notes(f"{FOLDER}/{name}.yaml", REGISTER)
        tree = _tree(root, notes)
        found = empty if tree is None or is_empty(tree) else parse(tree, notes)
        problems.extend(notes.problems)
        return found

    registers = Registers(
        topics=register("topics", _topics, {}),
        sources=register("sources", _sources, {}),
        authors=register("authors", _authors, {}),
        content_notes=register("content_notes", _content_notes, {}),
        helplines=register("helplines", _helplines, ()),
    )
    return registers, tuple(problems)


def problems_of_register(path: str, data: bytes) -> tuple[Problem, ...]:
    """What is told of the register at this path (one of `REGISTERS`) if it has these bytes."""
    notes = Notes(path, REGISTER)
    text = decode(data, notes)
    tree = None if text is None else parse_yaml(text, notes)
    if tree is not None and not is_empty(tree):
        REGISTERS[path](tree, notes)
    return tuple(notes.problems)


def _tree(root: Path, notes: Notes) -> Node | None:
    file = root / notes.path
    try:
        if not file.exists() and not file.is_symlink():
            return None
        if not is_inside(root, file):
            notes.add(
                LINK_OUTSIDE,
                None,
                say("this is a link to a file outside of the site"),
                say("Put a copy of the file in its place"),
            )
            return None
        data = read_bounded(file, LARGEST)
    except OSError as error:
        notes.add(
            UNREADABLE,
            None,
            say("this file cannot be read: {reason}", reason=error.strerror or str(error)),
            say("Look at its permissions"),
        )
        return None
    if data is None:
        notes.add(
            SIZE,
            None,
            say("this file is larger than {most} bytes", most=LARGEST),
            say("Shorten it"),
        )
        return None
    text = decode(data, notes)
    return None if text is None else parse_yaml(text, notes)


TOPIC_KEYS = Keys.of(Key("title", read_localised), Key("description", read_localised))
SOURCE_KEYS = Keys.of(
    Key("name", read_line),
    Key("url", read_url),
    Key("feed", read_url),
    Key("feed_title", read_line),
    Key("language", read_language),
)
AUTHOR_KEYS = Keys.of(Key("name", read_line), Key("url", read_url), Key("fediverse", read_handle))
NOTE_KEYS = Keys.of(Key("text", read_localised))


def _entries(
    keys: Keys, make: Callable[..., Entry], required: str
) -> Callable[[Node, Notes], dict[str, Entry]]:
    """A parser of a register that maps ids to entries."""

    def parse(tree: Node, notes: Notes) -> dict[str, Entry]:
        if not isinstance(tree, Mapping):
            notes.add(
                notes.rules.type,
                tree,
                say("this is not a mapping from ids to entries"),
                say(
                    "Begin each entry with its id and a colon; below it, indented, {required}:",
                    required=required,
                ),
            )
            return {}
        found: dict[str, Entry] = {}
        for label, node in tree.entries:
            values = _entry(label, node, keys, required, notes)
            if values is not None:
                found[label.text] = make(id=label.text, **values)
        return found

    return parse


def _entry(
    label: Scalar, node: Node, keys: Keys, required: str, notes: Notes
) -> dict[str, Any] | None:
    if not _ID.fullmatch(label.text):
        meant = slugify(label.text)
        notes.add(
            notes.rules.value,
            label,
            say(
                "`{text}` cannot be an id: small letters, digits and - make one",
                text=label.text[:60],
            ),
            say("Write it as: {meant}:", meant=meant) if meant else UNSAID,
        )
        return None
    if is_empty(node):
        notes.add(
            notes.rules.missing,
            label,
            say("`{text}` has no `{required}`", text=label.text, required=required),
            say("Write {required}: below it, indented", required=required),
        )
        return None
    if isinstance(node, Scalar):
        node = Mapping(((Scalar(required, node.line, node.column), node),), node.line, node.column)
    entries = read_mapping(node, keys, label.text, notes)
    if entries is None:
        return None
    if required not in entries.nodes:
        notes.add(
            notes.rules.missing,
            label,
            say("`{text}` has no `{required}`", text=label.text, required=required),
            say("Write {required}: below it", required=required),
        )
    return entries.values if required in entries.values else None


# -- helplines


def read_place(node: Node, key: str, notes: Notes) -> str | None:
    """`country:` of a helpline: a country of ISO 3166-1, or EU."""
    text = read_line(node, key, notes)
    if text is None or text.upper() == "EU":
        return text and text.upper()
    code = canonical_country(text)
    if not code:
        meant = nearest_country(text)
        wrong_value(
            node,
            key,
            notes,
            say("`{text}` is neither EU nor a country (ISO 3166-1)", text=text[:40]),
            say("Did you mean `{meant}`?", meant=meant)
            if meant
            else say("Write two letters, such as BA"),
            mended=country_called(text),
        )
    return code or None


def read_phone(node: Node, key: str, notes: Notes) -> str | None:
    """`phone:` digits as one would write them down."""
    text = read_text(node, key, notes, say("a number in quotes"))
    if text is None or re.fullmatch(r"\+?[0-9][0-9 ()/.-]*", text):
        return text
    wrong_value(
        node,
        key,
        notes,
        say("`{text}` is no telephone number", text=text[:40]),
        say("Write digits and spaces, in quotes"),
    )
    return None


def read_serves(node: Node, key: str, notes: Notes) -> tuple[str, ...]:
    """`serves:` whom a helpline is for, in words of `SERVES`."""
    found = read_words(node, key, notes)
    for word in found:
        if word not in SERVES:
            wrong_value(
                node,
                key,
                notes,
                say("`{word}` is none of {serves}", word=word[:40], serves=", ".join(SERVES)),
            )
    return found


HELPLINE_KEYS = Keys.of(
    Key("country", read_place),
    Key("name", read_localised),
    Key("phone", read_phone),
    Key("languages", read_list(read_language)),
    Key("hours", read_localised),
    Key("free", read_flag),
    Key("serves", read_serves, ("for",)),
    Key("verified_on", read_day),
    Key("source", read_url),
)
HELPLINE_NEEDS = ("country", "name", "phone", "verified_on", "source")


def _helplines(tree: Node, notes: Notes) -> tuple[Helpline, ...]:
    if not isinstance(tree, Sequence):
        wrong_type(tree, "helplines", notes, say("a list, each number below a dash,"))
        return ()
    found: list[Helpline] = []
    for node in tree.items:
        entries = read_mapping(node, HELPLINE_KEYS, "helplines", notes)
        if entries is None:
            continue
        for name in HELPLINE_NEEDS:
            if name not in entries.nodes:
                notes.add(
                    notes.rules.missing,
                    node,
                    say("a helpline has no `{name}`", name=name),
                    say("Write {name}: in it", name=name),
                )
        if entries.values.keys() >= set(HELPLINE_NEEDS):
            day = entries.nodes["verified_on"]
            found.append(Helpline(**entries.values, line=day.line, column=day.column))
    return tuple(found)


_topics = _entries(TOPIC_KEYS, Topic, "title")
_sources = _entries(SOURCE_KEYS, DeclaredSource, "name")
_authors = _entries(AUTHOR_KEYS, Author, "name")
_content_notes = _entries(NOTE_KEYS, ContentNote, "text")

REGISTERS: dict[str, Callable[[Node, Notes], object]] = {
    f"{FOLDER}/topics.yaml": _topics,
    f"{FOLDER}/sources.yaml": _sources,
    f"{FOLDER}/authors.yaml": _authors,
    f"{FOLDER}/content_notes.yaml": _content_notes,
    f"{FOLDER}/helplines.yaml": _helplines,
}
"""What reads each of the registers, by its path."""
