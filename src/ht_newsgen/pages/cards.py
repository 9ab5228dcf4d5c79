"""Cards: articles as they appear in listings, made once for each article and language."""

from collections.abc import Mapping

from ht_newsgen.graph.visibility import preview_flag
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.pages.refs import foreign, in_language, link_to, read_more_link
from ht_newsgen.pages.views.parts import Card


def make_cards(site: Site, listings: Listings) -> dict[str, Card]:
    """The card of every article that is listed in one language, by item path."""
    kinds = {section.id: section.kind for section in site.config.sections}
    return {
        article.path: make_card(site, listings.locale, article, kinds)
        for article in listings.articles
    }


def make_card(
    site: Site, locale: Locale, article: Article, kinds: Mapping[str, SectionKind]
) -> Card:
    """The card of one article; it depends on no other article."""
    permalink = site.routes.permalinks[article.path]
    return Card(
        id=article.id,
        kind=kinds[article.section],
        title=article.title,
        href=link_to(site, permalink) if permalink else "",
        language=foreign(article.language, locale),
        date=article.date,
        dateline=article.dateline,
        standfirst=article.standfirst,
        excerpt="" if article.excerpt == article.standfirst else article.excerpt,
        source=article.source.name if article.source else "",
        read_more=read_more_link(site, locale, article, always=False),
        content_notes=content_notes(site, locale, article),
        flag=preview_flag(article, now=site.now),
    )


def content_notes(site: Site, locale: Locale, article: Article) -> tuple[str, ...]:
    """The notes that stand above the article, in the language of the locale."""
    return tuple(
        in_language(site.registers.content_notes[id_].text, locale.tag, site.config.language)
        for id_ in article.content_notes
    )
