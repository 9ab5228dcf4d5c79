"""References: from what is in the site to links, labels and the names of things in a language."""

from collections.abc import Mapping, Sequence

from ht_newsgen.i18n.formats import language_name
from ht_newsgen.kit.urls import absolute, href
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.config import LISTED, Section
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Site
from ht_newsgen.model.taxonomy import Localised, Rights
from ht_newsgen.pages.addresses import section_path
from ht_newsgen.pages.views.parts import LanguageLink, Link, SourceLink

EXCERPT_ONLY = frozenset((Rights.EXCERPT, Rights.UNVERIFIED))
"""Rights under which the whole text is never shown."""


def in_language(texts: Localised, tag: str, default: str) -> str:
    """The text in a language, else in a wider one, else for all others, else the site's own.

    `sr-Latn` falls back to `sr`, then to the text without a tag, then to `default`, then to
    whatever language comes first; an empty dictionary gives "".
    """
    wider = [tag.rsplit("-", cut)[0] for cut in range(1, tag.count("-") + 1)]
    for name in (tag, *wider, "", default):
        if name in texts:
            return texts[name]
    return next(iter(texts.values()), "")


def link_to(site: Site, path: str) -> str:
    """An href to a path of the site."""
    return href(site.config.base_url, path)


def url_of(site: Site, path: str) -> str:
    """A path of the site as an absolute URL."""
    return absolute(site.config.base_url, path)


def section_of(site: Site, id_: str) -> Section:
    """A section by its id; items are only read into sections that are declared."""
    return next(section for section in site.config.sections if section.id == id_)


def section_title(site: Site, locale: Locale, section: Section) -> str:
    """The title of a section in the language of the locale."""
    return in_language(section.title, locale.tag, site.config.language)


def section_link(site: Site, locale: Locale, section: Section) -> Link | None:
    """A link to the front of a section; None for one that has neither a list nor a front text.

    Where the front text is not translated the link leads to the default language's.
    """
    title = section_title(site, locale, section)
    if section.kind in LISTED:
        path = section_path(locale, section.id)
        return Link(href=link_to(site, path), text=title, id=section.id)
    for tag in (locale.tag, site.config.language):
        front = site.section_fronts.get((section.id, tag))
        if front is not None:
            path = site.routes.permalinks[front.path]
            return Link(href=link_to(site, path), text=title, id=section.id)
    return None


def language_links(site: Site, places: Sequence[tuple[str, str]]) -> tuple[LanguageLink, ...]:
    """Links to one page in several languages, from pairs of language tag and path."""
    return tuple(
        LanguageLink(
            href=link_to(site, path),
            absolute=url_of(site, path),
            language=tag,
            name=language_name(tag, tag),
        )
        for tag, path in places
    )


def item_places(site: Site, item: Item) -> list[tuple[str, str]]:
    """The languages in which an item can be read, its own first, with their permalinks.

    The fronts of one section are translations of each other without saying so.
    """
    permalinks = site.routes.permalinks
    if item.is_index:
        fronts = [
            page for (section, _), page in site.section_fronts.items() if section == item.section
        ]
        return [(page.language, permalinks[page.path]) for page in fronts]
    together = (item, *site.translations.get(item.path, ()))
    return [(one.language, permalinks[one.path]) for one in together if permalinks[one.path]]


def foreign(language: str, locale: Locale) -> str:
    """The language tag if it is not that of the locale, else ""."""
    return "" if language == locale.tag else language


def source_link(locale: Locale, article: Article, about: Mapping[str, Link]) -> SourceLink | None:
    """Where the article was reported first; `about` are the pages of sources by id."""
    cited = article.source
    if cited is None:
        return None
    return SourceLink(
        name=cited.name,
        url=cited.url,
        about=about[cited.id].href,
        title=article.title,
        author=cited.author,
        language=foreign(cited.language, locale),
        published=cited.published,
        archived=cited.archived,
    )


def read_more_link(
    article: Article, source: SourceLink | None, *, always: bool
) -> SourceLink | None:
    """The link that ends an item which points elsewhere; None if this one does not.

    Where only an excerpt may be shown there is one. A source whose address is not known is still
    named under `rights: excerpt`, as text. `always` asks for it under other rights too, as a flash
    item does on its own page.
    """
    if source is None or not (always or article.rights in EXCERPT_ONLY):
        return None
    return source if source.url or article.rights is Rights.EXCERPT else None
