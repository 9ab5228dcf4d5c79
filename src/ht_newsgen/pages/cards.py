"""Cards: articles as they appear in listings, made once for each article and language."""

from collections.abc import Mapping

from ht_newsgen.model.article import Article
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Listings, Site
from ht_newsgen.pages.refs import foreign, in_language, link_to, read_more_link, source_link
from ht_newsgen.pages.views.parts import Card, Link


class Cards(dict[str, Card]):
    """The cards of the articles listed in one language, by item path; each is made when asked for.

    `about` are the pages of sources by id.
    """

    def __init__(self, site: Site, listings: Listings, about: Mapping[str, Link]) -> None:
        super().__init__()
        kinds = {section.id: section.kind for section in site.config.sections}
        articles = {article.path: article for article in listings.articles}

        def make(path: str) -> Card:
            article = articles[path]
            return make_card(site, listings.locale, article, kinds[article.section], about)

        self._make = make

    def __missing__(self, path: str) -> Card:
        card = self[path] = self._make(path)
        return card


def make_card(
    site: Site,
    locale: Locale,
    article: Article,
    kind: SectionKind,
    about: Mapping[str, Link],
) -> Card:
    """The card of one article; it depends on no other article."""
    permalink = site.routes.permalinks[article.path]
    return Card(
        id=article.id,
        kind=kind,
        title=article.title,
        href=link_to(site, permalink) if permalink else "",
        language=foreign(article.language, locale),
        date=article.date,
        dateline=article.dateline,
        standfirst=article.standfirst,
        excerpt="" if article.excerpt == article.standfirst else article.excerpt,
        source=article.source.name if article.source else "",
        read_more=read_more_link(article, source_link(locale, article, about), always=False),
        content_notes=content_notes(site, locale, article),
        flag=site.flags.get(article.path, ""),
    )


def content_notes(site: Site, locale: Locale, article: Article) -> tuple[str, ...]:
    """The notes that stand above the article, in the language of the locale."""
    return tuple(
        in_language(site.registers.content_notes[id_].text, locale.tag, site.config.language)
        for id_ in article.content_notes
    )
