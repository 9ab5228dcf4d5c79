"""Standing pages and section fronts, and what is left where an item was withdrawn."""

from collections.abc import Iterator

from msgspec.structs import replace

from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Item, StandingPage
from ht_newsgen.model.config import LISTED, SectionKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Reason, Site
from ht_newsgen.pages.articles import correction_lines, figure_view
from ht_newsgen.pages.desk import Desk, desk_of
from ht_newsgen.pages.editions import edition_lines
from ht_newsgen.pages.head import NO_INDEX, make_head, nowhere_head, other_languages
from ht_newsgen.pages.pictures import preview_image
from ht_newsgen.pages.refs import foreign, item_places, section_link, section_of, section_title
from ht_newsgen.pages.sign_up import allowing, sign_up_view, source_of
from ht_newsgen.pages.views.article import StandingPageView, TombstoneView
from ht_newsgen.pages.views.parts import Link


def standing_pages(desk: Desk) -> Iterator[Page]:
    """Every standing page of one language.

    The front text of a section that lists articles is no page: it stands on the section's listing.
    """
    for page in desk.pages:
        listed = section_of(desk.site, page.section).kind in LISTED
        if not (page.is_index and listed):
            yield Page(
                path=output_path(desk.site.routes.permalinks[page.path]),
                kind=PageKind.PAGE,
                view=standing_page_view(desk, page),
                claimant=place_of(page, "slug", "title"),
            )


def standing_page_view(desk: Desk, page: StandingPage) -> StandingPageView:
    """All that is shown of one standing page."""
    permalink = desk.site.routes.permalinks[page.path]
    places = item_places(desk.site, page)
    kind = section_of(desk.site, page.section).kind
    newsletter = page.is_index and kind is SectionKind.NEWSLETTER
    flag = desk.site.flags.get(page.path, "")
    sign_up = sign_up_view(desk.site, desk.locale, page) if newsletter else None
    policy = ""
    if sign_up is not None and sign_up.form is not None:
        source = source_of(sign_up.form.action)
        policy = allowing(desk.frame.content_security_policy, (source,))
    return StandingPageView(
        frame=desk.frame_of(page.section),
        head=replace(
            make_head(
                desk,
                permalink,
                page.title,
                description=page.standfirst or page.excerpt or page.title,
                robots=NO_INDEX if flag else "",
                places=places,
                updated=page.updated,
                image=preview_image(page.figure, desk.url),
            ),
            content_security_policy=policy,
        ),
        nav=page.section if page.is_index else page.id,
        title=page.title,
        language=foreign(page.language, desk.locale),
        standfirst=page.standfirst,
        updated=page.updated,
        corrections=correction_lines(page),
        figure=figure_view(desk, page.figure),
        body=page.body,
        translations=other_languages(desk, permalink, places),
        is_newsletter=newsletter,
        feeds=site_feed_links(desk) if newsletter else (),
        sign_up=sign_up,
        editions=edition_lines(desk, page.section) if newsletter else (),
        flag=flag,
    )


def site_feed_links(desk: Desk) -> tuple[Link, ...]:
    """The feeds of everything, by the names of their formats."""
    return tuple(Link(href=feed.href, text=feed.name) for feed in desk.feeds)


def tombstones(site: Site, desks: tuple[Desk, ...]) -> Iterator[Page]:
    """A page where each withdrawn item was, without its headline or its text.

    The address keeps the words of the slug: changing it would break every link to the tombstone.
    """
    for item in withdrawn_items(site):
        yield Page(
            path=output_path(site.routes.permalinks[item.path]),
            kind=PageKind.TOMBSTONE,
            view=tombstone_view(desk_of(desks, item.language), item),
            claimant=place_of(item, "slug", "title"),
        )


def tombstone_view(desk: Desk, item: Item) -> TombstoneView:
    """What stands where a withdrawn item was: the way to its section."""
    site, locale = desk.site, desk.locale
    section = section_of(site, item.section)
    front = section_link(site, locale, section)
    return TombstoneView(
        frame=desk.frame_of(item.section),
        head=nowhere_head(desk, desk.gettext("This item was withdrawn")),
        section=front
        or Link(href=desk.frame.home, text=section_title(site, locale, section), id=section.id),
    )


def withdrawn_items(site: Site) -> Iterator[Item]:
    """The withdrawn items that have an address; a section's listing stays without its front."""
    for one in site.left_out:
        item = one.item
        if one.reason is Reason.WITHDRAWN and item.path in site.routes.permalinks:
            listed = section_of(site, item.section).kind in LISTED
            if not (item.is_index and listed):
                yield item
