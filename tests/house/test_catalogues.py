"""Every catalogue is whole. `python3 build.py messages` says what is missing."""

from functools import cache

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from ht_newsgen.i18n.messages import translations
from tests.support.cyrillic import in_cyrillic
from tests.support.messages import (
    DOMAINS,
    LANGUAGES,
    Domain,
    faults,
    made,
    read,
)

COUNTS = (*range(1, 131), 200, 1_000, 1_001, 1_002, 1_021, 11_426, 1_000_000)


CATALOGUES = [(domain, tag) for domain in DOMAINS for tag in domain.languages]


@cache
def template(domain: Domain) -> Catalog:
    """Every message of a domain."""
    return domain.gather()


@pytest.mark.parametrize(
    ("domain", "tag"), CATALOGUES, ids=[f"{domain.name}-{tag}" for domain, tag in CATALOGUES]
)
def test_a_catalogue_is_complete(domain: Domain, tag: str) -> None:
    """Every message is translated and checked, with its placeholders and all plural forms."""
    catalogue = read(domain.folder / f"{tag}.po")

    assert list(faults(template(domain), catalogue, domain.placeholder)) == []


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
def test_the_files_are_those_that_the_command_makes(domain: Domain) -> None:
    """Nothing is left to be gathered, brought up to date or compiled."""
    found = {file.name: file.read_bytes() for file in domain.folder.iterdir()}
    expected = made(domain)

    assert sorted(found) == sorted(expected)
    assert [name for name, data in expected.items() if found[name] != data] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_plural_forms_follow_the_rules_of_cldr(tag: str) -> None:
    """Counts that CLDR puts into one class have one form, and no two classes share a form."""
    messages, locale = translations(tag), Locale.parse(tag, sep="-")
    forms: dict[str, set[str]] = {}
    for count in COUNTS:
        text = messages.ngettext("%(count)s item", "%(count)s items", count)
        forms.setdefault(locale.plural_form(count), set()).add(text)
    classes = {name for name in locale.plural_form.tags | {"other"} if name in forms}

    assert [name for name in classes if len(forms[name]) != 1] == []
    assert len(classes) == (2 if tag == "sq" else 3)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("bs", ["1 objava", "2 objave", "5 objava", "11 objava", "21 objava", "22 objave"]),
        ("sr-Cyrl", ["1 објава", "2 објаве", "5 објава", "11 објава", "21 објава", "22 објаве"]),
        ("ro", ["1 articol", "2 articole", "5 articole", "11 articole", "21 de articole",
                "22 de articole"]),
        ("sq", ["1 artikull", "2 artikuj", "5 artikuj", "11 artikuj", "21 artikuj",
                "22 artikuj"]),
    ],
)  # fmt: skip
def test_counts_are_said_as_people_say_them(tag: str, expected: list[str]) -> None:
    """One, few and many; Romanian puts `de` between from twenty on."""
    ngettext = translations(tag).ngettext

    assert [
        ngettext("%(count)s item", "%(count)s items", count) % {"count": count}
        for count in (1, 2, 5, 11, 21, 22)
    ] == expected


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Njegoš, Ljubav i džep", "Његош, Љубав и џеп"),
        ("LJUBAV", "ЉУБАВ"),
        ("injekcija, nadživeti", "инјекција, надживети"),
        ("Čitač fidova (OPML), %(count)s objava", "Читач фидова (OPML), %(count)s објава"),
        ("RSS, Atom i JSON Feed", "RSS, Atom и JSON Feed"),
        ("Pritisnite Shift još jednom", "Притисните Shift још једном"),
    ],
)
def test_serbian_is_the_same_in_both_scripts(latin: str, cyrillic: str) -> None:
    """Digraphs are one letter unless they only meet; names of formats and keys stay."""
    assert in_cyrillic(latin) == cyrillic
