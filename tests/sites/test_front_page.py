"""What the front page shows of a site whose configuration does not say it."""

from pathlib import Path

import pytest
from lxml import html

from tests.support.sites import build_site, make_site

ITEM = "---\ntitle: {title}\ndate: {day}\n---\nText.\n"
CONFIG = """\
base_url: https://example.org/
title: One
social_cards: none
search: off
sections:
  - {{id: flash, title: Flash, kind: flash{first}}}
  - {{id: notes, title: Notes, kind: flash{second}}}
"""


def shown(folder: Path, first: str, second: str) -> list[str]:
    """The headlines of the front page."""
    files: dict[str, str | bytes] = {
        "newsgen.yaml": CONFIG.format(first=first, second=second),
        **{
            f"content/flash/2026/{n}.md": ITEM.format(title=f"Flash {n}", day=f"2026-01-0{n}")
            for n in range(1, 10)
        },
        "content/notes/2026/n.md": ITEM.format(title="Note", day="2026-01-01"),
    }
    assert build_site(make_site(folder / "site", files), folder / "public").published
    page = html.fromstring((folder / "public" / "index.html").read_bytes())
    return [text.strip() for text in page.xpath("//*[contains(@class, 'card__title')]//a/text()")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", [*(f"Flash {n}" for n in range(9, 2, -1)), "Note"]),
        (", front_page: 2", "", ["Flash 9", "Flash 8"]),
        ("", ", front_page: 1", ["Note"]),
    ],
)
def test_a_front_page_is_empty_only_if_the_site_is(
    tmp_path: Path, first: str, second: str, expected: list[str]
) -> None:
    """Where no section is given a place, each has one."""
    assert shown(tmp_path, first, second) == expected
