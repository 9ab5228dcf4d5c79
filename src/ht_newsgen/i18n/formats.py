"""Dates, numbers and names as a language writes them, from CLDR through Babel.

Every function takes the language as an argument; none looks at the locale, the clock or the time
zone of the machine. Tags are BCP 47. A tag that CLDR does not know is treated as the nearest one
it knows, in the end as English, and its name is the tag itself.
"""

from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_month_names
from babel.numbers import format_decimal

from ht_newsgen.i18n.messages import wider
from ht_newsgen.model.dates import Moment

EUROPEAN_ENGLISH = "en_150"
"""What `en` without a region means here: 22 February 2018, 16:30. CLDR's own choice would be
that of the United States, which `en-US` still gives."""

RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
"""Scripts by their codes (ISO 15924): those of languages that CLDR has, and two more."""


@lru_cache
def cldr_locale(tag: str) -> Locale:
    """The nearest locale of CLDR; European English when there is none."""
    for name in wider(tag):
        try:
            return Locale.parse(EUROPEAN_ENGLISH if name == "en" else name, sep=separator(name))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(EUROPEAN_ENGLISH)


def separator(name: str) -> str:
    """Babel wants to be told whether subtags are joined as in BCP 47 or as in CLDR."""
    return "-" if "-" in name else "_"


@lru_cache(maxsize=4096)
def format_day(moment: Moment | datetime | date, tag: str) -> str:
    """The day alone: `22 February 2018`."""
    day = moment.at if isinstance(moment, Moment) else moment
    return format_date(day, "long", locale=cldr_locale(tag))


@lru_cache(maxsize=4096)
def format_moment(moment: Moment, tag: str) -> str:
    """The day, and the time of day where one was given: `22 February 2018, 16:30`."""
    if moment.day_only:
        return format_day(moment, tag)
    locale = cldr_locale(tag)
    clock = format_time(moment.at, "short", tzinfo=moment.at.tzinfo, locale=locale)
    return str(locale.datetime_formats["medium"]).format(clock, format_day(moment, tag))


@lru_cache(maxsize=1024)
def format_month(year: int, month: int, tag: str) -> str:
    """A month of a year, standing alone: `February 2018`."""
    return format_skeleton("yMMMM", date(year, month, 1), locale=cldr_locale(tag))


@lru_cache(maxsize=256)
def month_name(month: int, tag: str) -> str:
    """A month by itself: `February`."""
    return str(get_month_names("wide", context="stand-alone", locale=cldr_locale(tag))[month])


@lru_cache(maxsize=1024)
def format_number(number: int, tag: str) -> str:
    """A count, grouped: `11,426`."""
    return format_decimal(number, locale=cldr_locale(tag))


@lru_cache(maxsize=1024)
def country_name(code: str, tag: str) -> str:
    """A country by its ISO 3166-1 alpha-2 code, or the European Union by `EU`."""
    return str(cldr_locale(tag).territories.get(code, code))


@lru_cache(maxsize=1024)
def language_name(tag: str, in_tag: str) -> str:
    """A language, named in another (or in itself): `Serbian (Latin)`, `srpski (latinica)`."""
    try:
        named = Locale.parse(tag, sep=separator(tag))
        return named.get_display_name(cldr_locale(in_tag)) or tag
    except (UnknownLocaleError, ValueError):
        return str(cldr_locale(in_tag).languages.get(tag, tag))


@lru_cache(maxsize=256)
def text_direction(tag: str) -> str:
    """`ltr` or `rtl`, as in the `dir` attribute: the direction of the script.

    CLDR has it with the words of the language, which to load takes ten milliseconds, and a list of
    headlines may name many languages.
    """
    return "rtl" if script_of(cldr_locale(tag)) in RIGHT_TO_LEFT else "ltr"


def script_of(locale: Locale) -> str:
    """The script in which the language is written if nothing else is said (UTS #35, 4.3)."""
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    language, country = locale.language, locale.territory
    whole = likely.get(f"{language}_{country}") or likely.get(language, "")
    return next((part for part in whole.split("_") if len(part) == len("Latn")), "")


def plural_category(number: int, tag: str) -> str:
    """The category of a number in a language: `one`, `few`, `other` (UTS #35, plural rules)."""
    return str(cldr_locale(tag).plural_form(number))
