"""The page of each flash item and story."""

from collections.abc import Iterator
from functools import partial

from ht_newsgen.graph.places import place_of
from ht_newsgen.i18n.formats import format_day
from ht_newsgen.kit.renditions import fallback
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.media import Figure
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.addresses import section_path
from ht_newsgen.pages.cards import content_notes
from ht_newsgen.pages.deferred import Deferred, joined_key, newest_day
from ht_newsgen.pages.descriptions import of_article
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import NO_INDEX, make_head, other_languages
from ht_newsgen.pages.json_ld import article_json_ld
from ht_newsgen.pages.licences import licence_parts
from ht_newsgen.pages.pictures import picture_view
from ht_newsgen.pages.refs import (
    foreign,
    item_places,
    read_more_link,
    section_of,
    section_title,
    source_link,
)
from ht_newsgen.pages.social_cards import article_preview
from ht_newsgen.pages.views.article import ArticleView, CorrectionLine, FigureView
from ht_newsgen.pages.views.parts import Link


def article_pages(desk: Desk) -> Iterator[Page]:
    """A page for every article of one language that is more than a title."""
    permalinks = desk.site.routes.permalinks
    for article in desk.listings.articles:
        if permalink := permalinks[article.path]:
            key = view_key(desk, article)
            make = partial(article_view, desk, article)
            yield Page(
                path=output_path(permalink),
                kind=PageKind.ARTICLE,
                view=Deferred(key, make, day=newest_day([article])) if key else make(),
                claimant=place_of(article, "slug", "title"),
            )


def view_key(desk: Desk, article: Article) -> str:
    """A key of all that `article_view` looks at; empty when the view is not to be deferred."""
    if not desk.key:
        return ""
    site, keys, path = desk.site, desk.keys, article.path
    parts = [keys[path], *[keys[earlier.path] for earlier in site.earlier.get(path, ())]]
    places = item_places(site, article) if path in site.translations else ()
    return joined_key(desk.key, [*parts, f"{path in desk.repeated} {places}"])


def article_view(desk: Desk, article: Article) -> ArticleView:
    """All that is shown of one article."""
    site, locale = desk.site, desk.locale
    permalink = site.routes.permalinks[article.path]
    section = section_of(site, article.section)
    places = item_places(site, article)
    card = desk.cards[article.path]
    source = source_link(locale, article, desk.terms["sources"])
    licence, licence_url = licence_parts(article.licence)
    withheld = article.rights is Rights.UNVERIFIED
    figure = None if withheld else article.figure
    description = of_article(article)
    image = desk.url(fallback(figure.picture).path) if figure else ""
    topics = desk.terms_of("topics", article.topics)
    return ArticleView(
        frame=desk.frame_of(section.id),
        head=make_head(
            desk,
            permalink,
            head_title(desk, article),
            description=description,
            robots=robots(article, card.flag),
            places=places,
            og_type="article",
            section=section_title(site, locale, section),
            topics=tuple(link.text for link in topics),
            published=article.date,
            updated=article.updated,
            image=article_preview(site, locale, article, desk.previews),
            creator=creator_of(desk, article),
            json_ld=article_json_ld(desk, article, description=description, image=image),
        ),
        section=Link(
            href=desk.href(section_path(locale, section.id)),
            text=section_title(site, locale, section),
            id=section.id,
        ),
        kind=section.kind,
        title=article.title,
        language=foreign(article.language, locale),
        standfirst=article.standfirst,
        dateline=article.dateline,
        date=article.date,
        updated=article.updated,
        byline=desk.terms_of("authors", article.authors),
        source=source,
        rights=article.rights,
        licence=licence,
        licence_url=licence_url,
        content_notes=content_notes(site, locale, article),
        corrections=correction_lines(article),
        figure=figure_view(desk, figure),
        body="" if withheld else article.body,
        excerpt=card.excerpt if withheld else "",
        read_more=read_more_link(article, source, always=section.kind is SectionKind.FLASH),
        topics=topics,
        countries=desk.terms_of("countries", article.countries),
        earlier=desk.cards_of(site.earlier.get(article.path, ())),
        translations=other_languages(desk, permalink, places),
        flag=card.flag,
    )


def head_title(desk: Desk, article: Article) -> str:
    """The headline; with the day, where an older article has the same headline."""
    if article.path in desk.repeated:
        return f"{article.title} ({format_day(article.date, desk.locale.tag)})"
    return article.title


def creator_of(desk: Desk, article: Article) -> str:
    """The account in the fediverse that a preview names: an author's, or ours for our own words."""
    accounts = [desk.site.authors[id_].fediverse for id_ in article.authors]
    ours = desk.site.config.organisation.fediverse if article.rights is Rights.OWN else ""
    return next(filter(None, accounts), ours)


def robots(article: Article, flag: str) -> str:
    """Out of search engines stays what a preview shows, and what is not cleared.

    An excerpt whose rights are not settled may have to go at any time; while it is in no index and
    no sitemap, withdrawing it here withdraws it everywhere.
    """
    return NO_INDEX if flag or article.rights is Rights.UNVERIFIED else ""


def correction_lines(item: Item) -> tuple[CorrectionLine, ...]:
    """The corrections of an item, in the order in which they stand in its file."""
    return tuple(CorrectionLine(date=one.date, text=one.text) for one in item.corrections)


def figure_view(desk: Desk, figure: Figure | None) -> FigureView | None:
    """The picture of an item with what must be said about it."""
    if figure is None:
        return None
    return FigureView(
        picture=picture_view(figure.picture, desk.href, figure.alt),
        credit=figure.credit,
        caption=figure.caption,
        licence=figure.licence,
    )
