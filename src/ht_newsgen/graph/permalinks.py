"""The address of one item, and the paths that its aliases stand for."""

from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import clean
from ht_newsgen.model.article import Dated, Item
from ht_newsgen.model.config import Section

FIELD = regex(r"\{(\w*)\}")
FILE_NAME = regex(r"[^/]*\.[A-Za-z][A-Za-z0-9]{0,4}")
LONGEST_SEGMENT = 200
"""Bytes of UTF-8; file systems take 255, and a file being written has a longer name."""
LONGEST_PATH = 1000
VALUES: dict[str, Callable[[Item], str]] = {
    "section": lambda item: item.section,
    "slug": lambda item: item.slug,
    "id": lambda item: item.id,
}
DATED: dict[str, Callable[[Dated], str]] = {
    "year": lambda item: f"{item.date.at.year:04}",
    "month": lambda item: f"{item.date.at.month:02}",
    "day": lambda item: f"{item.date.at.day:02}",
}
"""The fields of a pattern, and what they are of an item."""
PLAINLY = regex(r"(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,199}/)*[A-Za-z0-9][A-Za-z0-9_.-]{0,199}/?")
"""What most addresses are, and all of it can be a path of a file."""


def permalink_of(item: Item, section: Section, prefix: str) -> str:
    """Where the item lives, below its language's prefix: `flash/2018/raids/`.

    The `index.md` of a section lives at the section's own address. Raises `KeyError` with the name
    of a field of the pattern that the item has no value for: what is not dated has no `{year}`.
    """
    if item.is_index:
        return f"{prefix}{section.id}/"
    path = "".join(
        [part if isinstance(part, str) else part(item) for part in _divided(section.permalink)]
    )
    return prefix + path.lstrip("/")


@cache
def _divided(pattern: str) -> tuple[str | Callable[[Item], str], ...]:
    """The texts of a pattern, and between them what finds the values of its fields."""
    parts = FIELD.split(pattern)
    return tuple(_value(part) if index % 2 else part for index, part in enumerate(parts))


def _value(field: str) -> Callable[[Item], str]:
    """A function from an item to its value of the field; raises `KeyError` if it has none."""
    if field in VALUES:
        return VALUES[field]

    def dated(item: Item) -> str:
        if field not in DATED or not isinstance(item, Dated):
            raise KeyError(field)
        return DATED[field](item)

    return dated


def alias_path(alias: str) -> str:
    """The path that an alias stands for: `old/path/`, or a file such as `old.html`.

    Empty when no file can answer it: the front page, a query, a path with empty or dotted parts.
    Percent-encoded aliases are decoded, since a server decodes what it is asked for.
    """
    if "?" in alias or "#" in alias or not alias.startswith("/"):
        return ""
    path = unquote(alias[1:])
    if path and not path.endswith("/") and not FILE_NAME.fullmatch(path.rpartition("/")[2]):
        path += "/"
    return path if is_plain(path) else ""


def is_plain(permalink: str) -> bool:
    """Whether a file can have this path anywhere: no empty, dotted, odd or endless parts."""
    if len(permalink) <= LONGEST_PATH and PLAINLY.fullmatch(permalink):
        return True
    segments = permalink.removesuffix("/").split("/")
    return (
        clean(permalink) == permalink
        and not any(char in permalink for char in "\\\t\r\n")
        and len(permalink.encode()) <= LONGEST_PATH
        and all(
            segment not in ("", ".", "..") and len(segment.encode()) <= LONGEST_SEGMENT
            for segment in segments
        )
    )
