"""Schemas of files: valid, complete, and of one mind with reading."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ht_newsgen.kit.problems import Problem
from ht_newsgen.reading.article import parse_item
from ht_newsgen.reading.config import CONFIG_FILE, parse_config
from ht_newsgen.reading.front_matter import take_apart
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.registers import FOLDER, REGISTERS, problems_of_register
from ht_newsgen.reading.rules import CONFIG, FRONT_MATTER
from ht_newsgen.reading.schema.descriptions import DESCRIPTIONS
from ht_newsgen.reading.schema.documents import SCHEMAS
from ht_newsgen.reading.strict_yaml import parse_yaml
from ht_newsgen.reading.tree import Mapping, Node, Scalar, value_of
from tests.fuzz.subject import PRESS, corpus, no_pictures
from tests.support.sites import ROOT
from tests.unit.reading.tables import cases


@cache
def validator(name: str) -> Any:
    return Draft202012Validator(SCHEMAS[name]())


def as_json(node: Node) -> Any:
    """The tree as an editor of texts sees it."""
    if isinstance(node, Scalar):
        return value_of(node)
    if isinstance(node, Mapping):
        return {label.text: as_json(value) for label, value in node.entries}
    return [as_json(item) for item in node.items]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    """Judged by the schema of schemas; it names no host but that of its dialect."""
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)

    assert [text for text in strings(schema) if "://" in text and not text.startswith("^")] == [
        "https://json-schema.org/draft/2020-12/schema"
    ]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_every_description_is_of_a_key() -> None:
    """What was renamed is not described under its old name."""
    told = {text for name in SCHEMAS for text in strings(SCHEMAS[name]())}

    assert [path for path, text in DESCRIPTIONS.items() if text not in told] == []


def test_another_name_of_a_key_is_deprecated() -> None:
    """It is read, and not proposed."""
    properties = SCHEMAS["front-matter"]()["properties"]

    assert properties["lastmod"]["deprecated"] is True
    assert properties["lastmod"]["description"].startswith("Another name of `updated`. ")
    assert "deprecated" not in properties["updated"]


# -- of one mind with reading


def instance_of(path: str, data: bytes) -> tuple[str, Any] | None:
    """The schema for a file, and its content; None for what is no strict YAML."""
    in_yaml = path.endswith(".yaml")
    notes = Notes(path, CONFIG if in_yaml else FRONT_MATTER)
    if in_yaml:
        name, text = path.removeprefix(f"{FOLDER}/").removesuffix(".yaml"), data.decode()
    else:
        parts = take_apart(data, notes)
        if parts is None or parts.front is None:
            return None
        is_edition = path.startswith("content/newsletter/") and "/index" not in path
        name, text = "edition" if is_edition else "front-matter", parts.front
    tree = parse_yaml(text, notes)
    if tree is None or notes.problems:
        return None
    content = as_json(tree)
    name = "config" if path == CONFIG_FILE else name
    return name, {} if content is None and name == "front-matter" else content


def problems_of(path: str, data: bytes) -> tuple[Problem, ...]:
    if path == CONFIG_FILE:
        return parse_config(data)[1]
    if path in REGISTERS:
        return problems_of_register(path, data)
    config, _ = parse_config((ROOT / CONFIG_FILE).read_bytes())
    assert config is not None
    return parse_item(data, path, config, no_pictures, press=PRESS).problems


def refusals(path: str, data: bytes) -> list[str]:
    found = instance_of(path, data)
    if found is None:
        return []
    return [error.message for error in validator(found[0]).iter_errors(found[1])]


@pytest.mark.parametrize("number", range(len(corpus())), ids=lambda n: f"{n}-{corpus()[n][0]}")
def test_what_a_schema_refuses_is_told_by_reading_too(number: int) -> None:
    """Every file of the newsroom and of all broken sites: what is read without a word fits."""
    path, data = corpus()[number]

    if refusals(path, data):
        assert problems_of(path, data)


WRONG = cases("refused.txt")


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_what_is_wrong_is_refused_by_both(case: Any) -> None:
    """Each file of `refused.txt` fails its schema, and reading tells something of it."""
    path, _, text = case.text.partition("\n")
    data = f"---\n{text}---\n\nText.\n" if path.endswith(".md") else text

    assert refusals(path, data.encode())
    assert problems_of(path, data.encode())


@pytest.mark.parametrize("case", cases("accepted.txt"), ids=lambda case: case.name)
def test_what_is_odd_and_right_is_accepted_by_both(case: Any) -> None:
    """Words in capitals, keys of other programs' names, keys without a value."""
    path, _, text = case.text.partition("\n")
    data = f"---\n{text}---\n\nText.\n" if path.endswith(".md") else text

    assert refusals(path, data.encode()) == []
    assert problems_of(path, data.encode()) == ()
