"""What was read by another program, in another zone or under another configuration is forgotten."""

import zoneinfo
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from ht_newsgen.build.configured import configured
from ht_newsgen.build.options import Options
from ht_newsgen.build.versions import installed_below, reading_key, sources, zone_digest
from ht_newsgen.model.config import (
    AiChoices,
    Choice,
    Config,
    Level,
    RuleLevel,
    Security,
    SocialCards,
    TextMining,
)
from ht_newsgen.model.feed_settings import FeedSettings
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.article import read_item
from tests.support import edits
from tests.support.sites import NOW, ROOT

LEFT_OUT = {
    "title": {"": "Another"},
    "description": {"": "Another"},
    "country": "BA",
    "organisation": Organisation(name="Another", url="https://another.example/"),
    "page_size": 7,
    "search": False,
    "exit_url": {"": "https://another.example/"},
    "feeds": FeedSettings(entries=3, authority="another.example,2018"),
    "social_cards": SocialCards.NONE,
    "ai": AiChoices(train=Choice.ALLOW),
    "text_mining": TextMining(reserved=False),
    "security": Security(contact="mailto:another@example.org"),
    "checks": (RuleLevel(pattern="feeds/*", level=Level.OFF),),
}
"""What reading does not look at, with other values."""


@pytest.fixture(scope="module")
def config() -> Config:
    options = Options(root=edits.TINY, output=ROOT / "public", theme=ROOT, now=NOW)
    found, _ = configured(options)
    assert found is not None
    return found


def test_reading_does_not_look_at_what_its_key_leaves_out(config: Config) -> None:
    """Every item of a site that has one of everything is read alike."""
    other = replace(config, **LEFT_OUT)
    for file in edits.items(edits.TINY):
        path = file.relative_to(edits.TINY).as_posix()
        assert read_item(edits.TINY, path, config) == read_item(edits.TINY, path, other), path
    assert reading_key(config) == reading_key(other)


@pytest.mark.parametrize(
    "field",
    [field.name for field in msgspec.structs.fields(Config) if field.name not in LEFT_OUT],
)
def test_everything_else_of_the_configuration_counts(config: Config, field: str) -> None:
    """A key that is added later counts until somebody decides that it does not."""
    value = getattr(config, field)
    other = {str: "Asia/Tokyo", int: 7, tuple: value[:1] if isinstance(value, tuple) else ()}
    assert reading_key(config) != reading_key(replace(config, **{field: other[type(value)]}))


def test_other_rules_of_a_time_zone_count(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A government moves summer time, and the system's database follows."""
    before = reading_key(config)
    (tmp_path / "Europe").mkdir()
    (tmp_path / config.timezone).write_bytes(b"TZif of next year")
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path),))
    assert reading_key(config) != before


def test_a_zone_that_the_system_does_not_know_comes_from_a_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Which is named among the installed ones."""
    monkeypatch.setattr(zoneinfo, "TZPATH", ())
    assert zone_digest("Europe/Sarajevo") == ""


def test_every_installed_package_counts(tmp_path: Path) -> None:
    """By name and version; folders that are not there hold none."""
    (tmp_path / "jinja2-3.1.5.dist-info").mkdir()
    (tmp_path / "old.egg-info").touch()
    (tmp_path / "jinja2").mkdir()
    found = installed_below([str(tmp_path), str(tmp_path / "x.zip")])
    assert sorted(found) == ["jinja2-3.1.5.dist-info", "old.egg-info"]


def test_the_program_counts_and_what_tools_leave_beside_it_does_not(tmp_path: Path) -> None:
    """Modules and data, by name; not what is on no page, or on those of a language."""
    for name in ("a.py", "cli/a.yml", "__pycache__/a.pyc", ".mypy_cache/x.json", "b/.swp",
                 "i18n/catalogues/theme/bs.po", "explanations/a/b.md", "starter/x"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    assert sources(tmp_path) == ["a.py", "cli/a.yml"]
