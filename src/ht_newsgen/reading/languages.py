"""Language tags and country codes, checked against CLDR and spelled canonically."""

from functools import cache, lru_cache
from typing import Any

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.text import nearest

_TAG = regex(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
_USED_FOR = {"UK": "GB", "EL": "GR"}
"""Codes that institutions of the European Union and others write, with those of ISO 3166-1."""
_ALSO_CALLED = {
    "bosnia": "BA",
    "burma": "MM",
    "czech republic": "CZ",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "macedonia": "MK",
    "scotland": "GB",
    "swaziland": "SZ",
    "turkey": "TR",
    "uae": "AE",
    "wales": "GB",
}
"""Names of countries that CLDR does not have."""
_LANGUAGES_NOT_IN_CLDR = frozenset(("cnr",))
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""What CLDR lists among territories and ISO 3166-1 does not assign to a country."""


@lru_cache(maxsize=512)
def canonical_language(text: str) -> str:
    """The tag in its canonical spelling (RFC 5646, sections 2.1.1 and 4.5), or "" if it is none.

    Language, script, region and variants are read; extensions and private use are not.
    """
    found = _TAG.fullmatch(text.strip().replace("_", "-").lower())
    if found is None:
        return ""
    language, script, region = found["language"], found["script"], found["region"]
    alias = _global("language_aliases").get(language)
    if alias and language not in _LANGUAGES_NOT_IN_CLDR:
        language, _, implied = alias.partition("_")
        script = script or implied.lower()
    names = _english()
    if (
        (language not in names.languages and language not in _LANGUAGES_NOT_IN_CLDR)
        or (script and script.title() not in names.scripts)
        or (region and region.upper() not in names.territories)
    ):
        return ""
    parts = [language, (script or "").title(), (region or "").upper()]
    return "-".join(filter(None, parts)) + found["variants"]


def nearest_language(text: str) -> str:
    """The tag of the language that is called so, or nearly so; "" when none is."""
    by_name = _languages_by_name()
    meant = nearest(text.strip().casefold(), by_name)
    return by_name[meant] if meant else ""


def language_called(text: str) -> str:
    """The tag of the language with exactly this English name; "" when there is none."""
    return _languages_by_name().get(text.strip().casefold(), "")


@cache
def _languages_by_name() -> dict[str, str]:
    names = _english().languages.items()
    return {str(name).casefold(): tag for tag, name in names if len(tag) == 2}


@lru_cache(maxsize=512)
def canonical_country(text: str) -> str:
    """The code of ISO 3166-1 alpha-2 (or `XK`, Kosovo) in upper case, or "" if it is none."""
    code = text.strip().upper()
    code = _USED_FOR.get(code, code)
    known = len(code) == 2 and code in _english().territories and code not in _NO_COUNTRIES
    return code if known else ""


def nearest_country(text: str) -> str:
    """The code of the country that is called so in English, or nearly so; "" when none is."""
    names = _countries_by_name()
    meant = nearest(text.strip().casefold(), names)
    return country_called(text) or (names[meant] if meant else "")


def country_called(text: str) -> str:
    """The code of the country with exactly this English name, or alpha-3 code; else ""."""
    word = text.strip().casefold()
    if word in _countries_by_name():
        return _countries_by_name()[word]
    alpha_3 = _global("territory_aliases").get(word.upper())
    return str(alpha_3[0]) if alpha_3 and canonical_country(alpha_3[0]) else ""


@cache
def _countries_by_name() -> dict[str, str]:
    names = dict(_ALSO_CALLED)
    for code, name in _english().territories.items():
        if canonical_country(code) == code:
            plain = str(name).casefold()
            for spelling in (plain, plain.replace(" & ", " and ")):
                names.setdefault(spelling, code)
    return names


@cache
def _english() -> Any:
    from babel import Locale

    return Locale("en")


@cache
def _global(table: str) -> Any:
    from babel.core import get_global

    return get_global(table)  # type: ignore[arg-type]
