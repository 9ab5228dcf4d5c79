"""The manuals are in step with the program: no command, flag, key or rule is missing."""

import re
from functools import cache
from pathlib import Path

import msgspec
import pytest

from ht_newsgen.cli.commands import COMMANDS
from ht_newsgen.cli.rules import RULES
from ht_newsgen.kit.problems import Rule
from ht_newsgen.model.config import Config, Section
from tests.support.golden import assert_holds
from tests.support.rules_page import page_of_rules

ROOT = Path(__file__).parents[2]
FRONT_MATTER = """title date updated standfirst source rights licence topics countries language
    translation_of authors dateline image content_notes corrections slug aliases id draft publish
    expires status weight silence safeguarding sign_up
    preheader since until sections items order""".split()


def manual(name: str) -> str:
    """The text of a manual."""
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    """A newcomer finds all that the program can do."""
    assert f"`{name}" in manual("README.md") or f"ht-newsgen {name}" in manual("README.md")


@pytest.mark.parametrize("field", msgspec.structs.fields(Config), ids=lambda field: field.name)
def test_every_configuration_key_is_explained(field: msgspec.structs.FieldInfo) -> None:
    """In docs/configuration.md, as code."""
    assert f"`{field.name}`" in manual("docs/configuration.md")


@pytest.mark.parametrize("field", msgspec.structs.fields(Section), ids=lambda field: field.name)
def test_every_key_of_a_section_is_explained(field: msgspec.structs.FieldInfo) -> None:
    """In docs/configuration.md, as code."""
    assert f"`{field.name}`" in manual("docs/configuration.md")


@pytest.mark.parametrize("key", FRONT_MATTER)
def test_every_front_matter_key_is_explained_to_editors(key: str) -> None:
    """In docs/editors.md, as code."""
    guide = manual("docs/editors.md")
    assert any(form in guide for form in (f"`{key}`", f"`{key}:", f"\n{key}:"))


def test_the_page_of_rules_is_made_from_the_rules(update: bool) -> None:
    """docs/rules.md lists each with its severity and its sentence, and explains it below."""
    assert_holds(ROOT / "docs" / "rules.md", page_of_rules(), update=update)


def test_no_two_rules_share_an_id() -> None:
    """A rule is a page of its own."""
    assert len({rule.id for rule in RULES}) == len(RULES)


@cache
def mistakes() -> str:
    """All that names the rules it breaks: broken sites, tables of mistakes, tests."""
    broken = (ROOT / "tests" / "sites" / "broken").glob("*/expected.txt")
    tables = (ROOT / "tests" / "unit").rglob("*.txt")
    unit = (file for file in (ROOT / "tests").rglob("test_*.py") if file != Path(__file__))
    return "\n".join(file.read_text("utf-8") for file in (*broken, *tables, *unit))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_broken_somewhere(rule: Rule) -> None:
    """In a folder of tests/sites/broken, in a table of mistakes, or in a test that names it."""
    assert rule.id in mistakes()


def test_the_editors_guide_promises_no_command_that_is_not_there() -> None:
    """Each `build.py WORD` in a manual is a word that build.py or the command line knows."""
    known = set(COMMANDS) | {
        "test",
        "lock",
        "lint",
        "bench",
        "fuzz",
        "messages",
    }
    for name in ("README.md", *(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))):
        words = re.findall(r"python3 build\.py ([a-z]+)", manual(name))
        assert [word for word in words if word not in known] == [], name
