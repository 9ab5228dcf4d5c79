"""Topics, countries, sources and authors in one language: their names and their pages."""

from collections.abc import Mapping

from ht_newsgen.i18n.formats import country_name
from ht_newsgen.model.article import Article
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.pages.addresses import TERM_KINDS, term_path
from ht_newsgen.pages.refs import in_language, link_to
from ht_newsgen.pages.views.parts import Link

TermLinks = Mapping[str, Mapping[str, Link]]
"""By kind (`topics`, `countries`, `sources`, `authors`), then by id."""


def terms_of(listings: Listings, kind: str) -> Mapping[str, tuple[Article, ...]]:
    """The articles of every topic, country, source or author in use, by id."""
    return {
        "topics": listings.by_topic,
        "countries": listings.by_country,
        "sources": listings.by_source,
        "authors": listings.by_author,
    }[kind]


def term_links(site: Site, listings: Listings) -> TermLinks:
    """A link to every term in use, made once for the many articles that have it."""
    return {
        kind: {
            term: Link(
                href=link_to(site, term_path(listings.locale, kind, term)),
                text=_name(site, listings.locale.tag, kind, term),
                id=term,
            )
            for term in terms_of(listings, kind)
        }
        for kind in TERM_KINDS
    }


def _name(site: Site, tag: str, kind: str, term: str) -> str:
    if kind == "countries":
        return country_name(term, tag)
    if kind == "topics":
        return in_language(site.registers.topics[term].title, tag, site.config.language)
    return (site.sources if kind == "sources" else site.authors)[term].name
