"""JSON-LD held against schema.org's vocabulary, as far as pages use it (`schema_org.toml`)."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

VOCABULARY = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TYPES: dict[str, list[str]] = VOCABULARY["types"]
PROPERTIES: dict[str, dict[str, list[str]]] = VOCABULARY["properties"]


def faults(thing: object, where: str = "") -> Iterator[str]:
    """What is said of a thing that its type does not have, or in a way it cannot be said."""
    if not isinstance(thing, dict):
        yield f"{where}: {thing!r} is no thing"
        return
    kind = thing.get("@type", "")
    if kind not in TYPES:
        yield f"{where}: no type {kind!r} is known"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        place = f"{where}/{name}"
        known = PROPERTIES.get(name)
        if known is None or not {kind, *TYPES[kind]} & set(known["on"]):
            yield f"{place}: {kind} has no such property"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from faults(one, place)
                of = one.get("@type", "")
                fits = bool({of, *TYPES.get(of, ())} & set(known["holds"]))
            else:
                fits = any(_is(one, range_) for range_ in known["holds"])
            if not fits:
                yield f"{place}: {one!r} is none of {known['holds']}"


def _is(value: object, range_: str) -> bool:
    if range_ == "Number":
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
