"""Views that are kept for the next build, and how they are what they were when they come back."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from ht_newsgen.build.fingerprints import FRAME, LENGTH, Encoder, print_of
from ht_newsgen.build.mentions import Mentions, kept_view
from ht_newsgen.model.manifest import Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.pages.views.article import ArticleView, StandingPageView
from ht_newsgen.pages.views.edition import EditionView
from ht_newsgen.pages.views.feed import FeedView
from ht_newsgen.pages.views.listing import FrontView, ListingView
from ht_newsgen.pages.views.parts import Frame
from ht_newsgen.pages.views.search import VolumeView

VIEWS: Mapping[PageKind, type[Struct]] = {
    PageKind.ARTICLE: ArticleView,
    PageKind.PAGE: StandingPageView,
    PageKind.EDITION: EditionView,
    PageKind.FRONT: FrontView,
    PageKind.LISTING: ListingView,
    PageKind.RSS: FeedView,
    PageKind.ATOM: FeedView,
    PageKind.JSON_FEED: FeedView,
    PageKind.SEARCH_VOLUME: VolumeView,
}
"""The pages that may show a text, with the types of their views."""


def keep_views(mentions: Mentions, planned: Iterable[Page], outputs: Mapping[str, Output]) -> None:
    """Have the store know the views of all pages that may show a text, and no others.

    Those of pages that were just rendered are there already (`rendering.py`). Others are missing
    where a cache was lost, or where another site of the same content was built meanwhile.
    """
    shown = {
        print_half(outputs[page.path]): page
        for page in planned
        if page.kind in VIEWS and page.path in outputs
    }
    known = mentions.known()
    missing = shown.keys() - known
    if missing:
        encoder = Encoder()
        encoded = [encoder.encoded(resolved(shown[one])) for one in sorted(missing)]
        mentions.keep([kept_view(one, print_of(one)) for one in encoded], encoder.frames)
    gone = known - shown.keys()
    if gone:
        mentions.forget(gone)


def print_half(output: Output) -> str:
    """What is known of the view of a published page."""
    return output.fingerprint[:LENGTH]


def page_again(path: str, encoded: bytes, frame: bytes) -> Page | None:
    """The page of an encoded view; None if that would not be the view it was.

    `frame` is the encoded frame around it, or nothing. The file that asks for the page is not kept.
    """
    name, _, rest = encoded.partition(b" ")
    kind = PageKind(name.decode())
    try:
        parts = parts_of(kind).decode(rest.partition(b" ")[2])
        fields = {name: getattr(parts, name) for name in parts.__struct_fields__}
        if frame:
            fields[FRAME] = msgspec.json.decode(frame, type=Frame)
    except msgspec.ValidationError:
        return None
    page = Page(path=path, kind=kind, view=VIEWS[kind](**fields))
    return page if Encoder().encoded(page) == encoded else None


@cache
def parts_of(kind: PageKind) -> "msgspec.json.Decoder[Any]":
    """Decodes the view of a kind of page, without its frame; see `fingerprints.Encoder`."""
    fields = msgspec.structs.fields(VIEWS[kind])
    parts = msgspec.defstruct(
        f"PartsOf{VIEWS[kind].__name__}",
        [(field.name, field.type) for field in fields if field.name != FRAME],
        array_like=True,
        frozen=True,
    )
    return msgspec.json.Decoder(parts)
