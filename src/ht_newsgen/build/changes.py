"""What somebody changes while the site is being built.

A page made of a new template under the fingerprint of the old one would never be made again. So
what is read while pages are rendered is looked at once more before they are published.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ht_newsgen.build.recall import digest_of
from ht_newsgen.build.record import is_of
from ht_newsgen.errors import NewsgenError
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.feed import FeedView
from ht_newsgen.pages.views.machine import PictureView


def changed_meanwhile(what: str) -> NewsgenError:
    """The error that says so; nothing has been published yet."""
    return NewsgenError(f"{what} changed while the site was built; build again")


def refuse_changed_templates(before: Mapping[PageKind, str], now: Mapping[PageKind, str]) -> None:
    """Raise NewsgenError if any kind of page has other templates than before."""
    if before != now:
        raise changed_meanwhile("A template")


def refuse_changed_pictures(root: Path, rendered: Iterable[Page]) -> None:
    """Raise NewsgenError if a picture that these pages were made of is no longer what it was."""
    used = {picture for page in rendered for picture in pictures_in(page)}
    for origin, path in sorted(used):
        if not is_of(digest_of(root / origin), path):
            raise changed_meanwhile(origin)


def pictures_in(page: Page) -> Iterator[tuple[str, str]]:
    """The pictures whose files are read to render this page: in the site, and as published."""
    if isinstance(page.view, PictureView):
        yield page.view.origin, page.view.path
    elif isinstance(page.view, FeedView):
        for entry in page.view.entries:
            if entry.image is not None:
                yield entry.image.origin, entry.image.path
