"""JSON-LD held against schema.org's vocabulary, as the package schema-dts publishes it.

Its one file is TypeScript, written by a program from the vocabulary itself, and read here for what
it says of types and properties:

    interface NewsArticleBase extends ArticleBase {
        "dateline"?: SchemaValue<Text, "dateline">;
    export interface NewsArticleLeaf extends NewsArticleBase {
        "@type": "NewsArticle";
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from tests.support import tools

_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+?) extends ([\w, <>]+) \{$(.*?)^\}$", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*), "\w+">;$', re.MULTILINE)
_TYPE = re.compile(r'^    "@type": "(\w+)";$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What types there are, and what may be said of each."""

    types: Mapping[str, frozenset[str]]
    """Each with itself and all that it is besides: `Article`, `CreativeWork`, `Thing`."""
    properties: Mapping[str, Mapping[str, frozenset[str]]]
    """For each type the properties declared on it, and what each may hold."""

    def ranges(self, kind: str, name: str) -> frozenset[str]:
        """What a property may hold on a thing of this type; nothing if it cannot have it."""
        found = (self.properties.get(one, {}).get(name) for one in self.types[kind])
        return frozenset().union(*(one for one in found if one))


@cache
def vocabulary() -> Vocabulary:
    """The whole of it. Raises `MissingToolError` where the package is not installed."""
    above: dict[str, str] = {}
    properties: dict[str, dict[str, frozenset[str]]] = {}
    leaves: dict[str, str] = {}
    for name, parents, text in _INTERFACE.findall(tools.schema_org().read_text("utf-8")):
        if name.endswith("Base"):
            above[name] = parents
            properties[name.removesuffix("Base")] = {
                property_: frozenset(held.split(" | "))
                for property_, held in _PROPERTY.findall(text)
            }
        elif kind := _TYPE.search(text):
            leaves[kind[1]] = parents
    return Vocabulary(
        types={kind: frozenset((kind, *_up(base, above))) for kind, base in leaves.items()},
        properties=properties,
    )


def _up(bases: str, above: Mapping[str, str]) -> Iterator[str]:
    for base in bases.split(", "):
        if base in above:
            yield base.removesuffix("Base")
            yield from _up(above[base], above)


def faults(thing: object, where: str = "") -> Iterator[str]:
    """What is said of a thing that its type does not have, or in a way it cannot be said."""
    known = vocabulary()
    if not isinstance(thing, dict):
        yield f"{where}: {thing!r} is no thing"
        return
    kind = thing.get("@type", "")
    if kind not in known.types:
        yield f"{where}: no type {kind!r} is known"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        place = f"{where}/{name}"
        ranges = known.ranges(kind, name)
        if not ranges:
            yield f"{place}: {kind} has no such property"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from faults(one, place)
                fits = bool(known.types.get(one.get("@type", ""), frozenset()) & ranges)
            else:
                fits = any(_is(one, range_) for range_ in ranges)
            if not fits:
                yield f"{place}: {one!r} is none of {sorted(ranges)}"


def _is(value: object, range_: str) -> bool:
    if range_ in ("Number", "Integer"):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    if range_ == "URL":
        return value.startswith(("https://", "http://"))
    if range_ in ("Date", "DateTime"):
        return _is_date(value)
    return range_ == "Text"


def _is_date(value: str) -> bool:
    """ISO 8601: a day, or a moment with its offset."""
    try:
        if "T" in value:
            return datetime.fromisoformat(value).tzinfo is not None
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
