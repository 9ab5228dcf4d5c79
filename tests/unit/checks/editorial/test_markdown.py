"""Markdown that says something else than its writer meant: texts, and what they earn."""

import pytest

from tests.unit.checks.manuscripts import told

STUCK = "Leave an empty line above the list"


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("We ask for:\n- shelters\n- lawyers", [f"2:1 {STUCK}"]),
        ("We ask for:\n\n- shelters\n- lawyers", []),
        ("One line.\nAnother one:\n * shelters\n * lawyers", [f"3:2 {STUCK}"]),
        ("Do this:\n1. Call.\n2. Wait.", [f"2:1 {STUCK}"]),
        ("## What to do\n- Call.\n- Wait.", []),
        ("## What to do\nDo this:\n- Call.", [f"3:1 {STUCK}"]),
        ("- Call,\n  and then\n- wait.", []),
        ("- Call,\nand then\n- wait.", []),
        ("1. Call.\n- Wait.", []),
        ("- `call`\n- `wait`\n- more", []),
        ("> We ask for:\n- shelters", []),
        ("```\nText:\n- code\n```", []),
        ("Dan je bio\n9. februara 2016.", []),
        ("It ended in\n1. It was over.", []),
        ("Text\n---\n", []),
        ("Text\n- - -\n", []),
        ("Words[^1].\n\n[^1]: A note:\n- more", []),
        ("It costs 5\n-10 degrees.", []),
        ("Two:\n- a\n- b\n\nTwo more:\n- c", [f"2:1 {STUCK}", f"6:1 {STUCK}"]),
        ("Tražimo:\r\n- sklonište\r\n- pravnu pomoć", [f"2:1 {STUCK}"]),
    ],
)
def test_a_list_that_is_stuck_to_a_line_of_text_is_told(text: str, earned: list[str]) -> None:
    """Once for each, at its first line; whatever is a list, or is none, is left alone."""
    assert told("editorial/list", text) == earned


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("1986. A year of change.", ["1:1 1986\\. A year of change."]),
        ("Before.\n\n  12. August came.", ["3:3 12\\. August came."]),
        (
            "1. maja 2016. godine otvoren je centar.",
            ["1:1 1\\. maja 2016. godine otvoren je centar."],
        ),
        ("9. фебруара 2016. почиње квиз.", ["1:1 9\\. фебруара 2016. почиње квиз."]),
        ("1. Call the police.", []),
        ("1. Call.\n2. Wait.", []),
        ("3. Call.\n4. Wait.", []),
        ("1. Call.\n\n    More.\n\n2. Wait.", []),
        ("It was\n1986. A year.", []),
        ("1986\\. A year.", []),
        ("1986.A year.", []),
        ("```\n1986. A year.\n```", []),
        ("## 1986\n1986. A *year*.", ["2:1 1986\\. A *year*."]),
    ],
)
def test_a_sentence_that_begins_with_a_number_is_no_list(text: str, earned: list[str]) -> None:
    """Unless it is counted: then others of its kind stand beside it."""
    assert told("editorial/number", text) == earned


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("# Victims", ["1:1 ## Victims"]),
        ("Text.\n\n# Victims #\n", ["3:1 ## Victims"]),
        ("Victims\n=======", ["1:1 ## Victims"]),
        ("#StopTrafficking is a hashtag.", ["1:1 \\#StopTrafficking is a hashtag."]),
        ("## Victims", []),
        ("\\#StopTrafficking", []),
        ("    # in code", []),
        ("```\n# in code\n```", []),
    ],
)
def test_the_headline_is_the_only_heading_of_the_first_level(text: str, earned: list[str]) -> None:
    """A hashtag becomes one unawares."""
    assert told("editorial/first-level", text) == earned


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("## One\n\n#### Two", ["3:1 ### Two"]),
        ("## One\n\n### Two\n\n## Three\n\n#### `Four` it is", ["7:1 ### `Four` it is"]),
        ("One\n---\n\n##### Two", ["4:1 ### Two"]),
        ("### One\n\n## Two", ["1:1 ## One"]),
        ("### One\n\n### Two", []),
        ("## One\n\n### Two\n\n#### Three\n\n## Four", []),
        ("Text.", []),
    ],
)
def test_no_level_of_headings_is_left_out(text: str, earned: list[str]) -> None:
    """Downwards; upwards one may leap. A text may begin at any level: the page moves it."""
    assert told("editorial/heading-level", text) == earned


WORDS = "[words that say where it leads]"


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("See https://example.org/a_(b)/c.", [f"1:5 {WORDS}(https://example.org/a_(b)/c)"]),
        ("See (https://example.org/x).", [f"1:6 {WORDS}(https://example.org/x)"]),
        ("One.\nSee www.example.org, please.", [f"2:5 {WORDS}(https://www.example.org)"]),
        ("https://example.org/a_(b)", [f"1:1 {WORDS}(https://example.org/a_(b))"]),
        ("*https://example.org/*", [f"1:2 {WORDS}(https://example.org/)"]),
        ("See <https://example.org/>.", []),
        ('See [this](https://example.org/ "Title").', []),
        ("See [this][1].\n\n[1]: https://example.org/", []),
        ("![Alt](https://example.org/x.jpg)", []),
        ('<a href="https://example.org/">x</a>', []),
        ("`https://example.org/`", []),
        ("<!-- https://example.org/ -->", []),
        ("The page example.org, and mail@www.example.org.", []),
    ],
)
def test_an_address_in_the_open_is_told(text: str, earned: list[str]) -> None:
    """Markdown makes no link of it."""
    assert told("editorial/bare-address", text) == earned
