"""The page of all numbers to call."""

from msgspec import Struct

from ht_newsgen.pages.views.parts import Frame, Head, HelplineLine, LanguageLink


class HelpGroup(Struct, frozen=True, kw_only=True):
    """The numbers of one country."""

    country: str
    """ISO 3166-1 alpha-2, or `EU`; empty for the emergency numbers of all countries."""
    lines: tuple[HelplineLine, ...]


class HelpView(Struct, frozen=True, kw_only=True):
    """Emergency numbers first, then the site's own country, the European Union, all others."""

    frame: Frame
    head: Head
    groups: tuple[HelpGroup, ...]
    without: str = ""
    """The site's own country, when nobody has checked a number of it."""
    translations: tuple[LanguageLink, ...] = ()
