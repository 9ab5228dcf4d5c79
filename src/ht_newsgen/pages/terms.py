"""Sections, topics, countries, sources and authors: their indexes and their lists."""

from collections.abc import Iterator

from msgspec.structs import replace

from ht_newsgen.graph.sections import listed_sections
from ht_newsgen.i18n.collation import sort_key
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Article
from ht_newsgen.model.feed_settings import FeedKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import (
    TERM_KINDS,
    section_path,
    term_path,
    terms_path,
)
from ht_newsgen.pages.channels import has_feeds
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.lists import Listed, listing_pages
from ht_newsgen.pages.refs import section_title
from ht_newsgen.pages.term_links import terms_of
from ht_newsgen.pages.together import topics_together
from ht_newsgen.pages.views.listing import TermsView
from ht_newsgen.pages.views.parts import Link

FOLLOWED = {kind.value: kind for kind in (FeedKind.TOPICS, FeedKind.COUNTRIES, FeedKind.SOURCES)}
"""The kinds of terms that may have feeds."""
CONFIGURATION = Place("newsgen.yaml")
REGISTERS = {
    "topics": Place("content/data/topics.yaml"),
    "sources": Place("content/data/sources.yaml"),
    "authors": Place("content/data/authors.yaml"),
}
"""Where terms are declared."""


def section_pages(desk: Desk) -> Iterator[Page]:
    """The list of each section, with its front text above the newest page."""
    site, locale = desk.site, desk.locale
    for section in listed_sections(site.config):
        articles = desk.listings.by_section[section.id]
        front = site.section_fronts.get((section.id, locale.tag))
        title, path = section_title(site, locale, section), section_path(locale, section.id)
        listed = Listed(
            path=path,
            articles=articles,
            nav=section.id,
            what="section",
            term=section.id,
            title=title,
            head_title=title,
            description=desk.text(section.description),
            body=front.body if front else "",
            feed_title=title if section.feed and has_feeds(site, FeedKind.SECTIONS, path) else "",
            places=tuple((one.tag, section_path(one, section.id)) for one in site.locales),
            pinned=True,
            preview=desk.previews.sections.get(section.id),
            claimant=CONFIGURATION,
        )
        yield from listing_pages(desk, listed)


def term_pages(desk: Desk) -> Iterator[Page]:
    """The four indexes, and the list of every term in them."""
    for kind, what in TERM_KINDS.items():
        yield _index(desk, kind)
        for term, articles in terms_of(desk.listings, kind).items():
            yield from listing_pages(desk, _term(desk, kind, what, term, articles))


def index_title(desk: Desk, kind: str) -> str:
    """How an index is called: "Topics"."""
    return {
        "topics": desk.gettext("Topics"),
        "countries": desk.gettext("Countries"),
        "sources": desk.gettext("Sources"),
        "authors": desk.gettext("Authors"),
    }[kind]


def index_description(desk: Desk, kind: str) -> str:
    """What one finds in an index."""
    return {
        "topics": desk.gettext("What the articles are about, with how many there are of each."),
        "countries": desk.gettext(
            "Where the things we report happened, with how many articles there are of each country."
        ),
        "sources": desk.gettext(
            "Who reported first what we point to, with how many articles there are of each."
        ),
        "authors": desk.gettext("Who wrote the articles, with how many there are of each."),
    }[kind]


def _index(desk: Desk, kind: str) -> Page:
    path = terms_path(desk.locale, kind)
    places = [(locale.tag, terms_path(locale, kind)) for locale in desk.site.locales]
    links = [
        replace(desk.terms[kind][term], count=len(articles))
        for term, articles in terms_of(desk.listings, kind).items()
    ]
    description = index_description(desk, kind)
    view = TermsView(
        frame=desk.frame,
        head=make_head(desk, path, index_title(desk, kind), description=description, places=places),
        nav=kind,
        what=kind,
        description=description,
        terms=tuple(
            sorted(links, key=lambda link: (sort_key(link.text, desk.locale.tag), link.id))
        ),
        translations=other_languages(desk, path, places),
    )
    return Page(path=output_path(path), kind=PageKind.TERMS, view=view)


def _term(desk: Desk, kind: str, what: str, term: str, articles: tuple[Article, ...]) -> Listed:
    site, title, above = desk.site, desk.terms[kind][term].text, index_title(desk, kind)
    topic = site.registers.topics[term] if kind == "topics" else None
    path = term_path(desk.locale, kind, term)
    return Listed(
        path=path,
        articles=articles,
        nav=kind,
        what=what,
        term=term,
        title="" if kind == "countries" else title,
        # A topic may be called like an article or a section; titles of pages differ.
        head_title=f"{title} – {above}",
        url=_own_site(desk, kind, term),
        description=desk.text(topic.description) if topic else "",
        together=topics_together(desk, articles, but=term if topic else ""),
        up=Link(href=desk.href(terms_path(desk.locale, kind)), text=above),
        feed_title=title if kind in FOLLOWED and has_feeds(site, FOLLOWED[kind], path) else "",
        places=tuple(
            (listings.locale.tag, term_path(listings.locale, kind, term))
            for listings in site.listings
            if term in terms_of(listings, kind)
        ),
        claimant=REGISTERS.get(kind),
    )


def _own_site(desk: Desk, kind: str, term: str) -> str:
    """Where a source or an author is at home."""
    if kind == "sources":
        return desk.site.sources[term].url
    return desk.site.authors[term].url if kind == "authors" else ""
