"""`newsgen.yaml`: what may stand in it, and what is told of the rest."""

from pathlib import Path

import pytest

from ht_newsgen.model.config import (
    AiChoices,
    Choice,
    Config,
    Section,
    SectionKind,
    Security,
)
from ht_newsgen.model.feed_settings import (
    FeedChoice,
    FeedContent,
    FeedKind,
    FeedLink,
    FeedSettings,
    OneFeed,
)
from ht_newsgen.model.people import Organisation
from ht_newsgen.reading.config import parse_config, read_config
from ht_newsgen.reading.config_sections import SECTIONS
from tests.unit.reading.tables import Case, cases, told


def earned(case: Case) -> str:
    config, problems = parse_config(case.text.encode())
    assert (config is None) == bool(problems)
    return told(sorted(problems))


@pytest.mark.parametrize("case", cases("settings.txt"), ids=lambda case: case.name)
def test_every_mistake_of_a_configuration_is_told(case: Case) -> None:
    """Each configuration of `settings.txt` earns what stands below it."""
    assert earned(case) == case.earned


def test_base_url_is_all_a_site_needs() -> None:
    """Everything else has a default; the host names the site."""
    assert parse_config(b"base_url: https://newsroom.example.org") == (
        Config(
            base_url="https://newsroom.example.org/",
            title={"": "newsroom.example.org"},
            organisation=Organisation(name="newsroom.example.org"),
            sections=SECTIONS,
        ),
        (),
    )


def test_every_setting_is_read() -> None:
    """All keys at once."""
    config, problems = parse_config(
        b"""
base_url: https://newsroom.example.org/news
title: {en: Newsroom, bs: Vijesti}
description: News and background
language: bs
languages: [en, bs, sr-latn]
timezone: Europe/Sarajevo
organization:
  name: Forum
  short_name: F
  url: https://example.org
  email: press@example.org
  profiles: [https://mastodon.example/@forum]
  fediverse: forum@mastodon.example
sections:
  - {id: notes, title: Notes, kind: flash, front_page: 7, feed: false, description: Short}
  - {id: texts, title: Texts, kind: story, permalink: "/{year}/{month}/{id}/", trusted_html: true}
  - {id: pages, title: Pages, kind: page}
page_size: 10
excerpt_limit: 150
exit_url: {en: https://example.com/, bs: https://example.com/bs}
feeds:
  entries: 20
  content: summary
  link: source
  authority: example.org,2018-01
  hub: https://hub.example/
  topics: false
  sources: {content: headline}
  each:
    /notes/: {entries: 7}
    /: false
ai: {train: allow, search: deny, user: deny}
security: {contact: "mailto:security@example.org", policy: https://example.org/security}
"""
    )
    assert (config, problems) == (
        Config(
            base_url="https://newsroom.example.org/news/",
            title={"en": "Newsroom", "bs": "Vijesti"},
            description={"": "News and background"},
            language="bs",
            languages=("bs", "en", "sr-Latn"),
            timezone="Europe/Sarajevo",
            organisation=Organisation(
                name="Forum",
                short_name="F",
                url="https://example.org",
                email="press@example.org",
                profiles=("https://mastodon.example/@forum",),
                fediverse="@forum@mastodon.example",
            ),
            sections=(
                Section(
                    id="notes",
                    title={"": "Notes"},
                    kind=SectionKind.FLASH,
                    description={"": "Short"},
                    permalink="/{section}/{year}/{slug}/",
                    feed=False,
                    front_page=7,
                ),
                Section(
                    id="texts",
                    title={"": "Texts"},
                    kind=SectionKind.STORY,
                    permalink="/{year}/{month}/{id}/",
                    trusted_html=True,
                ),
                Section(
                    id="pages", title={"": "Pages"}, kind=SectionKind.PAGE, permalink="/{slug}/"
                ),
            ),
            page_size=10,
            excerpt_limit=150,
            exit_url={"en": "https://example.com/", "bs": "https://example.com/bs"},
            feeds=FeedSettings(
                entries=20,
                content=FeedContent.SUMMARY,
                link=FeedLink.SOURCE,
                authority="example.org,2018-01",
                hub="https://hub.example/",
                kinds={
                    FeedKind.TOPICS: FeedChoice(wanted=False),
                    FeedKind.SOURCES: FeedChoice(wanted=True, content=FeedContent.HEADLINE),
                },
                each=(
                    OneFeed(
                        path="notes/", choice=FeedChoice(wanted=True, entries=7), line=31, column=5
                    ),
                    OneFeed(path="", choice=FeedChoice(wanted=False), line=32, column=5),
                ),
            ),
            ai=AiChoices(train=Choice.ALLOW, search=Choice.DENY, user=Choice.DENY),
            security=Security(
                contact="mailto:security@example.org", policy="https://example.org/security"
            ),
        ),
        (),
    )


def test_the_first_language_is_the_default() -> None:
    """`languages` alone is enough."""
    config, _ = parse_config(b"base_url: https://example.org/\nlanguages: [hr, en]")
    assert config is not None
    assert (config.language, config.languages) == ("hr", ("hr", "en"))


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With the reason of the system."""
    config, problems = read_config(tmp_path)
    assert (config, told(problems)) == (
        None,
        (
            "0:0 content/unreadable: this file cannot be read: No such file or directory\n"
            "    A site has a file newsgen.yaml, with at least its base_url"
        ),
    )


def test_a_configuration_in_another_encoding_is_told() -> None:
    """It is a text like all others."""
    config, problems = parse_config("title: Vijesti iz Kopačeva".encode("cp1250"))
    assert (config, [problem.rule for problem in problems]) == (None, ["content/encoding"])
