"""`newsgen.yaml`, read strictly: every key has a type, a meaning and a place."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ht_newsgen.kit.files import read_bounded
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.config import (
    AiChoices,
    Choice,
    Config,
    FeedLink,
    FeedSettings,
    Section,
    SectionKind,
    Security,
)
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.config_values import (
    PERMALINKS,
    read_authority,
    read_base_url,
    read_contact,
    read_email,
    read_permalink,
    read_section_id,
    read_timezone,
)
from ht_newsgen.reading.fields import (
    read_choice,
    read_flag,
    read_language,
    read_line,
    read_list,
    read_localised,
    read_url,
    read_whole,
    wrong_type,
)
from ht_newsgen.reading.front_matter import decode
from ht_newsgen.reading.mappings import Entries, Key, Keys, Reader, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CONFIG, SIZE, UNREADABLE
from ht_newsgen.reading.strict_yaml import LARGEST, parse_yaml
from ht_newsgen.reading.tree import Node, Sequence, is_empty

CONFIG_FILE = "newsgen.yaml"

SECTIONS = (
    Section(
        id="flash",
        title={"": "News Flash"},
        kind=SectionKind.FLASH,
        permalink=PERMALINKS[SectionKind.FLASH],
        front_page=7,
    ),
    Section(
        id="resource-center",
        title={"": "European Resource Center"},
        kind=SectionKind.STORY,
        permalink=PERMALINKS[SectionKind.STORY],
        front_page=10,
    ),
    Section(
        id="newsletter",
        title={"": "Newsletter Subscription"},
        kind=SectionKind.PAGE,
        permalink="/{section}/{slug}/",
        front_page=1,
    ),
    Section(
        id="pages",
        title={"": "About this site"},
        kind=SectionKind.PAGE,
        permalink=PERMALINKS[SectionKind.PAGE],
    ),
)
"""The sections of a site that declares none."""


def read_config(root: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration of the site in `root`; None, with problems, when it cannot be used."""
    notes = Notes(CONFIG_FILE, CONFIG)
    try:
        data = read_bounded(root / CONFIG_FILE, LARGEST)
    except OSError as error:
        notes.add(
            UNREADABLE,
            None,
            f"this file cannot be read: {error.strerror or error}",
            "A site has a file newsgen.yaml, with at least its base_url",
        )
        return None, tuple(notes.problems)
    if data is None:
        notes.add(SIZE, None, f"this file is larger than {LARGEST:,} bytes", "Shorten it")
        return None, tuple(notes.problems)
    return parse_config(data)


def parse_config(data: bytes, path: str = CONFIG_FILE) -> tuple[Config | None, tuple[Problem, ...]]:
    """As `read_config`, from the bytes. Problems: `config/…`, `content/encoding`."""
    notes = Notes(path, CONFIG)
    config = _config(data, notes)
    return (None if notes.has_errors else config), tuple(notes.problems)


def _config(data: bytes, notes: Notes) -> Config | None:
    text = decode(data, notes)
    tree = None if text is None else parse_yaml(text, notes)
    if tree is None:
        return None
    if is_empty(tree):
        notes.add(
            CONFIG.missing,
            (1, 1),
            "`base_url` is missing",
            "Write base_url: https://example.org/ with the address of the site",
        )
        return None
    entries = read_mapping(tree, _KEYS, "", notes)
    if entries is None:
        return None
    values = dict(entries.values)
    if "base_url" not in entries.nodes:
        notes.add(
            CONFIG.missing,
            (1, 1),
            "`base_url` is missing",
            "Write base_url: https://example.org/ with the address of the site",
        )
    if "base_url" not in values:
        return None
    host = urlsplit(values["base_url"]).hostname or ""
    values.setdefault("title", {"": host})
    values.setdefault("organisation", Organisation(name=next(iter(values["title"].values()))))
    values.setdefault("sections", SECTIONS)
    _settle_languages(values, entries, notes)
    return Config(**values)


def _settle_languages(values: dict[str, Any], entries: Entries, notes: Notes) -> None:
    """`languages` with the default first; either key may be left out."""
    listed: tuple[str, ...] = tuple(dict.fromkeys(values.get("languages", ())))
    default = values.get("language") or (listed[0] if listed else "en")
    if listed and default not in listed:
        notes.add(
            CONFIG.value,
            entries.nodes.get("language"),
            f"`language` is {default}, which is not among `languages`",
            f"Add {default} to it",
        )
    values["language"] = default
    values["languages"] = (default, *(tag for tag in listed if tag != default))


_SECTION = Keys.of(
    Key("id", read_section_id),
    Key("title", read_localised),
    Key("kind", read_choice(SectionKind)),
    Key("description", read_localised),
    Key("permalink", read_permalink),
    Key("feed", read_flag),
    Key("front_page", read_whole(0, 1000)),
    Key("trusted_html", read_flag),
)


def _read_sections(node: Node, key: str, notes: Notes) -> tuple[Section, ...] | None:
    if not isinstance(node, Sequence):
        wrong_type(node, key, notes, "a list of sections, each with id, title and kind,")
        return None
    found: dict[str, Section] = {}
    for item in node.items:
        section = _section(item, key, notes)
        if section is None:
            continue
        if section.id in found:
            notes.add(
                CONFIG.value,
                item,
                f"the section `{section.id}` is declared twice",
                "Keep one of the two",
            )
        found[section.id] = section
    return tuple(found.values())


def _section(node: Node, key: str, notes: Notes) -> Section | None:
    entries = read_mapping(node, _SECTION, key, notes)
    if entries is None:
        return None
    for name in ("id", "title", "kind"):
        if name not in entries.nodes:
            notes.add(CONFIG.missing, node, f"a section has no `{name}`", f"Write {name}: in it")
    values = entries.values
    if not {"id", "title", "kind"} <= values.keys():
        return None
    return Section(**{"permalink": PERMALINKS[values["kind"]], **values})


def _group(keys: Keys, make: type, required: str = "") -> Reader:
    """A reader of a mapping of settings."""

    def read(node: Node, key: str, notes: Notes) -> Any:
        entries = read_mapping(node, keys, key, notes)
        if entries is None:
            return None
        if required and required not in entries.nodes:
            notes.add(
                CONFIG.missing,
                node,
                f"`{key}.{required}` is missing",
                f"Write {required}: below {key}:",
            )
        if required and required not in entries.values:
            return None
        return make(**entries.values)

    return read


_KEYS = Keys.of(
    Key("base_url", read_base_url, ("baseURL",)),
    Key("title", read_localised),
    Key("description", read_localised),
    Key("language", read_language),
    Key("languages", read_list(read_language)),
    Key("timezone", read_timezone),
    Key(
        "organisation",
        _group(
            Keys.of(
                Key("name", read_line),
                Key("short_name", read_line),
                Key("url", read_url),
                Key("email", read_email),
            ),
            Organisation,
            "name",
        ),
        ("organization",),
    ),
    Key("sections", _read_sections),
    Key("page_size", read_whole(1, 1000)),
    Key("excerpt_limit", read_whole(1, 10_000)),
    Key("exit_url", read_url),
    Key(
        "feeds",
        _group(
            Keys.of(
                Key("entries", read_whole(1, 1000)),
                Key("link", read_choice(FeedLink)),
                Key("authority", read_authority),
            ),
            FeedSettings,
        ),
    ),
    Key(
        "ai",
        _group(
            Keys.of(
                Key("train", read_choice(Choice)),
                Key("search", read_choice(Choice)),
                Key("user", read_choice(Choice)),
            ),
            AiChoices,
        ),
    ),
    Key(
        "security",
        _group(Keys.of(Key("contact", read_contact), Key("policy", read_url)), Security, "contact"),
    ),
)
