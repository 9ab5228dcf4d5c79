"""What is declared once under `content/data/` and referred to by id."""

from datetime import date

from msgspec import Struct

from ht_newsgen.model.people import Author
from ht_newsgen.model.taxonomy import ContentNote, Localised, Topic


class DeclaredSource(Struct, frozen=True, kw_only=True):
    """A publication the newsroom often points to."""

    id: str
    name: str
    url: str = ""
    feed: str = ""
    feed_title: str = ""
    language: str = ""


class Helpline(Struct, frozen=True, kw_only=True):
    """A number to call, with who vouches for it."""

    country: str
    """ISO 3166-1 alpha-2, or `EU` for a number of the whole European Union."""
    name: Localised
    phone: str
    languages: tuple[str, ...] = ()
    hours: Localised = {}
    free: bool = False
    serves: tuple[str, ...] = ()
    """`for:` in the register: trafficking, child, missing_child, emergency."""
    verified_on: date
    source: str
    """The page on which the number was verified."""
    line: int = 0
    """Where in the register its `verified_on` stands; 0 when it was not read from a file."""
    column: int = 0


class Registers(Struct, frozen=True, kw_only=True):
    """All registers of a site; each dictionary keeps the order of its file."""

    topics: dict[str, Topic] = {}
    sources: dict[str, DeclaredSource] = {}
    authors: dict[str, Author] = {}
    content_notes: dict[str, ContentNote] = {}
    helplines: tuple[Helpline, ...] = ()
