"""Dates, numbers and names in many languages."""

import re
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from ht_newsgen.i18n import formats
from ht_newsgen.model.dates import Moment

SCRIPT_AT_MOST = re.compile("[a-z]+(_[A-Z][a-z]{3})?")
SARAJEVO = timezone(timedelta(hours=1))
AFTERNOON = Moment(at=datetime(2018, 2, 22, 16, 30, tzinfo=SARAJEVO))
WHOLE_DAY = Moment(at=datetime(2018, 2, 22, tzinfo=SARAJEVO), day_only=True)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "22 February 2018, 16:30"),
        ("en-US", "February 22, 2018, 4:30\u202fPM"),
        ("bs", "22. februar 2018. 16:30"),
        ("hr", "22. veljače 2018. 16:30"),
        ("sr-Latn", "22. februar 2018. 16:30"),
        ("sr-Cyrl", "22. фебруар 2018. 16:30"),
        ("ro", "22 februarie 2018, 16:30"),
        ("sq", "22 shkurt 2018, 4:30\u202fm.d."),
        ("xx", "22 February 2018, 16:30"),
    ],
)
def test_a_moment_is_written_as_its_language_does(tag: str, expected: str) -> None:
    """Order, words and clock are the language's; a plain `en` is that of Europe."""
    assert formats.format_moment(AFTERNOON, tag) == expected


def test_a_bare_day_shows_no_time() -> None:
    """Midnight stands for "no time given", and is never shown as one."""
    assert formats.format_moment(WHOLE_DAY, "en") == "22 February 2018"
    assert formats.format_day(AFTERNOON, "en") == "22 February 2018"
    assert formats.format_day(date(2018, 2, 22), "en") == "22 February 2018"


def test_the_time_zone_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment is shown in the offset it has, wherever the site is built."""
    late = Moment(at=datetime(2018, 2, 22, 23, 59, tzinfo=SARAJEVO))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    time.tzset()

    assert formats.format_moment(late, "en") == "22 February 2018, 23:59"
    assert late.at.astimezone(UTC).hour == 22


@pytest.mark.parametrize(
    ("tag", "month", "alone"),
    [
        ("en", "February 2018", "February"),
        ("hr", "veljača 2018.", "veljača"),
        ("sr-Cyrl", "фебруар 2018.", "фебруар"),
    ],
)
def test_a_month_by_itself_is_in_the_nominative(tag: str, month: str, alone: str) -> None:
    """Croatian writes 22. veljače, but veljača above a list."""
    assert formats.format_month(2018, 2, tag) == month
    assert formats.month_name(2, tag) == alone


@pytest.mark.parametrize(
    ("code", "tag", "expected"),
    [
        ("EU", "en", "European Union"),
        ("EU", "bs", "Evropska unija"),
        ("BA", "en", "Bosnia & Herzegovina"),
        ("XK", "sq", "Kosovë"),
        ("ZZ", "en", "Unknown Region"),
        ("Q1", "en", "Q1"),
    ],
)
def test_countries_have_names(code: str, tag: str, expected: str) -> None:
    """Names are those of CLDR; the Union is named like a country."""
    assert formats.country_name(code, tag) == expected


@pytest.mark.parametrize(
    ("tag", "in_tag", "expected"),
    [
        ("bs", "en", "Bosnian"),
        ("bs", "bs", "bosanski"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("sr-Cyrl", "sr-Cyrl", "српски (ћирилица)"),
        ("rom", "en", "Romany"),
        ("xx-yy", "en", "xx-yy"),
    ],
)
def test_languages_have_names(tag: str, in_tag: str, expected: str) -> None:
    """A language that nobody knows is named by its tag."""
    assert formats.language_name(tag, in_tag) == expected


def test_languages_have_a_direction() -> None:
    """What a language does not say is taken as left to right."""
    tags = ("en", "ar", "he", "ur", "sr-Cyrl", "xx")

    assert [formats.text_direction(tag) for tag in tags] == [
        "ltr", "rtl", "rtl", "rtl", "ltr", "ltr",
    ]  # fmt: skip


def test_the_direction_is_that_of_cldr() -> None:
    """As far as a page can have it: there is no `dir` for what is written from top to bottom."""
    names = [name for name in locale_identifiers() if SCRIPT_AT_MOST.fullmatch(name)]
    some = [Locale.parse(name) for name in sorted(names, key=lambda name: "_" not in name)[::3]]
    wanted = [one.text_direction.replace("ttb", "ltr") for one in some]
    found = [formats.text_direction(str(one).replace("_", "-")) for one in some]
    assert found == wanted
    assert found.count("rtl") > 5


def test_numbers_are_grouped_as_the_language_does() -> None:
    """A comma in English, a full stop in Bosnian."""
    assert formats.format_number(11426, "en") == "11,426"
    assert formats.format_number(11426, "bs") == "11.426"
