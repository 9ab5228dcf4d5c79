"""The specimen: every component of the theme, and a page of every kind, by name."""

from msgspec import Struct

from ht_newsgen.pages.views.article import CorrectionLine, FigureView
from ht_newsgen.pages.views.listing import ArchiveYear
from ht_newsgen.pages.views.parts import (
    Card,
    FeedRef,
    Frame,
    Head,
    LanguageLink,
    Link,
    Pager,
    SourceLink,
)


class SpecimenView(Struct, frozen=True, kw_only=True):
    """What whoever changes a theme looks at. It speaks English, to them and not to readers."""

    frame: Frame
    head: Head
    language: str = ""
    """`en` where that is not the language of the frame."""
    pages: tuple[Link, ...]
    """An example of every kind of page."""
    cards: tuple[tuple[str, Card], ...]
    """With what each one shows."""
    thread: tuple[Card, ...]
    brief: tuple[Card, ...]
    sources: tuple[tuple[str, SourceLink], ...]
    read_more: tuple[tuple[str, SourceLink], ...]
    notes: tuple[str, ...]
    corrections: tuple[CorrectionLine, ...]
    figure: FigureView
    body: str
    """A text with everything that Markdown makes."""
    pager: Pager
    before: Link
    after: Link
    terms: tuple[Link, ...]
    year: ArchiveYear
    feeds: tuple[FeedRef, ...]
    translations: tuple[LanguageLink, ...]
