"""`ht-newsgen list`: what readers do not see, why, and when that changes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ht_newsgen.cli.list import Row, as_table, chosen, rows_of
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Article, StandingPage
from ht_newsgen.model.config import Config
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.people import Organisation
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.site import LeftOut, Reason, Routes, Site
from tests.unit.cli.conftest import NOON, Bench
from tests.unit.cli.test_build import ERROR

pytestmark = pytest.mark.usefixtures("site")

NEW_YEAR = Moment(datetime(2026, 1, 1, tzinfo=UTC), day_only=True)
EVENING = Moment(datetime(2026, 2, 1, 18, 30, tzinfo=UTC))


def article(slug: str, date: Moment = NEW_YEAR, expires: Moment | None = None) -> Article:
    return Article(
        path=f"content/flash/{slug}.md",
        section="flash",
        language="en",
        id=slug,
        title=slug.capitalize(),
        slug=slug,
        date=date,
        expires=expires,
    )


ABOUT = StandingPage(
    path="content/pages/about.md", section="pages", language="en", id="about", title="About",
    slug="about",
)  # fmt: skip
SITE = Site(
    config=Config(
        base_url="https://newsroom.example/",
        title={"": "Newsroom"},
        organisation=Organisation(name="Newsroom"),
        sections=(),
    ),
    registers=Registers(),
    now=NOON,
    locales=(),
    articles=(article("raids"), article("offer", expires=EVENING)),
    pages=(ABOUT,),
    section_fronts={},
    left_out=(
        LeftOut(item=article("draft"), reason=Reason.DRAFT),
        LeftOut(item=article("later", EVENING), reason=Reason.FUTURE, moment=EVENING),
        LeftOut(item=article("old"), reason=Reason.EXPIRED, moment=NEW_YEAR),
        LeftOut(item=article("wrong"), reason=Reason.WITHDRAWN),
    ),
    listings=(),
    sources={},
    authors={},
    routes=Routes(permalinks={}),
    earlier={},
    translations={},
)


TABLE = """\
2026-02-01 18:30  future     appears 2026-02-01 18:30  content/flash/later.md  Later
2026-01-01        draft                                content/flash/draft.md  Draft
2026-01-01        shown      goes 2026-02-01 18:30     content/flash/offer.md  Offer
2026-01-01        expired    went 2026-01-01           content/flash/old.md    Old
2026-01-01        shown                                content/flash/raids.md  Raids
2026-01-01        withdrawn                            content/flash/wrong.md  Wrong
                  shown                                content/pages/about.md  About
"""


def run_list(bench: Bench, *words: str, problems: tuple[Problem, ...] = ()) -> tuple[int, str, str]:
    return bench("list", *words, load=lambda _options: (SITE, problems))


def test_all_is_newest_first_and_standing_pages_last(bench: Bench) -> None:
    """Date, why it is not shown, when that changes, file, title."""
    assert run_list(bench, "all") == (0, TABLE, "")


@pytest.mark.parametrize(
    ("word", "slugs"),
    [
        (None, ["later", "draft", "old", "wrong"]),
        ("drafts", ["draft"]),
        ("future", ["later"]),
        ("expired", ["old"]),
        ("withdrawn", ["wrong"]),
        ("all", ["later", "draft", "offer", "old", "raids", "wrong", "about"]),
    ],
)
def test_a_word_chooses_a_reason(word: str | None, slugs: list[str]) -> None:
    """Without one, all that is not shown."""
    assert [Path(row.path).stem for row in chosen(rows_of(SITE), word)] == slugs


def test_a_list_for_scripts_has_a_name_for_everything(bench: Bench) -> None:
    """The same as the table, as objects."""
    code, out, err = run_list(bench, "future", "--format", "json")

    assert (code, err) == (0, "")
    assert json.loads(out) == [
        {
            "date": "2026-02-01 18:30",
            "reason": "future",
            "appears": "2026-02-01 18:30",
            "goes": "",
            "path": "content/flash/later.md",
            "title": "Later",
        }
    ]


def test_problems_are_counted_and_change_the_exit_code(bench: Bench) -> None:
    """A list may lack what could not be read, and says so."""
    code, out, err = run_list(bench, "drafts", problems=(ERROR,))

    assert code == 1
    assert out.endswith("Draft\n")
    assert err == "Not all could be read (1 error in 1 file); ht-newsgen check tells more.\n"


def test_a_broken_configuration_is_told_instead(bench: Bench) -> None:
    """There is nothing to list then."""
    code, out, err = bench("list", load=lambda _options: (None, (ERROR,)))

    assert (code, out) == (1, "")
    assert err.startswith("newsgen.yaml:1:11: config/value: ")


def test_titles_cannot_steer_the_terminal_and_wide_ones_keep_the_columns() -> None:
    """What stands in a table comes from anybody's files."""
    rows = [
        Row(date="", reason="draft", path="日本.md", title="\x1b[2J"),
        Row(date="", reason="draft", path="plain.md", title="x"),
    ]

    assert as_table(rows) == "draft  日本.md   ␛[2J\ndraft  plain.md  x"


def test_an_empty_list_is_no_line_at_all() -> None:
    """Not even an empty one."""
    assert as_table([]) == ""
