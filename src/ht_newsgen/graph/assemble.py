"""From items to a `Site`: every reference settled, every address given, every list sorted."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.graph.authors import author_finder, published_authors, settle_authors
from ht_newsgen.graph.earlier import earlier_coverage
from ht_newsgen.graph.editions import Newsstand, fill_editions, newest_editions
from ht_newsgen.graph.helplines import check_helplines
from ht_newsgen.graph.identity import unique_items
from ht_newsgen.graph.listings import make_listings
from ht_newsgen.graph.ordering import newest_first
from ht_newsgen.graph.routes import build_routes
from ht_newsgen.graph.sections import section_fronts
from ht_newsgen.graph.sources import published_sources, settle_source, source_finder
from ht_newsgen.graph.subscribing import check_sign_up
from ht_newsgen.graph.topics import settle_notes, settle_topics
from ht_newsgen.graph.translations import group_translations
from ht_newsgen.graph.visibility import left_out, preview_flags
from ht_newsgen.i18n.locales import make_locale
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.config import Config
from ht_newsgen.model.people import Author
from ht_newsgen.model.registers import Registers
from ht_newsgen.model.site import LeftOut, Reason, Show, Site

SHOW_NOTHING_MORE = Show()


def assemble(
    items: Iterable[Item],
    registers: Registers,
    config: Config,
    *,
    now: datetime,
    show: Show = SHOW_NOTHING_MORE,
) -> tuple[Site, tuple[Problem, ...]]:
    """The newsroom at the moment `now` (aware), and everything that is wrong between its items.

    An item that an error keeps from being shown (an id or an address that another one has, a
    content note nobody declared) is not in the site at all; an error about an alias or a
    translation only costs the item that one redirect or link. `show` is for previews.
    """
    languages = (config.language, *(tag for tag in config.languages if tag != config.language))
    locales = tuple(make_locale(tag, config.language) for tag in languages)
    unique, problems = unique_items(items)
    settled = _settle_all(unique, registers)
    problems += settled.problems
    shown, hidden = _split(settled.items, now=now, show=show)
    routes, route_problems = build_routes(
        [*shown, *_with(hidden, Reason.WITHDRAWN)],
        config,
        locales,
        upcoming=_with(hidden, Reason.FUTURE),
    )
    problems += route_problems
    housed = [item for item in shown if item.path in routes.permalinks]
    translations, translation_problems = group_translations(housed, unique)
    problems += translation_problems
    articles = newest_first(item for item in housed if isinstance(item, Article))
    pages = [item for item in housed if isinstance(item, StandingPage)]
    problems += check_sign_up(pages)
    problems += check_helplines(registers.helplines, now=now, timezone=config.timezone)
    listings = make_listings(articles, locales, config, registers.topics)
    editions = newest_editions(housed)
    stand = Newsstand(listings=listings, translations=translations, left_out=tuple(hidden))
    contents, edition_problems = fill_editions(editions, stand)
    problems += edition_problems
    site = Site(
        config=config,
        registers=registers,
        now=now,
        locales=locales,
        articles=articles,
        pages=tuple(sorted((page for page in pages if not page.is_index), key=_path)),
        editions=editions,
        contents=contents,
        section_fronts=section_fronts(pages, languages),
        left_out=tuple(sorted(hidden, key=lambda one: one.item.path)),
        listings=listings,
        sources=published_sources(articles, registers.sources),
        authors=published_authors(settled.bylines[article.path] for article in articles),
        routes=routes,
        earlier=earlier_coverage(articles, routes.permalinks),
        translations=translations,
        flags=preview_flags(shown, now=now, show=show),
    )
    return site, tuple(sorted(problems))


class _Settled(Struct):
    """Items with their references settled, without those that an error keeps out."""

    items: list[Item]
    bylines: dict[str, tuple[Author, ...]]
    problems: list[Problem]


def _settle_all(items: Iterable[Item], registers: Registers) -> _Settled:
    find_source = source_finder(registers.sources)
    find_author = author_finder(registers.authors)
    settled = _Settled([], {}, [])
    for item in items:
        if not isinstance(item, Article):
            settled.items.append(item)
            continue
        topics, topic_problems = settle_topics(item, registers.topics)
        notes, note_problems = settle_notes(item, registers.content_notes)
        source, source_problems = settle_source(item, find_source, registers.sources)
        byline, author_problems = settle_authors(item, find_author)
        problems = (*topic_problems, *note_problems, *source_problems, *author_problems)
        if problems:
            settled.problems.extend(problems)
        if not (problems and has_errors(problems)):
            settled.bylines[item.path] = byline
            settled.items.append(
                replace(
                    item,
                    topics=topics,
                    countries=tuple(dict.fromkeys(item.countries)),
                    content_notes=notes,
                    source=source,
                    authors=tuple(author.id for author in byline),
                )
            )
    return settled


def _split(items: Iterable[Item], *, now: datetime, show: Show) -> tuple[list[Item], list[LeftOut]]:
    shown, hidden = [], []
    for item in items:
        why = left_out(item, now=now, show=show)
        if why is None:
            shown.append(item)
        else:
            hidden.append(why)
    return shown, hidden


def _with(hidden: Sequence[LeftOut], reason: Reason) -> list[Item]:
    return [one.item for one in hidden if one.reason is reason]


def _path(item: Item) -> str:
    return item.path
