"""`newsgen.yaml`, read strictly: every key has a type, a meaning and a place."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from ht_newsgen.kit.files import read_bounded
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.text import nearest
from ht_newsgen.kit.urls import is_http_url
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
from ht_newsgen.reading.fields import (
    read_choice,
    read_flag,
    read_language,
    read_line,
    read_list,
    read_localised,
    read_url,
    read_whole,
    read_word,
    wrong_type,
    wrong_value,
)
from ht_newsgen.reading.front_matter import decode
from ht_newsgen.reading.mappings import Entries, Key, Keys, Reader, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CONFIG, SIZE, UNREADABLE
from ht_newsgen.reading.strict_yaml import LARGEST, parse_yaml
from ht_newsgen.reading.tree import Node, Sequence, is_empty

CONFIG_FILE = "newsgen.yaml"

PERMALINKS = {
    SectionKind.FLASH: "/{section}/{year}/{slug}/",
    SectionKind.STORY: "/{section}/{year}/{slug}/",
    SectionKind.PAGE: "/{slug}/",
}
"""The pattern of a section that gives none."""

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

_FIELDS = frozenset(("section", "year", "month", "day", "slug", "id"))
_FIELD = re.compile(r"\{([^{}]*)\}")
_SECTION_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_RESERVED = frozenset(("data", "media"))
_AUTHORITY = re.compile(r"[a-z0-9.-]+(?:@[a-z0-9.-]+)?,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


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


# -- the values


def _read_base_url(node: Node, key: str, notes: Notes) -> str | None:
    text = read_url(node, key, notes)
    if text is None:
        return None
    parts = urlsplit(text)
    if parts.query or parts.fragment or "?" in text or "#" in text or parts.username:
        wrong_value(
            node,
            key,
            notes,
            "a query, a fragment or a name has no place in it",
            f"Write it as: {key}: {parts.scheme}://{parts.hostname}{parts.path}",
        )
        return None
    return text if text.endswith("/") else f"{text}/"


def _read_timezone(node: Node, key: str, notes: Notes) -> str | None:
    name = read_word(node, key, notes)
    if name is None:
        return None
    known = available_timezones()
    if name in known:
        try:
            return ZoneInfo(name).key
        except (OSError, ValueError):
            pass
    meant = nearest(name, known) or nearest(name, {zone.rpartition("/")[2]: zone for zone in known})
    full = next((zone for zone in sorted(known) if zone.rpartition("/")[2] == meant), meant)
    wrong_value(
        node,
        key,
        notes,
        f"there is no time zone `{name[:60]}`",
        f"Did you mean `{full}`?" if full else "Write a name such as Europe/Sarajevo",
    )
    return None


def _read_permalink(node: Node, key: str, notes: Notes) -> str | None:
    pattern = read_word(node, key, notes)
    if pattern is None:
        return None
    names = _FIELD.findall(pattern)
    literal = _FIELD.sub("", pattern)
    wrong = sorted(set(names) - _FIELDS)
    reason = ""
    if wrong:
        meant = nearest(wrong[0], _FIELDS)
        reason = f"there is no field {{{wrong[0]}}}" + (f"; {{{meant}}} is one" if meant else "")
    elif "{" in literal or "}" in literal:
        reason = "a brace is never closed"
    elif not (pattern.startswith("/") and pattern.endswith("/")):
        reason = "it begins and ends with /"
    elif "//" in pattern or not re.fullmatch(r"[A-Za-z0-9/_.~-]*", literal):
        reason = "between its fields stand letters, digits, and single / - _ . ~"
    elif any(part in (".", "..") for part in pattern.split("/")):
        reason = "`.` and `..` are no folders of a site"
    elif not {"slug", "id"} & set(names):
        reason = "without {slug} or {id} all items would have the same address"
    if not reason:
        return pattern
    wrong_value(
        node,
        key,
        notes,
        f"`{pattern[:80]}` cannot be a permalink: {reason}",
        f'Write it as: permalink: "{PERMALINKS[SectionKind.STORY]}"',
    )
    return None


def _read_contact(node: Node, key: str, notes: Notes) -> str | None:
    text = read_line(node, key, notes)
    if text is None:
        return None
    if text.startswith(("mailto:", "tel:")) and len(text.partition(":")[2]) > 2 and " " not in text:
        return text
    if text.startswith("https:") and is_http_url(text):
        return text
    advice = f"Write it as: {key.rpartition('.')[2]}: mailto:{text}" if "@" in text else ""
    wrong_value(
        node, key, notes, f"`{text[:80]}` is no mailto:, tel: or https: address (RFC 9116)", advice
    )
    return None


def _read_section_id(node: Node, key: str, notes: Notes) -> str | None:
    text = read_word(node, key, notes)
    if text is None or (_SECTION_ID.fullmatch(text) and text not in _RESERVED):
        return text
    message = f"`{text[:60]}` cannot be a section"
    advice = "Write the name of its folder: small letters, digits and -"
    wrong_value(node, key, notes, message, advice)
    return None


def _read_email(node: Node, key: str, notes: Notes) -> str | None:
    text = read_line(node, key, notes)
    if text is None or re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", text):
        return text
    wrong_value(node, key, notes, f"`{text[:80]}` is no e-mail address", "")
    return None


def _read_authority(node: Node, key: str, notes: Notes) -> str | None:
    text = read_line(node, key, notes)
    if text is None or _AUTHORITY.fullmatch(text):
        return text
    wrong_value(
        node,
        key,
        notes,
        f"`{text[:80]}` is no authority of a tag: URI (RFC 4151)",
        "Write a host that was yours on a day, and the day: example.org,2018",
    )
    return None


_SECTION = Keys.of(
    Key("id", _read_section_id),
    Key("title", read_localised),
    Key("kind", read_choice(SectionKind)),
    Key("description", read_localised),
    Key("permalink", _read_permalink),
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
    Key("base_url", _read_base_url, ("baseURL",)),
    Key("title", read_localised),
    Key("description", read_localised),
    Key("language", read_language),
    Key("languages", read_list(read_language)),
    Key("timezone", _read_timezone),
    Key(
        "organisation",
        _group(
            Keys.of(
                Key("name", read_line),
                Key("short_name", read_line),
                Key("url", read_url),
                Key("email", _read_email),
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
                Key("authority", _read_authority),
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
        _group(
            Keys.of(Key("contact", _read_contact), Key("policy", read_url)), Security, "contact"
        ),
    ),
)
