"""The desk of one language: what every builder of its pages has at hand."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from msgspec import Struct

from ht_newsgen.i18n.messages import translations
from ht_newsgen.model.article import Article, StandingPage
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.model.taxonomy import Localised
from ht_newsgen.pages.cards import Cards
from ht_newsgen.pages.channels import site_feeds
from ht_newsgen.pages.deferred import article_key, common_key
from ht_newsgen.pages.frame import make_frame, without_exit
from ht_newsgen.pages.refs import in_language, link_to, section_of, url_of
from ht_newsgen.pages.social_cards import Previews, make_previews
from ht_newsgen.pages.term_links import TermLinks, term_links
from ht_newsgen.pages.views.parts import Card, FeedRef, Frame, Link

_path = attrgetter("path")


class Desk(Struct, frozen=True, kw_only=True):
    """One language of the site, with the parts that many of its pages share made once."""

    site: Site
    locale: Locale
    listings: Listings
    pages: tuple[StandingPage, ...]
    """Standing pages and section fronts in this language."""
    frame: Frame
    frame_without_exit: Frame
    terms: TermLinks
    """All topics, countries, sources and authors in use, by kind and id."""
    cards: Mapping[str, Card]
    """By item path."""
    keys: Mapping[str, str]
    """Of the articles listed in this language, by item path; see `deferred.article_key`."""
    key: str
    """Of all else that a page in this language may depend on; empty when no view is deferred."""
    previews: Previews
    """What links to pages show on other sites, where a page has nothing of its own."""
    feeds: tuple[FeedRef, ...]
    """The site's own in this language."""
    repeated: frozenset[str]
    """Paths of articles whose title an older one has too."""

    def frame_of(self, section: str) -> Frame:
        """What surrounds the pages of a section, which may be one without the quick exit."""
        has_exit = section_of(self.site, section).quick_exit
        return self.frame if has_exit else self.frame_without_exit

    def gettext(self, message: str) -> str:
        """A sentence of the theme in this language."""
        return translations(self.locale.tag).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The same with a number, in the form that the language has for it."""
        return translations(self.locale.tag).ngettext(one, many, count)

    def text(self, texts: Localised) -> str:
        """A declared text in this language."""
        return in_language(texts, self.locale.tag, self.site.config.language)

    def href(self, path: str) -> str:
        """A link to a path of the site."""
        return link_to(self.site, path)

    def url(self, path: str) -> str:
        """A path of the site as an absolute URL."""
        return url_of(self.site, path)

    def terms_of(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to the pages of these topics, countries, sources or authors."""
        links = self.terms[kind]
        return tuple(links[id_] for id_ in ids)

    def cards_of(self, articles: tuple[Article, ...]) -> tuple[Card, ...]:
        """The cards of articles that are listed in this language."""
        return tuple(self.cards[article.path] for article in articles)

    def keys_of(self, articles: Iterable[Article]) -> Iterable[str]:
        """The keys of articles that are listed in this language; there are some."""
        return map(self.keys.__getitem__, map(_path, articles))


def make_desks(site: Site, assets: Assets, *, defer: bool = False) -> tuple[Desk, ...]:
    """A desk for each language of the site, the default one first.

    With `defer`, the views of articles and of full pages are made when they are needed.
    """
    return tuple(_desk(site, listings, assets, defer=defer) for listings in site.listings)


def desk_of(desks: tuple[Desk, ...], language: str) -> Desk:
    """The desk of a language; the default one for a language that the site does not have."""
    return next((desk for desk in desks if desk.locale.tag == language), desks[0])


def _desk(site: Site, listings: Listings, assets: Assets, *, defer: bool) -> Desk:
    locale = listings.locale
    frame = make_frame(site, locale, assets)
    terms = term_links(site, listings)
    keys = {article.path: article_key(site, article) for article in listings.articles}
    return Desk(
        site=site,
        locale=locale,
        listings=listings,
        pages=_pages(site, locale),
        frame=frame,
        frame_without_exit=without_exit(frame),
        terms=terms,
        cards=Cards(site, listings, terms["sources"]),
        keys=keys if defer else {},
        key=common_key(site, frame, terms) if defer else "",
        previews=make_previews(site, locale),
        feeds=site_feeds(site, locale, frame.site_title),
        repeated=_repeated(listings.articles),
    )


def _pages(site: Site, locale: Locale) -> tuple[StandingPage, ...]:
    tags = [one.tag for one in site.locales]
    return tuple(
        page
        for page in (*site.pages, *site.section_fronts.values())
        if (page.language if page.language in tags else tags[0]) == locale.tag
    )


def _repeated(newest_first: tuple[Article, ...]) -> frozenset[str]:
    """Looks backwards only: a later article with the same title changes nothing here."""
    seen: set[str] = set()
    repeated = set()
    for article in reversed(newest_first):
        title = article.title.casefold()
        if title in seen:
            repeated.add(article.path)
        seen.add(title)
    return frozenset(repeated)
