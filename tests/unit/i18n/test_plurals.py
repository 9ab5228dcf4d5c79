"""Counted things are said as each language counts them."""

import pytest

from ht_newsgen.i18n.formats import plural_category
from ht_newsgen.i18n.messages import translations
from ht_newsgen.pages.search import found_sentences

COUNTED = """
en       item      1 item | 2 items | 5 items | 11 items | 21 items | 101 items
bs       item      1 objava | 2 objave | 5 objava | 11 objava | 21 objava | 22 objave | 25 objava | 100 objava | 101 objava | 112 objava
hr       item      1 objava | 2 objave | 5 objava | 11 objava | 21 objava | 22 objave | 25 objava | 100 objava | 101 objava | 112 objava
sr-Latn  item      1 objava | 2 objave | 5 objava | 11 objava | 21 objava | 22 objave | 25 objava | 100 objava | 101 objava | 112 objava
sr-Cyrl  item      1 објава | 2 објаве | 5 објава | 11 објава | 21 објава | 22 објаве | 25 објава | 100 објава | 101 објава | 112 објава
ro       item      1 articol | 2 articole | 5 articole | 11 articole | 21 de articole | 22 de articole | 25 de articole | 100 de articole | 101 articole | 120 de articole
sq       item      1 artikull | 2 artikuj | 5 artikuj | 11 artikuj | 21 artikuj | 22 artikuj | 25 artikuj | 100 artikuj | 101 artikuj
bs       result    1 rezultat | 2 rezultata | 5 rezultata | 11 rezultata | 21 rezultat | 22 rezultata | 25 rezultata | 100 rezultata | 101 rezultat
hr       result    1 rezultat | 2 rezultata | 5 rezultata | 11 rezultata | 21 rezultat | 22 rezultata | 25 rezultata | 100 rezultata | 101 rezultat
sr-Cyrl  result    1 резултат | 2 резултата | 5 резултата | 11 резултата | 21 резултат | 22 резултата | 25 резултата | 100 резултата | 101 резултат
ro       result    1 rezultat | 2 rezultate | 5 rezultate | 11 rezultate | 21 de rezultate | 22 de rezultate | 25 de rezultate | 100 de rezultate | 101 rezultate
sq       result    1 rezultat | 2 rezultate | 5 rezultate | 11 rezultate | 21 rezultate | 100 rezultate | 101 rezultate
"""  # noqa: E501 - a language on each line
ROWS = [line.split(maxsplit=2) for line in COUNTED.strip().splitlines()]


@pytest.mark.parametrize(("tag", "what", "said"), ROWS)
def test_a_number_of_things_is_said_in_its_form(tag: str, what: str, said: str) -> None:
    """Also at 11, which is no 1, at 21, which may be, and from 20 on, where Romanian says `de`."""
    catalogue = translations(tag)
    one, many = f"%(count)s {what}", f"%(count)s {what}s"

    for phrase in said.split(" | "):
        number = int(phrase.split()[0])
        assert catalogue.ngettext(one, many, number) % {"count": number} == phrase


@pytest.mark.parametrize(
    ("tag", "said"), [(tag, said) for tag, what, said in ROWS if what == "result"]
)
def test_a_browser_is_given_the_same_forms(tag: str, said: str) -> None:
    """It chooses by the category of the number (CLDR), not by the rule of a catalogue."""
    sentences = dict(found_sentences(tag))

    for phrase in said.split(" | "):
        number = int(phrase.split()[0])
        assert sentences[plural_category(number, tag)] % {"count": number} == phrase
