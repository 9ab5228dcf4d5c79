"""Editions of the newsletter: a page for each, and the list of them."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.cards import make_card
from ht_newsgen.pages.deferred import Deferred, article_key, joined_key
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import NO_INDEX, make_head, other_languages
from ht_newsgen.pages.refs import foreign, item_places, section_link, section_of
from ht_newsgen.pages.views.edition import EditionLine, EditionSection, EditionView
from ht_newsgen.pages.views.parts import Card, Link


def edition_pages(desk: Desk) -> Iterator[Page]:
    """A page for every edition of one language."""
    for edition in editions_of(desk):
        key = _view_key(desk, edition)
        make = partial(edition_view, desk, edition)
        yield Page(
            path=output_path(desk.site.routes.permalinks[edition.path]),
            kind=PageKind.EDITION,
            view=Deferred(key, make) if key else make(),
            claimant=place_of(edition, "slug", "title"),
        )


def edition_lines(desk: Desk, section: str) -> tuple[EditionLine, ...]:
    """The editions in this language that readers may look up, newest first."""
    permalinks = desk.site.routes.permalinks
    return tuple(
        EditionLine(
            href=desk.href(permalinks[edition.path]), title=edition.title, date=edition.date
        )
        for edition in editions_of(desk)
        if edition.section == section
    )


def editions_of(desk: Desk) -> Iterator[Edition]:
    """Those of the desk's language, or of a language that the site lacks, for the default one."""
    return (edition for edition in desk.site.editions if _is_of(desk, edition))


def edition_view(desk: Desk, edition: Edition) -> EditionView:
    """All that is shown of one edition."""
    site, locale = desk.site, desk.locale
    permalink = site.routes.permalinks[edition.path]
    places = item_places(site, edition)
    flag = site.flags.get(edition.path, "")
    return EditionView(
        frame=desk.frame_of(edition.section),
        head=make_head(
            desk,
            permalink,
            edition.title,
            description=edition.preheader,
            robots=NO_INDEX if flag else "",
            places=places,
            og_type="article",
            published=edition.date,
        ),
        nav=edition.section,
        up=section_link(site, locale, section_of(site, edition.section)),
        title=edition.title,
        language=foreign(edition.language, locale),
        date=edition.date,
        preheader=edition.preheader,
        body=edition.body,
        sections=edition_sections(desk, edition),
        translations=other_languages(desk, permalink, places),
        flag=flag,
    )


def edition_sections(desk: Desk, edition: Edition) -> tuple[EditionSection, ...]:
    """What an edition carries, section by section, as cards."""
    found = []
    for part in desk.site.contents[edition.path]:
        section = section_link(desk.site, desk.locale, section_of(desk.site, part.section))
        assert section is not None  # only sections with lists have articles
        cards = tuple(edition_card(desk, article) for article in part.articles)
        found.append(EditionSection(section=section, cards=cards))
    return tuple(found)


def edition_card(desk: Desk, article: Article) -> Card:
    """The card of an article inside an edition.

    A mail cannot be taken back. So of a text whose rights are not settled an edition shows the
    headline and where it comes from, and nothing of the text.
    """
    card = _card(desk, article)
    if article.rights is Rights.UNVERIFIED:
        return replace(card, standfirst="", excerpt="", dateline="")
    return card


def _card(desk: Desk, article: Article) -> Card:
    if _is_of(desk, article):
        return desk.cards[article.path]
    kind = section_of(desk.site, article.section).kind
    about = dict(desk.terms["sources"])
    if article.source is not None:
        about.setdefault(article.source.id, Link(href="", text=article.source.name))
    return make_card(desk.site, desk.locale, article, kind, about)


def _is_of(desk: Desk, item: Item) -> bool:
    """Whether the item is listed in the language of the desk, the default one for a stranger."""
    tags = [locale.tag for locale in desk.site.locales]
    return (item.language if item.language in tags else tags[0]) == desk.locale.tag


def _view_key(desk: Desk, edition: Edition) -> str:
    """A key of all that `edition_view` looks at; empty when the view is not to be deferred."""
    if not (desk.key and edition.digest):
        return ""
    site = desk.site
    parts = site.contents[edition.path]
    keys = (article_key(site, article) for part in parts for article in part.articles)
    places = item_places(site, edition)
    up = section_link(site, desk.locale, section_of(site, edition.section))
    flag = site.flags.get(edition.path, "")
    return joined_key(
        desk.key,
        (edition.digest, site.routes.permalinks[edition.path], *keys, f"{flag}{places}{up}"),
    )
