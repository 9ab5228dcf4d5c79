"""An edition of the newsletter, as a page."""

from msgspec import Struct

from ht_newsgen.model.dates import Moment
from ht_newsgen.pages.views.parts import Card, Frame, Head, LanguageLink, Link


class EditionLine(Struct, frozen=True, kw_only=True):
    """An edition in the list of all of them."""

    href: str
    title: str
    date: Moment


class EditionSection(Struct, frozen=True, kw_only=True):
    """What an edition carries of one section."""

    section: Link
    cards: tuple[Card, ...]


class EditionView(Struct, frozen=True, kw_only=True):
    """One edition: its greeting, and the cards of what it carries."""

    frame: Frame
    head: Head
    nav: str
    """Id of the navigation link to mark."""
    up: Link | None = None
    """The front of the newsletter, where one subscribes."""
    title: str
    language: str = ""
    """BCP 47, when it is not the language of the frame."""
    date: Moment
    preheader: str = ""
    body: str = ""
    """Digest of the greeting."""
    sections: tuple[EditionSection, ...]
    translations: tuple[LanguageLink, ...] = ()
    flag: str = ""
    """`draft` or `future`, in a preview."""
