"""What follows from a title, a section and a day."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ht_newsgen.cli.composing import NewItem
from ht_newsgen.cli.drafting import draft_item, path_of, section_of
from ht_newsgen.errors import UsageError
from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.people import Organisation

LATE = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
FLASH = Section(id="flash", title={"": "Flash"}, kind=SectionKind.FLASH, permalink="/{slug}/")
PAGES = Section(id="pages", title={"": "Pages"}, kind=SectionKind.PAGE, permalink="/{slug}/")
CONFIG = Config(
    base_url="https://newsroom.example/",
    title={"": "Newsroom"},
    timezone="Europe/Sarajevo",
    organisation=Organisation(name="Newsroom"),
    sections=(FLASH, PAGES),
)


def draft(section: Section = FLASH, **given: Any) -> NewItem:
    return draft_item(CONFIG, section, ["police", "prevention"], LATE, **given)


def test_slug_id_and_day_follow_from_the_title_and_the_clock() -> None:
    """Today is where the newsroom is: it is next year in Sarajevo already."""
    item = draft(title=" Raids in\ntwo countries ", rights="own")

    assert item == NewItem(
        id="flash-2026-raids-in-two-countries",
        title="Raids in two countries",
        slug="raids-in-two-countries",
        date="2026-01-01",
        rights="own",
    )
    assert path_of(FLASH, item) == "content/flash/2026/raids-in-two-countries.md"


def test_a_standing_page_has_no_day_and_no_rights() -> None:
    """It lies in its section's folder itself."""
    item = draft(PAGES, title="Our work", rights="own")

    assert item == NewItem(id="pages-our-work", title="Our work", slug="our-work")
    assert path_of(PAGES, item) == "content/pages/our-work.md"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2018-02-22", "2018-02-22"),
        ("22 February 2018", "2018-02-22"),
        ("2018-02-22 9:30", "2018-02-22 09:30:00"),
        ("2018-02-22T09:30:00+0100", "2018-02-22 09:30:00+01:00"),
    ],
)
def test_a_date_is_written_in_one_shape(date: str, written: str) -> None:
    """Whichever way it was given; its year names the folder."""
    item = draft(title="Raids", date=date)

    assert (item.date, path_of(FLASH, item)) == (written, "content/flash/2018/raids.md")


def test_a_title_that_cannot_be_spelled_is_named_by_its_day() -> None:
    """A slug is there in any case, for it is part of the address."""
    item = draft(title="🕊")

    assert (item.slug, item.id) == ("flash-2026-01-01", "flash-2026-flash-2026-01-01")


def test_the_site_s_own_language_is_not_repeated_and_decides_the_slug() -> None:
    """Another one is written down, and spells the slug by its rules."""
    assert draft(title="Žaba", language="en").language == ""
    assert draft(title="Жаба", language="bs").slug == "zaba"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"title": " \n "}, "The title is empty."),
        ({"title": "\x00"}, "The title is empty."),
        ({"title": "a", "slug": "Two Words"}, "--slug 'Two Words' cannot .*; 'two-words' can"),
        ({"title": "a", "slug": "../x"}, "--slug '../x' cannot stand in an address; 'x' can"),
        ({"title": "a", "date": "soon"}, "--date: .*soon.* is no date. Write the day as"),
        ({"title": "a", "date": "2018-02-30"}, "February 2018 has no day 30"),
        ({"title": "a", "topics": ("polcie",)}, "'polcie' is not declared .* mean 'police'"),
        ({"title": "a", "topics": ("xyz",)}, "There are: police, prevention."),
    ],
)
def test_what_cannot_be_is_refused_with_help(given: dict[str, Any], told: str) -> None:
    """The sentence says what is wrong with which option, and what would be right."""
    with pytest.raises(UsageError, match=told):
        draft(**given)


def test_an_unknown_section_is_answered_with_the_nearest() -> None:
    """Or with all, if none is near."""
    assert section_of(CONFIG, "pages") is PAGES
    with pytest.raises(UsageError, match=r"no section 'flahs' .* Did you mean 'flash'\?"):
        section_of(CONFIG, "flahs")
    with pytest.raises(UsageError, match=r"The sections are: flash, pages\."):
        section_of(CONFIG, "sport")
