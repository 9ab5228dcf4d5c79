from datetime import datetime, timedelta, timezone
from urllib.robotparser import RobotFileParser

import pytest

from ht_newsgen.model.config import AiChoices, Choice, Security
from ht_newsgen.pages.views.machine import RobotsView, SecurityView
from ht_newsgen.render.robots import (
    FETCHING,
    SEARCHING,
    TRAINING,
    render_robots,
    render_security,
)

SITEMAP = "https://example.org/sitemap.xml"


def test_by_default_models_may_find_us_but_not_learn_from_us() -> None:
    """The whole file, as a newsroom publishes it that has chosen nothing."""
    assert render_robots(RobotsView(ai=AiChoices(), sitemaps=(SITEMAP,))).decode() == (
        "# Everybody\n"
        "User-agent: *\n"
        "Allow: /\n"
        "\n"
        "# Collecting texts to train models\n"
        "User-agent: GPTBot\n"
        "User-agent: ClaudeBot\n"
        "User-agent: Google-Extended\n"
        "User-agent: CCBot\n"
        "Disallow: /\n"
        "\n"
        "# Searching with models\n"
        "User-agent: OAI-SearchBot\n"
        "User-agent: Claude-SearchBot\n"
        "Allow: /\n"
        "\n"
        "# Fetching a page because somebody asks for it\n"
        "User-agent: ChatGPT-User\n"
        "User-agent: Claude-User\n"
        "Allow: /\n"
        "\n"
        "Sitemap: https://example.org/sitemap.xml\n"
    )


@pytest.mark.parametrize("train", Choice)
@pytest.mark.parametrize("search", Choice)
@pytest.mark.parametrize("user", Choice)
def test_each_kind_of_machine_is_answered_by_itself(
    train: Choice, search: Choice, user: Choice
) -> None:
    """Read back by another's parser."""
    view = RobotsView(ai=AiChoices(train=train, search=search, user=user), sitemaps=(SITEMAP,))
    robots = RobotFileParser()
    robots.parse(render_robots(view).decode().splitlines())

    for agents, choice in ((TRAINING, train), (SEARCHING, search), (FETCHING, user)):
        for agent in agents:
            assert robots.can_fetch(agent, "https://example.org/a/") is (choice is Choice.ALLOW)
    assert robots.can_fetch("Googlebot", "https://example.org/a/")
    assert robots.site_maps() == [SITEMAP]


def test_security_txt_says_whom_to_tell_and_until_when() -> None:
    """Fields of RFC 9116, with the time in UTC; a line break cannot forge one."""
    view = SecurityView(
        security=Security(
            contact="mailto:a@example.org\nPolicy: x", policy="https://example.org/p/"
        ),
        expires=datetime(2027, 1, 1, 1, tzinfo=timezone(timedelta(hours=2))),
        canonical="https://example.org/.well-known/security.txt",
        languages=("en", "bs"),
    )

    assert render_security(view).decode() == (
        "Contact: mailto:a@example.org Policy: x\n"
        "Expires: 2026-12-31T23:00:00Z\n"
        "Preferred-Languages: en, bs\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
        "Policy: https://example.org/p/\n"
    )
