"""Slugs: readable, permanent, in plain ASCII."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ht_newsgen.kit.slugs import LONGEST, slugify


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Raids in Glasgow", "", "raids-in-glasgow"),
        ("10,000 refugee children are missing", "en", "10000-refugee-children-are-missing"),
        ("The EU’s response & the Parliament's", "en", "the-eus-response-the-parliaments"),
        ("Crème brûlée für Straßen", "", "creme-brulee-fur-strassen"),
        ("Đorđe i Žana čuvaju šumu, ćuk", "bs", "djordje-i-zana-cuvaju-sumu-cuk"),
        ("Ђорђе Џаџић", "sr-Cyrl", "djordje-dzadzic"),
        ("Жена, човек, шума, љубав, њива, ћуп", "sr", "zena-covek-suma-ljubav-njiva-cup"),
        ("Жизнь чужих школ", "ru", "zhizn-chuzhikh-shkol"),
        ("Нђљњћџ", "ru", "ndjljnjcdz"),
        ("đường", "vi", "duong"),
        ("ђ", "vi", "dj"),
        ("Ελλάδα", "el", "ellada"),
        ("北京", "zh", "bei-jing"),
        ("&amp; &#38; are not decoded", "", "amp-38-are-not-decoded"),
        ("😀", "", ""),
        ("---", "", ""),
        ("", "", ""),
        ("a_b.c/d", "", "a-b-c-d"),
        (f"{'word ' * 20}end", "", "-".join(["word"] * 16)),
        ("x" * 100, "", "x" * LONGEST),
    ],
)
def test_a_slug_is_spelled_as_readers_of_the_language_spell(
    text: str, language: str, slug: str
) -> None:
    """The usual spelling in ASCII, not a letter-by-letter one."""
    assert slugify(text, language) == slug


LANGUAGES = st.sampled_from(["", "en", "bs", "sr-Cyrl", "ru", "vi", "zh"])


@given(st.text(), LANGUAGES)
def test_a_slug_is_plain_and_short(text: str, language: str) -> None:
    """Small letters and digits with single hyphens between them, and no more than `LONGEST`."""
    slug = slugify(text, language)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= LONGEST


@given(st.text(), LANGUAGES)
def test_a_slug_of_a_slug_is_itself(text: str, language: str) -> None:
    """Slugs are stable."""
    slug = slugify(text, language)
    assert slugify(slug, language) == slug


@given(st.text(), LANGUAGES)
def test_composed_and_decomposed_letters_are_the_same(text: str, language: str) -> None:
    """A text from another system gives the same slug (Unicode Annex 15)."""
    assert slugify(normalize("NFD", text), language) == slugify(normalize("NFC", text), language)
