"""Where generated pages live: paths relative to the root of the site, as permalinks.

Where items live is settled in `graph.routes`; everything else that has an address has it from here.
"""

from ht_newsgen.model.locale import Locale

TERM_KINDS = {"topics": "topic", "countries": "country", "sources": "source", "authors": "author"}
"""The indexes of terms, and what one of their terms is called in a view."""


def section_path(locale: Locale, section: str) -> str:
    """The front of a section: `flash/`."""
    return f"{locale.prefix}{section}/"


def terms_path(locale: Locale, kind: str) -> str:
    """An index of terms: `topics/`."""
    return f"{locale.prefix}{kind}/"


def term_path(locale: Locale, kind: str, term: str) -> str:
    """The list of one term: `topics/forced-labour/`, `countries/ba/`."""
    return f"{terms_path(locale, kind)}{term.lower() if kind == 'countries' else term}/"


def archive_path(locale: Locale, year: int = 0, month: int = 0) -> str:
    """The archive, one of its years, or a month: `archive/2018/02/`."""
    below = f"{year:04}/{month:02}/" if month else f"{year:04}/" if year else ""
    return f"{locale.prefix}archive/{below}"


def numbered_path(path: str, number: int) -> str:
    """A full page of the list at `path`, counted from the oldest: `flash/page/3/`."""
    return f"{path}page/{number}/"


def feeds_path(locale: Locale) -> str:
    """The page that explains and lists the feeds."""
    return f"{locale.prefix}feeds/"


def help_path(locale: Locale) -> str:
    """The page of all numbers to call."""
    return f"{locale.prefix}get-help/"


def opml_path(locale: Locale) -> str:
    """All feeds of a language in one file."""
    return f"{locale.prefix}feeds.opml"


def search_path(locale: Locale) -> str:
    """The search page."""
    return f"{locale.prefix}search/"


def volume_path(locale: Locale, year: int) -> str:
    """The folder of the part of the search index that begins with a year: `search/index/2018/`."""
    return f"{search_path(locale)}index/{year:04}/"


def manifest_path(locale: Locale) -> str:
    """The web app manifest of a language."""
    return f"{locale.prefix}site.webmanifest"
