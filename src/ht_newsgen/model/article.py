"""Items: articles (flash items and stories) and standing pages.

`reading.read_item` makes them from one file each, whole or not at all. They refer to topics,
sources, authors and each other by id; what the ids stand for is settled in `graph`.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from ht_newsgen.model.dates import Moment
from ht_newsgen.model.media import Figure, Picture
from ht_newsgen.model.sign_up import SignUp
from ht_newsgen.model.taxonomy import Rights


class Status(StrEnum):
    """Whether an item may be shown (`status:`; the terms are those of IPTC's ninjs)."""

    USABLE = "usable"
    WITHDRAWN = "withdrawn"


class Citation(Struct, frozen=True, kw_only=True):
    """Where something was reported first (`source:`)."""

    id: str = ""
    """Of a source declared in `content/data/sources.yaml`; empty for one that is only named."""
    name: str = ""
    """Of the publication; empty until a declared source gives it."""
    url: str = ""
    """Of the report itself; http or https."""
    feed: str = ""
    """The publication's own feed, for RSS `<source>`."""
    feed_title: str = ""
    author: str = ""
    language: str = ""
    published: Moment | None = None
    archived: str = ""
    """An archived copy of the report."""


class Correction(Struct, frozen=True, kw_only=True):
    """What was wrong and is now right; shown above the text."""

    date: Moment
    text: str


class Silence(Struct, frozen=True, kw_only=True):
    """A rule of `check` that somebody has set aside for one item (`silence:`)."""

    rule: str
    reason: str


class SignOff(Struct, frozen=True, kw_only=True):
    """Somebody has looked whether an item puts anybody at risk (`safeguarding:`)."""

    checked_by: str
    """A person or a role, as the newsroom names it; readers do not see it."""
    checked_on: date
    note: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """What articles and standing pages have in common."""

    path: str
    """Of the Markdown file, relative to the site's folder."""
    section: str
    language: str
    """BCP 47, in canonical spelling."""
    id: str
    """Permanent; the identity in feeds is minted from it."""
    title: str
    """Plain text, never empty: a flash item without one is named by its first words."""
    slug: str
    is_index: bool = False
    """True for `index.md` directly in a section's folder: the front text of that section."""
    standfirst: str = ""
    excerpt: str = ""
    """Plain text, ending in " …" when it was cut; equals the standfirst when that serves as one."""
    body: str = ""
    """Digest of the `Body`; empty when there is none, or when it is withheld."""
    pictures: tuple[Picture, ...] = ()
    """All that the body shows; the figure's is not among them."""
    figure: Figure | None = None
    authors: tuple[str, ...] = ()
    """Ids of declared authors, or names."""
    updated: Moment | None = None
    """The later of `updated:` and the last correction."""
    corrections: tuple[Correction, ...] = ()
    translation_of: str = ""
    """The id of another item, or a key that all translations share."""
    aliases: tuple[str, ...] = ()
    """Old paths, each beginning with `/`."""
    draft: bool = False
    publish: Moment | None = None
    """Not shown before; None is at once."""
    expires: Moment | None = None
    """Not shown from then on."""
    status: Status = Status.USABLE
    weight: int = 0
    """Heavier ones come first in their section; 0 is not pinned."""
    silences: tuple[Silence, ...] = ()
    safeguarding: SignOff | None = None
    digest: str = ""
    """Of all that was read of this item; two items with one digest are equal."""
    places: dict[str, tuple[int, int]] = {}
    """Line and column of each front-matter value, by key (`topics.1` is the second topic)."""


class Dated(Item, frozen=True, kw_only=True):
    """An item that belongs to a day."""

    date: Moment
    """When it was posted here, or sent."""


class Article(Dated, frozen=True, kw_only=True, tag="article"):
    """A flash item or a story: dated, listed, in feeds."""

    source: Citation | None = None
    rights: Rights = Rights.OWN
    licence: str = ""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, upper case."""
    dateline: str = ""
    content_notes: tuple[str, ...] = ()


class StandingPage(Item, frozen=True, kw_only=True, tag="page"):
    """A page that is not news: about, safety, privacy. It has no date and is in no list."""

    sign_up: SignUp | None = None
    """How to subscribe; only on the front of a newsletter."""
