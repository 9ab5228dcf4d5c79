"""Catalogues of messages."""

import gettext
from pathlib import Path

import pytest

from ht_newsgen.i18n.compiling import compile_catalogue
from ht_newsgen.i18n.messages import catalogue_digest, is_spoken, translations, wider

BOSNIAN = """
msgid ""
msgstr ""
"Language: bs\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Read more: %(title)s"
msgstr "Opširnije: %(title)s"

#, fuzzy
msgid "Archive"
msgstr "Arhivator"

msgid "%(count)s item"
msgid_plural "%(count)s items"
msgstr[0] "%(count)s članak"
msgstr[1] "%(count)s članka"
msgstr[2] "%(count)s članaka"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bs.po").write_text(BOSNIAN, encoding="utf-8")
    return tmp_path


def test_english_messages_stand_as_they_are(tmp_path: Path) -> None:
    """A language without a catalogue is shown in English."""
    messages = translations("nn", tmp_path)

    assert type(messages) is gettext.NullTranslations
    assert messages.gettext("Archive") == "Archive"
    assert messages.ngettext("%(count)s item", "%(count)s items", 2) == "%(count)s items"


def test_a_catalogue_is_read_as_translators_leave_it(folder: Path) -> None:
    """Nothing has to be compiled first, and plural forms follow the catalogue's rule."""
    messages = translations("bs", folder)

    assert messages.gettext("Read more: %(title)s") == "Opširnije: %(title)s"
    assert [
        messages.ngettext("%(count)s item", "%(count)s items", n) % {"count": n}
        for n in (1, 3, 5, 21)
    ] == ["1 članak", "3 članka", "5 članaka", "21 članak"]


def test_a_guess_is_not_shown(folder: Path) -> None:
    """A message marked fuzzy has not been checked by anybody, so the English one stands."""
    assert translations("bs", folder).gettext("Archive") == "Archive"


def test_a_language_falls_back_to_the_wider_one(folder: Path) -> None:
    """`bs-Latn-BA` is served by the catalogue of `bs`, the nearest first."""
    messages = translations("bs-Latn-BA", folder)

    assert messages.gettext("Read more: %(title)s") == "Opširnije: %(title)s"
    assert wider("bs-Latn-BA") == ("bs-Latn-BA", "bs-Latn", "bs")


def test_a_compiled_catalogue_is_used_while_it_is_that_of_its_source(folder: Path) -> None:
    """Made of the same bytes it says so; then Babel is not needed."""
    source, other = BOSNIAN.encode(), BOSNIAN.replace("Opširnije", "Više").encode()
    (folder / "bs.po").write_bytes(source)
    # What no catalogue says, so that it shows which file was read.
    machine = compile_catalogue(source).replace("Opširnije".encode(), "OPŠIRNIJE".encode())
    (folder / "bs.mo").write_bytes(machine)
    assert translations("bs", folder).gettext("Read more: %(title)s") == "OPŠIRNIJE: %(title)s"

    translations.cache_clear()
    (folder / "bs.po").write_bytes(other)
    assert translations("bs", folder).gettext("Read more: %(title)s") == "Više: %(title)s"


@pytest.mark.parametrize("compiled", [b"", b"\xde\x12\x04\x95", b"nothing that was compiled"])
def test_a_damaged_compiled_catalogue_does_no_harm(folder: Path, compiled: bytes) -> None:
    """The one that people edit is there."""
    (folder / "bs.mo").write_bytes(compiled)
    messages = translations("bs", folder)
    assert messages.gettext("Read more: %(title)s") == "Opširnije: %(title)s"


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("en-GB", "Archive"),
        ("sr", "Архива"),
        ("sr-BA", "Архива"),
        ("sr-Latn-BA", "Arhiva"),
        ("sr-ME", "Arhiva"),
        ("ro-MD", "Arhivă"),
        ("sq-XK", "Arkivi"),
    ],
)
def test_a_tag_is_served_by_the_nearest_catalogue(tag: str, title: str) -> None:
    """Serbian without a script is Cyrillic, as CLDR has it, but in Montenegro."""
    assert translations(tag).gettext("Archive") == title
    assert is_spoken(tag)


def test_a_language_without_a_catalogue_is_known_as_such() -> None:
    """Its pages speak English, and no catalogue counts for them."""
    assert not is_spoken("ar")
    assert (catalogue_digest("ar"), catalogue_digest("en")) == ("", "")
    assert catalogue_digest("bs") != catalogue_digest("hr")
