"""What can be searched, bound into volumes as a library binds newspapers: some whole years each.

Making an index costs about a millisecond for each item, so it is not made anew for every edit. An
edit makes anew the volume that it lies in, and a browser reads all volumes side by side
(docs/decisions/0025-search.md).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC

from msgspec import Struct

from ht_newsgen.i18n.formats import format_moment
from ht_newsgen.model.article import Article, StandingPage
from ht_newsgen.model.config import LISTED
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.addresses import volume_path
from ht_newsgen.pages.cards import content_notes
from ht_newsgen.pages.deferred import Deferred, joined_key
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.refs import section_of
from ht_newsgen.pages.views.search import SearchRecord, VolumeView

FULL = 1_500
"""Items; a volume that holds as many is closed at the end of its year."""
ENTRY = "pagefind-entry.json"
"""The file of a volume from which a browser learns the names of the others."""
UNDATED = "0" * 12


class Volume(Struct, frozen=True, kw_only=True):
    """Some years of one language; the newest volume also holds the standing pages."""

    year: int
    """The first of its years; 0 when there are only pages."""
    articles: tuple[Article, ...]
    """The newest first."""
    pages: tuple[StandingPage, ...] = ()


def volumes(desk: Desk) -> tuple[Volume, ...]:
    """The volumes of one language, the newest first; none when nothing can be searched."""
    articles = [one for one in desk.listings.articles if is_searchable(desk, one)]
    pages = tuple(page for page in desk.pages if page_is_searchable(desk, page))
    first_years = list(bound(Counter(article.date.at.year for article in articles)))
    made: list[Volume] = []
    for year in reversed(first_years or ([0] if pages else [])):
        after = made[-1].year if made else 9999 + 1
        made.append(
            Volume(
                year=year,
                articles=tuple(one for one in articles if year <= one.date.at.year < after),
                pages=() if made else pages,
            )
        )
    return tuple(made)


def bound(counts: Mapping[int, int]) -> Iterator[int]:
    """The first year of each volume, the oldest first, from the number of items in each year."""
    held = FULL
    for year in sorted(counts):
        if held >= FULL:
            yield year
            held = 0
        held += counts[year]


def volume_page(desk: Desk, volume: Volume) -> Page:
    """A volume as an output: one planned file that stands for all of its files."""
    key = volume_key(desk, volume)

    def make() -> VolumeView:
        return VolumeView(language=desk.locale.tag, records=tuple(records(desk, volume)))

    return Page(
        path=volume_path(desk.locale, volume.year) + ENTRY,
        kind=PageKind.SEARCH_VOLUME,
        view=Deferred(key, make) if key else make(),
    )


def volume_key(desk: Desk, volume: Volume) -> str:
    """A key of all that the records are made of; empty when the view is not to be deferred."""
    if not desk.key:
        return ""
    permalinks = desk.site.routes.permalinks
    pages = [page.digest and f"{page.digest} {permalinks[page.path]}" for page in volume.pages]
    return joined_key(desk.key, [*(desk.keys[one.path] for one in volume.articles), *pages])


def records(desk: Desk, volume: Volume) -> Iterator[SearchRecord]:
    """The record of each item and page of a volume, in their order."""
    for article in volume.articles:
        yield article_record(desk, article)
    for page in volume.pages:
        yield page_record(desk, page)


def is_searchable(desk: Desk, article: Article) -> bool:
    """Whether the article has a page, and nothing speaks against finding what stands there.

    What is not cleared (`rights: unverified`) is in no index, and neither is what only a preview
    shows.
    """
    shown = bool(desk.site.routes.permalinks[article.path])
    flagged = article.path in desk.site.flags
    return shown and article.rights is not Rights.UNVERIFIED and not flagged


def page_is_searchable(desk: Desk, page: StandingPage) -> bool:
    """Whether it is a page of its own; the front text of a listing is not."""
    listed = section_of(desk.site, page.section).kind in LISTED
    return not (page.is_index and listed) and page.path not in desk.site.flags


def article_record(desk: Desk, article: Article) -> SearchRecord:
    """What is searched of an article: what its page shows."""
    site, source = desk.site, article.source
    terms = (
        f"section:{article.section}",
        *(f"topic:{topic}" for topic in article.topics),
        *(f"country:{country}" for country in article.countries),
        *([f"source:{source.id}"] if source else []),
        f"year:{article.date.at.year}",
        f"language:{article.language}",
    )
    return SearchRecord(
        href=desk.href(site.routes.permalinks[article.path]),
        title=article.title,
        language=article.language,
        moment=digits(article.date),
        date=format_moment(article.date, desk.locale.tag),
        standfirst=article.standfirst,
        dateline=article.dateline,
        body=article.body,
        source=source.name if source else "",
        notes=content_notes(site, desk.locale, article),
        terms=terms,
    )


def page_record(desk: Desk, page: StandingPage) -> SearchRecord:
    """What is searched of a standing page."""
    return SearchRecord(
        href=desk.href(desk.site.routes.permalinks[page.path]),
        title=page.title,
        language=page.language,
        moment=UNDATED,
        standfirst=page.standfirst,
        body=page.body,
        terms=(f"section:{page.section}", f"language:{page.language}"),
    )


def digits(moment: Moment) -> str:
    """The moment in UTC as `YYYYMMDDhhmm`."""
    at = moment.at.astimezone(UTC)
    return f"{at.year:04}{at.month:02}{at.day:02}{at.hour:02}{at.minute:02}"
