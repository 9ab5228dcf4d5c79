"""The archive: all years, each year, each month."""

from collections.abc import Iterator
from itertools import groupby

from ht_newsgen.i18n.formats import format_month
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import archive_path
from ht_newsgen.pages.descriptions import counted
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.lists import Listed, listing_pages
from ht_newsgen.pages.views.listing import ArchiveMonth, ArchiveView, ArchiveYear
from ht_newsgen.pages.views.parts import Link

NAV = "archive"


def archive_pages(desk: Desk) -> Iterator[Page]:
    """The page of all years, one for each year, and the list of each month."""
    years = archive_years(desk)
    yield _page(desk, 0, years, desk.gettext("Archive"))
    for position, year in enumerate(years):
        yield _page(
            desk,
            year.year,
            (year,),
            desk.gettext("Archive of %(year)s") % {"year": year.year},
            newer=years[position - 1] if position else None,
            older=years[position + 1] if position + 1 < len(years) else None,
        )
    months = tuple(desk.listings.by_month)
    for position, month in enumerate(months):
        listed = _month(
            desk,
            *month,
            after=months[position - 1] if position else None,
            before=months[position + 1] if position + 1 < len(months) else None,
        )
        yield from listing_pages(desk, listed)


def archive_years(desk: Desk) -> tuple[ArchiveYear, ...]:
    """The years with something in them, the newest first, and their months alike."""
    return tuple(
        _year(desk, year, tuple(month for _, month in months))
        for year, months in groupby(desk.listings.by_month, key=lambda month: month[0])
    )


def _year(desk: Desk, year: int, months: tuple[int, ...]) -> ArchiveYear:
    filled = tuple(
        ArchiveMonth(
            year=year,
            month=month,
            href=desk.href(archive_path(desk.locale, year, month)),
            count=len(desk.listings.by_month[year, month]),
        )
        for month in months
    )
    return ArchiveYear(
        year=year,
        href=desk.href(archive_path(desk.locale, year)),
        count=sum(month.count for month in filled),
        months=filled,
    )


def _page(
    desk: Desk,
    year: int,
    years: tuple[ArchiveYear, ...],
    title: str,
    *,
    newer: ArchiveYear | None = None,
    older: ArchiveYear | None = None,
) -> Page:
    path = archive_path(desk.locale, year)
    places = _places(desk, year)
    total = sum(one.count for one in years)
    everything = desk.gettext("Everything we have published, by year and month.")
    description = counted(desk, title, total) if year else everything
    view = ArchiveView(
        frame=desk.frame,
        head=make_head(desk, path, title, description=description, places=places),
        nav=NAV,
        year=year,
        up=Link(href=desk.href(archive_path(desk.locale)), text=desk.gettext("Archive"))
        if year
        else None,
        total=total,
        years=years,
        older=Link(href=older.href, text=str(older.year)) if older else None,
        newer=Link(href=newer.href, text=str(newer.year)) if newer else None,
        translations=other_languages(desk, path, places),
    )
    return Page(path=output_path(path), kind=PageKind.ARCHIVE, view=view)


def _month(
    desk: Desk,
    year: int,
    month: int,
    *,
    before: tuple[int, int] | None,
    after: tuple[int, int] | None,
) -> Listed:
    title = format_month(year, month, desk.locale.tag)
    return Listed(
        path=archive_path(desk.locale, year, month),
        articles=desk.listings.by_month[year, month],
        nav=NAV,
        what="month",
        by_year=False,
        before=_month_link(desk, *before) if before else None,
        after=_month_link(desk, *after) if after else None,
        term=f"{year:04}-{month:02}",
        head_title=f"{title} – {desk.gettext('Archive')}",
        up=Link(href=desk.href(archive_path(desk.locale, year)), text=str(year)),
        places=tuple(_places(desk, year, month)),
    )


def _month_link(desk: Desk, year: int, month: int) -> Link:
    return Link(
        href=desk.href(archive_path(desk.locale, year, month)),
        text=format_month(year, month, desk.locale.tag),
    )


def _places(desk: Desk, year: int, month: int = 0) -> list[tuple[str, str]]:
    """The languages whose archive has that year or month; all have a page of all years."""
    return [
        (listings.locale.tag, archive_path(listings.locale, year, month))
        for listings in desk.site.listings
        if not year
        or ((year, month) in listings.by_month)
        or (not month and any(one == year for one, _ in listings.by_month))
    ]
