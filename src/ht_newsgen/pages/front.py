"""The front page of one language: a column for each section that wants one."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ht_newsgen.graph.ordering import pinned_first
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.config import LISTED, SectionKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.descriptions import of_site
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.json_ld import site_json_ld
from ht_newsgen.pages.refs import section_link
from ht_newsgen.pages.standing import site_feed_links
from ht_newsgen.pages.views.listing import Column, FrontView, Lead

FEW = 7
"""Items of each section, where the configuration gives none a place: a front page is not empty."""


def front_page(desk: Desk) -> Iterator[Page]:
    """The one page at the root of the language."""
    path = desk.locale.prefix
    title, description = desk.frame.site_title, desk.text(desk.site.config.description)
    places = [(locale.tag, locale.prefix) for locale in desk.site.locales]
    columns = tuple(_columns(desk))
    lead = _lead(columns)
    view = FrontView(
        frame=desk.frame,
        head=make_head(
            desk,
            path,
            title,
            description=of_site(desk, [column.section.text for column in columns]),
            places=places,
            json_ld=site_json_ld(desk),
        ),
        title=title,
        description=description,
        lead=lead,
        columns=tuple(_without(lead, column) for column in columns),
        feeds=site_feed_links(desk),
        translations=other_languages(desk, path, places),
    )
    yield Page(path=output_path(path), kind=PageKind.FRONT, view=view)


def _lead(columns: Iterable[Column]) -> Lead | None:
    """The first story that has a page: pinned, or else the newest."""
    for column in columns:
        if column.kind is SectionKind.STORY and column.cards and column.cards[0].href:
            return Lead(section=column.section, card=column.cards[0])
    return None


def _without(lead: Lead | None, column: Column) -> Column:
    """The column without the lead, which the page begins with."""
    if lead is None or column.section != lead.section:
        return column
    return replace(column, cards=column.cards[1:])


def _columns(desk: Desk) -> Iterator[Column]:
    """In the order of the configuration; a section of pages shows its front text, if it has one."""
    sections = desk.site.config.sections
    unsaid = not any(section.front_page for section in sections)
    for section in sections:
        link = section_link(desk.site, desk.locale, section)
        room = FEW if unsaid and section.kind in LISTED else section.front_page
        if not room or link is None:
            continue
        front = desk.site.section_fronts.get((section.id, desk.locale.tag))
        if section.kind in LISTED:
            articles = desk.listings.by_section[section.id]
            yield Column(
                section=link,
                kind=section.kind,
                description=desk.text(section.description),
                cards=desk.cards_of(pinned_first(articles)[:room]),
                total=len(articles),
            )
        elif front is not None:
            yield Column(
                section=link,
                kind=SectionKind.PAGE,
                description=desk.text(section.description),
                body=front.body,
            )
