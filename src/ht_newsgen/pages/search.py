"""The search page of each language, and the volumes of its index."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from ht_newsgen.i18n.collation import sort_key
from ht_newsgen.i18n.formats import language_name, plural_category
from ht_newsgen.i18n.messages import translations
from ht_newsgen.kit.folding import spelling
from ht_newsgen.kit.urls import output_path
from ht_newsgen.model.article import Item
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.addresses import archive_path, search_path, volume_path
from ht_newsgen.pages.desk import Desk
from ht_newsgen.pages.frame import CONTENT_SECURITY_POLICY
from ht_newsgen.pages.head import make_head, other_languages
from ht_newsgen.pages.refs import section_of, section_title
from ht_newsgen.pages.views.parts import Link
from ht_newsgen.pages.views.search import SearchEdition, SearchSelect, SearchView
from ht_newsgen.pages.volumes import Volume, volume_page, volumes

SCRIPT, STYLESHEET = "assets/search/search.js", "assets/search/search.css"


class Shelf(NamedTuple):
    """The volumes of one language."""

    desk: Desk
    volumes: tuple[Volume, ...]


def search_pages(desks: tuple[Desk, ...], assets: Assets) -> Iterator[Page]:
    """The search page and the index of every language; none where `search: off`."""
    if not desks[0].site.config.search:
        return
    shelves = [Shelf(desk, volumes(desk)) for desk in desks]
    for shelf in shelves:
        yield Page(
            path=output_path(search_path(shelf.desk.locale)),
            kind=PageKind.SEARCH,
            view=search_view(shelf, shelves, assets),
        )
        for volume in shelf.volumes:
            yield volume_page(shelf.desk, volume)


def search_view(shelf: Shelf, shelves: Iterable[Shelf], assets: Assets) -> SearchView:
    """All that is shown on the search page of one language."""
    desk = shelf.desk
    path = search_path(desk.locale)
    places = [(locale.tag, search_path(locale)) for locale in desk.site.locales]
    own_first = [shelf, *(other for other in shelves if other is not shelf)]
    title = desk.gettext("Search")
    description = desk.gettext("Search everything that %(site)s has published.")
    years = {year for year, _ in desk.listings.by_month}
    return SearchView(
        frame=desk.frame,
        head=replace(
            make_head(
                desk,
                path,
                title,
                description=description % {"site": desk.frame.site_title},
                places=places,
            ),
            content_security_policy=search_policy(desk.frame.content_security_policy),
        ),
        nav="search",
        script=_href(desk, assets, SCRIPT),
        stylesheet=_href(desk, assets, STYLESHEET),
        editions=tuple(_edition(one) for one in own_first if one.volumes),
        selects=tuple(_selects(desk, own_first)),
        found=found_sentences(desk.locale.tag),
        spelling=_spelling(own_first),
        topics=tuple(desk.terms["topics"].values()),
        years=tuple(
            Link(href=desk.href(archive_path(desk.locale, year)), text=str(year))
            for year in sorted(years, reverse=True)
        ),
        translations=other_languages(desk, path, places),
    )


def search_policy(policy: str = CONTENT_SECURITY_POLICY) -> str:
    """The policy of a search page: the program that searches is WebAssembly, run by a worker.

    See CSP level 3, section 4.5, on `'wasm-unsafe-eval'`, and 6.1.2 on `connect-src`: the index
    is fetched in parts.
    """
    parts = [part.strip() for part in policy.split(";") if part.strip()]
    own = ("script-src", "connect-src", "worker-src")
    kept = [part for part in parts if part.split()[0] not in own]
    allowed = ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'"]
    return "; ".join([*kept, *allowed])


@cache
def found_sentences(tag: str) -> tuple[tuple[str, str], ...]:
    """How many were found, for each category of numbers in the language (UTS #35, plural rules)."""
    messages = translations(tag)
    sentences = {
        plural_category(number, tag): messages.ngettext(
            "%(count)s result", "%(count)s results", number
        )
        for number in reversed(range(201))
    }
    return tuple(sorted(sentences.items()))


def _edition(shelf: Shelf) -> SearchEdition:
    locale = shelf.desk.locale
    return SearchEdition(
        language=locale.tag,
        volumes=tuple(
            shelf.desk.href(volume_path(locale, volume.year)) for volume in shelf.volumes
        ),
    )


def _selects(desk: Desk, shelves: Iterable[Shelf]) -> Iterator[SearchSelect]:
    """The ways to narrow a search; what only one thing could be chosen of is left out."""
    everything = [item for shelf in shelves for volume in shelf.volumes for item in _items(volume)]
    in_use = {item.section for item in everything}
    sections = [
        (one.id, section_title(desk.site, desk.locale, section_of(desk.site, one.id)))
        for one in desk.site.config.sections
        if one.id in in_use
    ]
    languages = sorted({item.language for item in everything} - {desk.locale.tag})
    terms = {
        kind: [(link.id, link.text) for link in desk.terms[kind].values()]
        for kind in ("topics", "countries", "sources")
    }
    years = sorted({year for year, _ in desk.listings.by_month}, reverse=True)
    found = (
        ("section", desk.gettext("Section"), sections),
        ("topic", desk.gettext("Topic"), by_name(terms["topics"], desk.locale.tag)),
        ("country", desk.gettext("Country"), by_name(terms["countries"], desk.locale.tag)),
        ("source", desk.gettext("Source"), by_name(terms["sources"], desk.locale.tag)),
        ("year", desk.gettext("Year"), [(str(year), str(year)) for year in years]),
        (
            "language",
            desk.gettext("Language"),
            [(tag, language_name(tag, desk.locale.tag)) for tag in languages],
        ),
    )
    for id_, label, options in found:
        if len(options) > (id_ != "language"):
            yield SearchSelect(id=id_, label=label, options=tuple(options))


def _spelling(shelves: Iterable[Shelf]) -> tuple[tuple[str, str], ...]:
    """For all languages of the site, since all can be searched from here."""
    table: dict[str, str] = {}
    for shelf in shelves:
        table |= spelling(shelf.desk.locale.tag)
    return tuple(table.items())


def by_name(options: Iterable[tuple[str, str]], tag: str) -> list[tuple[str, str]]:
    """In the order in which indexes of terms stand."""
    return sorted(options, key=lambda option: (sort_key(option[1], tag), option[0]))


def _items(volume: Volume) -> tuple[Item, ...]:
    return (*volume.articles, *volume.pages)


def _href(desk: Desk, assets: Assets, name: str) -> str:
    return desk.href(assets.by_name[name].path) if name in assets.by_name else ""
