"""The program's own sentences in other languages (GNU gettext).

Templates and views are written in English; a catalogue in the folder `catalogues/theme/`, named by
its BCP 47 tag (`sr-Latn.po`), gives readers another language. What is said to editors is a domain
of its own, in the folder `catalogues/problems/`. The `.po` file is what counts. The `.mo` file
beside it is the same, compiled: it is used as long as it says that it was made of this `.po`, so
nobody has to compile anything in order to see a corrected sentence.
"""

import gettext
import io
import struct
from functools import cache, lru_cache
from pathlib import Path

from ht_newsgen.kit.digest import digest

CATALOGUES = Path(__file__).parent / "catalogues"
THEME = CATALOGUES / "theme"
PROBLEMS = CATALOGUES / "problems"
SOURCE_LANGUAGE = "en"
"""What messages are written in; it needs no catalogue."""

MADE_OF = ("catalogue", "made of")
"""Context and text of a message that every compiled catalogue has: its translation is the digest
of the `.po` file."""

SERVED_BY = {"cnr": "sr-Latn", "sh": "sr-Latn", "sr": "sr-Cyrl", "sr-ME": "sr-Latn"}
"""Tags that do not name a script, or have another name, and the catalogue nearest to them."""

EDITORS_SERVED_BY = {"cnr": "bs", "hr": "bs", "sh": "bs", "sr": "bs"}
"""Languages whose writers read Bosnian as their own; a problem told in it helps them more than one
in English."""


@lru_cache
def translations(tag: str, folder: Path | None = None) -> gettext.NullTranslations:
    """The messages for a language: of its own catalogue, or of a wider one (`sr-Latn-BA`, `sr`).

    Without any catalogue the English messages stand as they are. `folder` is that of the theme.
    """
    file = catalogue_file(tag, folder or THEME)
    return read_catalogue(file) if file else gettext.NullTranslations()


def words_for_editors(tag: str) -> gettext.NullTranslations:
    """What editors are told, in a language; in English where there is none nearer."""
    primary = tag.partition("-")[0].lower()
    return translations(EDITORS_SERVED_BY.get(primary, tag), PROBLEMS)


def is_spoken(tag: str) -> bool:
    """Whether the theme has words in this language."""
    return SOURCE_LANGUAGE in wider(tag) or catalogue_file(tag, THEME) is not None


def catalogue_file(tag: str, folder: Path) -> Path | None:
    """The catalogue that serves a language, if there is one."""
    for name in wider(tag):
        file = folder / f"{SERVED_BY.get(name, name)}.po"
        if file.is_file():
            return file
    return None


def wider(tag: str) -> tuple[str, ...]:
    """The tag and what is left of it as subtags fall off its end (RFC 4647, section 3.4)."""
    parts = tag.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def read_catalogue(file: Path) -> gettext.GNUTranslations:
    """The messages of one catalogue; those marked `fuzzy` are not used."""
    source = file.read_bytes()
    try:
        with file.with_suffix(".mo").open("rb") as machine:
            compiled = gettext.GNUTranslations(machine)
        if compiled.pgettext(*MADE_OF) == digest(source):
            return compiled
    except (OSError, UnicodeDecodeError, struct.error):
        pass  # not compiled, or not to its end
    # Imported here: who does not mend a catalogue never needs it.
    from ht_newsgen.i18n.compiling import compile_catalogue

    return gettext.GNUTranslations(io.BytesIO(compile_catalogue(source)))


@cache
def catalogue_digest(tag: str) -> str:
    """What tells when the theme's words in a language have changed; "" while they are English."""
    file = catalogue_file(tag, THEME)
    return digest(file.read_bytes()) if file else ""


@cache
def digest_of_all() -> str:
    """What tells when the theme's words in any language have changed."""
    return digest(
        " ".join(digest(file.read_bytes()) for file in sorted(THEME.glob("*.po"))).encode()
    )
