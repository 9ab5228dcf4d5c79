"""The theme's own sentences in the languages of readers (GNU gettext).

Templates are written in English; a catalogue beside this file, named by its BCP 47 tag
(`catalogues/sr-Latn.po`), gives another language. Catalogues are read as translators leave them:
there is no compiled copy that could be out of step.
"""

import gettext
import io
from functools import lru_cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parent / "catalogues"


@lru_cache
def translations(tag: str, folder: Path = CATALOGUES) -> gettext.NullTranslations:
    """The messages for a language: of its own catalogue, or of a wider one (`sr-Latn-BA`, `sr`).

    Without any catalogue the English messages stand as they are.
    """
    for name in wider(tag):
        file = folder / f"{name}.po"
        if file.is_file():
            return compiled(file, name)
    return gettext.NullTranslations()


def wider(tag: str) -> tuple[str, ...]:
    """The tag and what is left of it as subtags fall off its end (RFC 4647, section 3.4)."""
    parts = tag.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def compiled(file: Path, tag: str) -> gettext.GNUTranslations:
    """The messages of one catalogue; those marked `fuzzy` are not used."""
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=tag.replace("-", "_"))
    machine = io.BytesIO()
    write_mo(machine, catalogue)
    machine.seek(0)
    return gettext.GNUTranslations(machine)
