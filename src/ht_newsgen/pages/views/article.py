"""The page of an article, of a standing page, and what is left of a withdrawn item."""

from msgspec import Struct

from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views.edition import EditionLine
from ht_newsgen.pages.views.parts import (
    Card,
    Frame,
    Head,
    LanguageLink,
    Link,
    PictureView,
    SourceLink,
)
from ht_newsgen.pages.views.sign_up import SignUpView


class CorrectionLine(Struct, frozen=True, kw_only=True):
    """What was wrong and is now right."""

    date: Moment
    text: str


class FigureView(Struct, frozen=True, kw_only=True):
    """The picture of an item, with what is said about it."""

    picture: PictureView
    credit: str
    caption: str
    licence: str


class ArticleView(Struct, frozen=True, kw_only=True):
    """A flash item or a story on its own page."""

    frame: Frame
    head: Head
    section: Link
    kind: SectionKind
    title: str
    language: str = ""
    """BCP 47 and named for the reader, when it is not the language of the frame."""
    standfirst: str = ""
    dateline: str = ""
    date: Moment
    updated: Moment | None = None
    byline: tuple[Link, ...] = ()
    """Authors; an href may be empty."""
    source: SourceLink | None = None
    rights: Rights
    licence: str = ""
    """A sentence, or the name of a licence."""
    licence_url: str = ""
    content_notes: tuple[str, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    figure: FigureView | None = None
    body: str = ""
    """Digest; the renderer fetches the HTML. Empty when there is none or it is withheld."""
    excerpt: str = ""
    """Shown in place of a body that is withheld."""
    read_more: SourceLink | None = None
    """On flash items, and wherever only an excerpt may be shown."""
    topics: tuple[Link, ...] = ()
    countries: tuple[Link, ...] = ()
    earlier: tuple[Card, ...] = ()
    translations: tuple[LanguageLink, ...] = ()
    flag: str = ""
    """`draft` or `future`, in a preview."""


class StandingPageView(Struct, frozen=True, kw_only=True):
    """A standing page: about, safety, privacy, newsletter."""

    frame: Frame
    head: Head
    nav: str
    """Id of the navigation link to mark; the section's id."""
    title: str
    language: str = ""
    standfirst: str = ""
    updated: Moment | None = None
    corrections: tuple[CorrectionLine, ...] = ()
    figure: FigureView | None = None
    body: str = ""
    translations: tuple[LanguageLink, ...] = ()
    is_newsletter: bool = False
    """True for the front of a newsletter: ways to subscribe are shown."""
    feeds: tuple[Link, ...] = ()
    """Shown when `is_newsletter`."""
    sign_up: SignUpView | None = None
    editions: tuple[EditionLine, ...] = ()
    """What was sent so far, newest first."""
    flag: str = ""


class TombstoneView(Struct, frozen=True, kw_only=True):
    """A withdrawn item: neither its headline nor its text."""

    frame: Frame
    head: Head
    section: Link
