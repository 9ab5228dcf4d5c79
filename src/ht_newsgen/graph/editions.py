"""Editions of the newsletter: which articles each of them carries.

Only what readers see is carried: what is withdrawn, expired, a draft or not yet published is not
among the articles that come here, so no edition can show it.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from ht_newsgen.graph.places import place_of
from ht_newsgen.graph.rules import EDITION_EMPTY, EDITION_ITEM, EDITION_SECTION
from ht_newsgen.kit.dates import end_of
from ht_newsgen.kit.problems import Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.edition import Edition, EditionPart, Order
from ht_newsgen.model.site import LeftOut, Listings, Reason

GONE = frozenset((Reason.WITHDRAWN, Reason.EXPIRED))
"""What has left an edition that was sent long ago is nobody's mistake."""


class Newsstand(Struct, frozen=True, kw_only=True):
    """What editions choose from."""

    listings: tuple[Listings, ...]
    translations: Mapping[str, tuple[Item, ...]]
    left_out: tuple[LeftOut, ...]


def newest_editions(items: Iterable[Item]) -> tuple[Edition, ...]:
    """The editions among the items, the newest first; those of one moment by their paths."""
    editions = sorted(
        (item for item in items if isinstance(item, Edition)), key=lambda edition: edition.path
    )
    return tuple(sorted(editions, key=lambda edition: edition.date.at, reverse=True))


def fill_editions(
    editions: Sequence[Edition], stand: Newsstand
) -> tuple[dict[str, tuple[EditionPart, ...]], list[Problem]]:
    """What each edition carries, by its path, and what is wrong with the choice."""
    contents: dict[str, tuple[EditionPart, ...]] = {}
    problems: list[Problem] = []
    for edition in editions:
        if edition.items:
            articles, found = _by_hand(edition, stand)
        else:
            articles, found = _by_period(edition, stand)
        problems += found
        contents[edition.path] = _parts(edition, articles)
        if not articles and not found:
            problems.append(_empty(edition))
    return contents, problems


def _by_period(edition: Edition, stand: Newsstand) -> tuple[list[Article], list[Problem]]:
    """All that was posted in the period, in the sections asked for; newest first."""
    listed = _listings(edition, stand.listings)
    problems = [
        _no_section(edition, index, section, listed.by_section)
        for index, section in enumerate(edition.sections)
        if section not in listed.by_section
    ]
    begin, until = edition.since, edition.until or edition.date
    end = end_of(until.at, day_only=until.day_only)
    wanted = edition.sections or tuple(listed.by_section)
    articles = [
        article
        for section in wanted
        for article in listed.by_section.get(section, ())
        if (begin is None or begin.at <= article.date.at) and article.date.at < end
    ]
    return articles, problems


def _by_hand(edition: Edition, stand: Newsstand) -> tuple[list[Article], list[Problem]]:
    """The articles that are named, each in the language of the edition if there is one in it."""
    shown = {article.id: article for listed in stand.listings for article in listed.articles}
    hidden = {one.item.id: one for one in stand.left_out}
    articles, problems = [], []
    for index, id_ in enumerate(edition.items):
        article = shown.get(id_)
        if article is not None:
            others = stand.translations.get(article.path, ())
            here = [one for one in others if one.language == edition.language]
            chosen = here[0] if here and article.language != edition.language else article
            articles.append(chosen if isinstance(chosen, Article) else article)
        elif id_ not in hidden:
            problems.append(_unknown(edition, index, id_, [*shown, *hidden]))
        elif hidden[id_].reason not in GONE:
            problems.append(_not_shown(edition, index, hidden[id_]))
    return list({article.path: article for article in articles}.values()), problems


def _listings(edition: Edition, listings: tuple[Listings, ...]) -> Listings:
    """Those of its language; those of the site's own for a language that the site lacks."""
    return next((one for one in listings if one.locale.tag == edition.language), listings[0])


def _parts(edition: Edition, articles: Sequence[Article]) -> tuple[EditionPart, ...]:
    """The articles by section, sections in the order in which they come first."""
    if edition.order is not Order.GIVEN:
        backwards = edition.order is Order.NEWEST
        by_path = sorted(articles, key=lambda article: article.path)
        sections = list(dict.fromkeys(article.section for article in articles))
        in_order = sorted(by_path, key=lambda article: article.date.at, reverse=backwards)
        articles = sorted(in_order, key=lambda article: sections.index(article.section))
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.section, []).append(article)
    return tuple(
        EditionPart(section=section, articles=tuple(listed)) for section, listed in found.items()
    )


def _no_section(edition: Edition, index: int, section: str, known: Iterable[str]) -> Problem:
    near = nearest(section, known)
    return problem(
        EDITION_SECTION,
        place_of(edition, f"sections.{index}", "sections"),
        say("there is no section `{section}` with articles in it", section=section),
        say("Did you mean `{meant}`?", meant=near)
        if near
        else say("There are {known}", known=", ".join(known)),
    )


def _unknown(edition: Edition, index: int, id_: str, known: Iterable[str]) -> Problem:
    near = nearest(id_, known)
    return problem(
        EDITION_ITEM,
        place_of(edition, f"items.{index}", "items"),
        say("no item has the id `{id}`", id=id_),
        say("Did you mean `{meant}`?", meant=near)
        if near
        else say("Write the `id` of an item that is published"),
    )


def _not_shown(edition: Edition, index: int, hidden: LeftOut) -> Problem:
    return problem(
        EDITION_ITEM,
        place_of(edition, f"items.{index}", "items"),
        (
            say("`{id}` is a draft, so this edition does not carry it", id=hidden.item.id)
            if hidden.reason is Reason.DRAFT
            else say(
                "`{id}` is not published yet, so this edition does not carry it",
                id=hidden.item.id,
            )
        ),
        say("Publish the item first, or take it out of the list"),
    )


def _empty(edition: Edition) -> Problem:
    return problem(
        EDITION_EMPTY,
        place_of(edition, "items", "since"),
        say("this edition carries nothing"),
        say("Choose another period, or take the edition away"),
    )
