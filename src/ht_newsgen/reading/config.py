"""`newsgen.yaml`, read strictly: every key has a type, a meaning and a place."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from ht_newsgen.kit.files import read_bounded
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.config import Config, SocialCards
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.addresses import read_country
from ht_newsgen.reading.config_feeds import read_feeds
from ht_newsgen.reading.config_groups import (
    read_ai,
    read_checks,
    read_organisation,
    read_security,
    read_text_mining,
)
from ht_newsgen.reading.config_sections import SECTIONS, read_sections
from ht_newsgen.reading.config_values import (
    read_base_url,
    read_exit,
    read_switch,
    read_timezone,
)
from ht_newsgen.reading.fields import (
    read_choice,
    read_language,
    read_list,
    read_localised,
    read_whole,
)
from ht_newsgen.reading.front_matter import decode
from ht_newsgen.reading.mappings import Entries, Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CONFIG, SIZE, UNREADABLE
from ht_newsgen.reading.strict_yaml import LARGEST, parse_yaml
from ht_newsgen.reading.tree import is_empty

CONFIG_FILE = "newsgen.yaml"


def read_config(root: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration of the site in `root`; None, with problems, when it cannot be used."""
    notes = Notes(CONFIG_FILE, CONFIG)
    try:
        data = read_bounded(root / CONFIG_FILE, LARGEST)
    except OSError as error:
        notes.add(
            UNREADABLE,
            None,
            say("this file cannot be read: {reason}", reason=error.strerror or str(error)),
            say("A site has a file newsgen.yaml, with at least its base_url"),
        )
        return None, tuple(notes.problems)
    if data is None:
        notes.add(
            SIZE,
            None,
            say("this file is larger than {most} bytes", most=LARGEST),
            say("Shorten it"),
        )
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
            say("`base_url` is missing"),
            say("Write base_url: https://example.org/ with the address of the site"),
        )
        return None
    entries = read_mapping(tree, CONFIG_KEYS, "", notes)
    if entries is None:
        return None
    values = dict(entries.values)
    if "base_url" not in entries.nodes:
        notes.add(
            CONFIG.missing,
            (1, 1),
            say("`base_url` is missing"),
            say("Write base_url: https://example.org/ with the address of the site"),
        )
    if "base_url" not in values:
        return None
    host = urlsplit(values["base_url"]).hostname or ""
    values.setdefault("title", {"": host})
    values.setdefault("organisation", Organisation(name=next(iter(values["title"].values()))))
    values.setdefault("sections", SECTIONS)
    _settle_languages(values, entries, notes)
    values["organisation"] = _main_name(values["organisation"], values["language"])
    return Config(**values)


def _settle_languages(values: dict[str, Any], entries: Entries, notes: Notes) -> None:
    """`languages` with the default first; either key may be left out."""
    listed: tuple[str, ...] = tuple(dict.fromkeys(values.get("languages", ())))
    default = values.get("language") or (listed[0] if listed else "en")
    if listed and default not in listed:
        notes.add(
            CONFIG.value,
            entries.nodes.get("language"),
            say("`language` is {default}, which is not among `languages`", default=default),
            say("Add {default} to it", default=default),
        )
    values["language"] = default
    values["languages"] = (default, *(tag for tag in listed if tag != default))


def _main_name(organisation: Organisation, language: str) -> Organisation:
    """The publisher under its name in the site's own language; one name needs no list of names."""
    names = organisation.names
    if len(names) < 2:
        return replace(organisation, names={})
    return replace(organisation, name=names.get(language, organisation.name))


CONFIG_KEYS = Keys.of(
    Key("base_url", read_base_url, ("baseURL",)),
    Key("title", read_localised),
    Key("description", read_localised),
    Key("language", read_language),
    Key("languages", read_list(read_language)),
    Key("timezone", read_timezone),
    Key("country", read_country),
    Key("organisation", read_organisation, ("organization",)),
    Key("sections", read_sections),
    Key("page_size", read_whole(1, 1000)),
    Key("excerpt_limit", read_whole(1, 10_000)),
    Key("search", read_switch),
    Key("exit_url", read_exit),
    Key("feeds", read_feeds),
    Key("social_cards", read_choice(SocialCards)),
    Key("ai", read_ai),
    Key("text_mining", read_text_mining),
    Key("security", read_security),
    Key("checks", read_checks),
)
