"""The whole newsroom at one moment: every reference settled, nothing rendered yet."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.config import Config
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition, EditionPart
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.people import Author
from ht_newsgen.model.registers import Registers


class Show(Struct, frozen=True, kw_only=True):
    """What a preview shows beyond what readers see."""

    drafts: bool = False
    future: bool = False
    expired: bool = False
    editions: bool = False
    """Editions of the newsletter, whatever they carry being what readers see."""


class Reason(StrEnum):
    """Why an item is not shown."""

    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class LeftOut(Struct, frozen=True, kw_only=True):
    """An item that is read but not shown, why, and when that changes."""

    item: Item
    reason: Reason
    moment: Moment | None = None
    """When it appears (`future`) or has gone (`expired`)."""


class PublishedSource(Struct, frozen=True, kw_only=True):
    """A source that at least one article names, declared or not."""

    id: str
    name: str
    url: str = ""


class Listings(Struct, frozen=True, kw_only=True):
    """All that is listed in one language of the site; every tuple is newest first.

    An article in a language that the site does not have is listed in the default one.
    """

    locale: Locale
    articles: tuple[Article, ...]
    by_section: dict[str, tuple[Article, ...]]
    """Every flash and story section, in the order of the configuration; pinned items stand at
    their place by date (`graph.ordering.pinned_first` puts them in front where that is wanted)."""
    by_topic: dict[str, tuple[Article, ...]]
    """Only topics in use, in the order of the register."""
    by_country: dict[str, tuple[Article, ...]]
    """In the order of the codes."""
    by_source: dict[str, tuple[Article, ...]]
    """In the order of the ids."""
    by_author: dict[str, tuple[Article, ...]]
    """In the order of the ids."""
    by_month: dict[tuple[int, int], tuple[Article, ...]]
    """Newest month first."""


class Redirect(Struct, frozen=True, kw_only=True):
    """An old path that leads to a new one; both relative to the root of the site."""

    path: str
    """As a permalink: `old/path/`, or a file: `old.html`."""
    target: str
    origin: str = ""
    """The file of the item that has the alias."""


class Routes(Struct, frozen=True, kw_only=True):
    """Where every item lives."""

    permalinks: dict[str, str]
    """Item path → permalink, relative to the root: `flash/2018/raids/`; empty for an article of
    which there is nothing to show but its title, which is listed as a plain line."""
    redirects: tuple[Redirect, ...] = ()
    """In the order of their paths."""


class Site(Struct, frozen=True, kw_only=True):
    """Everything that pages are made of."""

    config: Config
    registers: Registers
    now: datetime
    locales: tuple[Locale, ...]
    """The default one first."""
    articles: tuple[Article, ...]
    """Shown ones in all languages, newest first."""
    pages: tuple[StandingPage, ...]
    """Shown ones but for section fronts, in the order of their paths."""
    editions: tuple[Edition, ...] = ()
    """Shown ones in all languages, newest first."""
    contents: dict[str, tuple[EditionPart, ...]] = {}
    """What each edition carries, by its path."""
    section_fronts: dict[tuple[str, str], StandingPage]
    """The shown `index.md` of each section, by section id and language of the site."""
    left_out: tuple[LeftOut, ...]
    """Everything else, withdrawn items included, in the order of their paths."""
    listings: tuple[Listings, ...]
    """One for each locale, in the same order."""
    sources: dict[str, PublishedSource]
    """By id; `Article.source.id` is settled for every article of the site."""
    authors: dict[str, Author]
    """Everybody in a byline, by id, declared or not; `Article.authors` holds these ids."""
    routes: Routes
    earlier: dict[str, tuple[Article, ...]]
    """Earlier coverage by item path: never anything posted after the item."""
    translations: dict[str, tuple[Item, ...]]
    """The other languages of an item, by item path, in the order of their tags."""
    flags: dict[str, str] = {}
    """`draft` or `future`, by item path, for what readers do not see and a preview shows."""
