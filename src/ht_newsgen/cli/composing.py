"""The text of a new item: front matter that reads back as what went in, whatever the title."""

import json
import re
from dataclasses import dataclass

from ht_newsgen.kit.patterns import regex

SAFE_TEXT = regex(r"[^\W\d_](?:.*[^\s:])?", re.DOTALL)
"""Begins with a letter, so it is neither number, date nor sign; ends in no colon and no space."""
SAFE_WORD = regex(r"[^\W\d_][\w-]*")
"""An id, which is safe even inside a list in one line."""
WORDS_OF_YAML = frozenset("y n yes no on off true false null none".split())
"""Texts to a careful reader, but YAML 1.1 takes most of them for something else."""


@dataclass(frozen=True, kw_only=True)
class NewItem:
    """What is known of an item that is about to be written; texts are cleaned, on one line."""

    id: str
    title: str
    slug: str
    date: str = ""
    """ISO 8601, which needs no quotes here; empty for a standing page."""
    draft: bool = False
    standfirst: str = ""
    language: str = ""
    """Empty for the site's own."""
    source_name: str = ""
    source_url: str = ""
    source_published: str = ""
    """A day, in ISO 8601."""
    source_author: str = ""
    source_language: str = ""
    rights: str = ""
    licence: str = ""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    """To whoever writes the text, in its place; readers never see it."""


def compose(item: NewItem) -> str:
    """The file: front matter in the order of the manual, an empty line, room for the text."""
    source = [
        *pair("name", item.source_name),
        *pair("url", item.source_url),
        *([f"published: {item.source_published}"] if item.source_published else []),
        *pair("author", item.source_author),
        *pair("language", item.source_language),
    ]
    lines = [
        *pair("id", item.id),
        *pair("title", item.title),
        *pair("slug", item.slug),
        *([f"date: {item.date}"] if item.date else []),
        *(["draft: true"] if item.draft else []),
        *pair("standfirst", item.standfirst),
        *pair("language", item.language),
        *(["source:"] if source else []),
        *("  " + line for line in source),
        *pair("rights", item.rights),
        *pair("licence", item.licence),
        *list_of("topics", item.topics),
        *list_of("countries", item.countries),
    ]
    text = item.text or (f"<!-- {item.note} -->" if item.note else "")
    return "\n".join(["---", *lines, "---", "", *([text, ""] if text else [""])])


def pair(key: str, value: str) -> list[str]:
    """`key: value`, unless there is no value."""
    return [f"{key}: {scalar(value)}"] if value else []


def list_of(key: str, values: tuple[str, ...]) -> list[str]:
    """`key: [one, two]`, unless there are none."""
    safe = (value if is_safe_word(value) else quoted(value) for value in values)
    return [f"{key}: [{', '.join(safe)}]"] if values else []


def scalar(text: str) -> str:
    """The text as a value of YAML, in quotes only if it needs them (YAML 1.2.2, section 7.3.3)."""
    return text if is_safe_text(text) or is_safe_word(text) else quoted(text)


def is_safe_text(text: str) -> bool:
    """Whether the text means itself without quotes."""
    return (
        SAFE_TEXT.fullmatch(text) is not None
        and text.isprintable()
        and not any(sign in text for sign in (": ", " #"))
        and text.casefold() not in WORDS_OF_YAML
    )


def is_safe_word(text: str) -> bool:
    """Whether the text means itself in a list."""
    return SAFE_WORD.fullmatch(text) is not None and text.casefold() not in WORDS_OF_YAML


def quoted(text: str) -> str:
    """The text in double quotes: JSON, which YAML 1.2 contains, with all that is odd escaped."""
    return '"' + "".join(escaped(char) for char in text) + '"'


def escaped(char: str) -> str:
    """One character of a quoted text."""
    if char.isprintable() and char not in '"\\':
        return char
    if char in '"\\\n\t':
        return json.dumps(char)[1:-1]
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
