"""Catalogues of messages, from the form that people edit to the one that programs read."""

import io
from datetime import UTC, datetime

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ht_newsgen.i18n.messages import MADE_OF
from ht_newsgen.kit.digest import digest

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)


def compile_catalogue(source: bytes) -> bytes:
    """A `.mo` file (GNU gettext, "The format of GNU MO files") from the bytes of a `.po` file.

    The same bytes give the same bytes. Messages without a translation are left out, and so are
    those marked `fuzzy`, which nobody has checked. Raises `PoFileError` for what is no catalogue.
    """
    catalogue = read_po(io.BytesIO(source), abort_invalid=True)
    catalogue.creation_date = NO_DAY  # Babel would write the present moment into the header
    context, text = MADE_OF
    catalogue.add(text, digest(source), context=context)
    machine = io.BytesIO()
    write_mo(machine, catalogue)
    return machine.getvalue()
