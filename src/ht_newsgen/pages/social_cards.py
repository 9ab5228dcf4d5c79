"""Social cards: the picture that a link to a page has on other sites, when the page has none.

One stands for the site in each language and one for each section; one for each item if the site
says so (`social_cards: items`), since each costs ten milliseconds or more, and 20 KB. A card is
called by what is on it, so one that would look the same is the same file.
"""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from ht_newsgen.graph.sections import listed_sections
from ht_newsgen.i18n.formats import text_direction
from ht_newsgen.kit.digest import SHORT, digest
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import Section, SocialCards
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.pages.pictures import pictures_shown, preview_image
from ht_newsgen.pages.refs import in_language, section_of, section_title, url_of
from ht_newsgen.pages.views.machine import SocialCardView
from ht_newsgen.pages.views.parts import PreviewImage

WIDTH, HEIGHT = 1200, 630
"""Pixels: what the large previews of most sites are cut to."""
RECIPE = 1
"""Goes up whenever a card would be drawn otherwise than before; its address then changes."""


class Previews(Struct, frozen=True, kw_only=True):
    """The pictures of previews that many pages of one language share."""

    site: PreviewImage | None = None
    """None when the site wants no cards."""
    sections: dict[str, PreviewImage] = {}
    """By section id; empty when the site wants no cards."""


def make_previews(site: Site, locale: Locale) -> Previews:
    """The cards of the site and of its sections, as pages refer to them."""
    if site.config.social_cards is SocialCards.NONE:
        return Previews()
    return Previews(
        site=_preview(site, site_card(site, locale)),
        sections={
            section.id: _preview(site, section_card(site, locale, section))
            for section in listed_sections(site.config)
        },
    )


def article_preview(
    site: Site, locale: Locale, article: Article, previews: Previews
) -> PreviewImage | None:
    """What a link to the article shows: its own picture, else its own card, else its section's."""
    own = _own_picture(site, article)
    if own is not None:
        return own
    if site.config.social_cards is SocialCards.ITEMS:
        return _preview(site, article_card(site, locale, article))
    return previews.sections.get(article.section)


def card_pages(site: Site, listings: Listings) -> Iterator[Page]:
    """All cards of one language that a page refers to."""
    if site.config.social_cards is SocialCards.NONE:
        return
    locale = listings.locale
    views = [site_card(site, locale)]
    views += (section_card(site, locale, section) for section in listed_sections(site.config))
    if site.config.social_cards is SocialCards.ITEMS:
        views += _article_cards(site, locale, listings.articles)
    for path, view in {card_path(view): view for view in views}.items():
        yield Page(path=path, kind=PageKind.SOCIAL_CARD, view=view)


def site_card(site: Site, locale: Locale) -> SocialCardView:
    """The name of the site, and who publishes it."""
    publisher = site.config.organisation.name
    title = _site_title(site, locale)
    return _card(locale.tag, title, publisher="" if publisher == title else publisher)


def section_card(site: Site, locale: Locale, section: Section) -> SocialCardView:
    """The name of the section, and of the site."""
    title = section_title(site, locale, section)
    return _card(locale.tag, title, publisher=_site_title(site, locale))


def article_card(site: Site, locale: Locale, article: Article) -> SocialCardView:
    """The headline below the name of its section, and the site."""
    label = section_title(site, locale, section_of(site, article.section))
    publisher = _site_title(site, locale)
    return _card(article.language, article.title, label=label, publisher=publisher)


def card_path(view: SocialCardView) -> str:
    """Where the card lies: a name that is made of what is on it."""
    return f"media/card.{digest(msgspec.json.encode((RECIPE, view)))[:SHORT]}.png"


def _card(language: str, title: str, *, label: str = "", publisher: str) -> SocialCardView:
    return SocialCardView(
        title=title,
        label=label,
        publisher=publisher,
        language=language,
        direction=text_direction(language),
    )


def _preview(site: Site, view: SocialCardView) -> PreviewImage:
    return PreviewImage(
        url=url_of(site, card_path(view)),
        width=WIDTH,
        height=HEIGHT,
        alt=" · ".join(filter(None, (view.label, view.title, view.publisher))),
    )


def _article_cards(
    site: Site, locale: Locale, articles: Iterable[Article]
) -> Iterator[SocialCardView]:
    for article in articles:
        if site.routes.permalinks[article.path] and _own_picture(site, article) is None:
            yield article_card(site, locale, article)


def _own_picture(site: Site, article: Article) -> PreviewImage | None:
    if not pictures_shown(article):
        return None  # there is none, or it may not be shown
    return preview_image(article.figure, lambda path: url_of(site, path))


def _site_title(site: Site, locale: Locale) -> str:
    return in_language(site.config.title, locale.tag, site.config.language)
