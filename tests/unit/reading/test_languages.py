"""Language tags and country codes."""

import pytest

from ht_newsgen.reading.languages import (
    canonical_country,
    canonical_language,
    nearest_country,
    nearest_language,
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en_GB", "en-GB"),
        ("sr-latn", "sr-Latn"),
        ("SR-CYRL-ba", "sr-Cyrl-BA"),
        ("sh", "sr-Latn"),
        ("iw", "he"),
        ("eng", "en"),
        ("cnr", "cnr"),
        ("no", "no"),
        ("es-419", "es-419"),
        ("ca-valencia", "ca-valencia"),
        ("de-1996", "de-1996"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("english", ""),
        ("xx", ""),
        ("en-XX-YY", ""),
        ("en-QQ", ""),
        ("sr-Abcd", ""),
        ("en-u-ca-gregory", ""),
        ("en-", ""),
        ("", ""),
    ],
)
def test_a_tag_is_spelled_canonically(text: str, tag: str) -> None:
    """RFC 5646; what no list knows is no tag."""
    assert canonical_language(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Bosnian", "bs"), ("english", "en"), ("Germann", "de"), ("xyzzyplugh", "")],
)
def test_a_language_is_known_by_its_name(text: str, tag: str) -> None:
    """As help for somebody who wrote it out."""
    assert nearest_language(text) == tag


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BA", "BA"),
        ("ba", "BA"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("XK", "XK"),
        ("EU", ""),
        ("UN", ""),
        ("ZZ", ""),
        ("BIH", ""),
        ("070", ""),
        ("", ""),
    ],
)
def test_a_country_is_a_code_of_iso_3166(text: str, code: str) -> None:
    """With what institutions write for two of them, and Kosovo."""
    assert canonical_country(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("spain", "ES"),
        ("Germny", "DE"),
        ("USA", "US"),
        ("England", "GB"),
        ("Turkey", "TR"),
        ("Atlantis", ""),
    ],
)
def test_a_country_is_known_by_its_name(text: str, code: str) -> None:
    """As help for somebody who wrote it out."""
    assert nearest_country(text) == code
