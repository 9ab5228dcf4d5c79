"""Where every item lives, and who claims an address that somebody has.

The same items give the same routes in whatever order they come. Addresses go to those who were
there first: standing pages and fronts, then the oldest article. An alias never takes an address.
"""

from collections.abc import Iterable, Mapping, Sequence

from ht_newsgen.graph.aliases import build_redirects
from ht_newsgen.graph.claims import Claim, Ground, clashes
from ht_newsgen.graph.ordering import first_come
from ht_newsgen.graph.permalinks import is_plain, permalink_of
from ht_newsgen.graph.places import named, place_of
from ht_newsgen.graph.rules import PERMALINK_FIELD, PERMALINK_SHAPE, PERMALINK_TAKEN
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import Value, say
from ht_newsgen.model.article import Article, Item, Status
from ht_newsgen.model.config import Config
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.site import Routes

NAMING = ("slug", "title")
"""Keys of the front matter that decide an item's address."""


def build_routes(
    items: Sequence[Item],
    config: Config,
    locales: Iterable[Locale],
    *,
    upcoming: Sequence[Item] = (),
) -> tuple[Routes, tuple[Problem, ...]]:
    """The routes of the items, and a problem for each address that cannot be had.

    An item that gets no address is not in `permalinks`. `upcoming` items are held against the
    routes but get none, so that a clash is told today and not in the night of their publication.
    """
    prefixes = {locale.tag: locale.prefix for locale in locales}
    homes, problems = _homes(items, config, prefixes)
    later, later_problems = _homes(upcoming, config, prefixes)
    ground: Ground[Claim] = Ground()
    lost = clashes([*homes, *later], ground)
    problems += later_problems
    problems += [_taken(claim, holder) for claim, holder in lost]
    losers = {claim.item.path for claim, _ in lost}
    settled = [claim for claim in homes if claim.item.path not in losers]
    permalinks = {claim.item.path: claim.path for claim in settled}
    settled += [claim for claim in later if claim.item.path not in losers]
    fronts = {item.path: _front(item, prefixes) for item in items if item.aliases}
    redirects, alias_problems = build_redirects(settled, permalinks, fronts, ground)
    routes = Routes(permalinks=dict(sorted(permalinks.items())), redirects=redirects)
    return routes, tuple(sorted(problems + alias_problems))


def is_title_only(item: Item) -> bool:
    """Whether there is nothing to show but the title, so that the item is a line in the lists.

    A withdrawn item never is: where a reader once found a page, a tombstone has to stand.
    """
    return (
        isinstance(item, Article)
        and item.status is not Status.WITHDRAWN
        and not (item.body or item.standfirst or item.excerpt or item.figure or item.source)
    )


def _homes(
    items: Iterable[Item], config: Config, prefixes: Mapping[str, str]
) -> tuple[list[Claim], list[Problem]]:
    """What each item claims by its slug, first come first; a title alone claims ""."""
    sections = {section.id: section for section in config.sections}
    claims, problems = [], []
    for item in first_come(items):
        section = sections[item.section]
        try:
            prefix = prefixes.get(item.language, "")
            path = "" if is_title_only(item) else permalink_of(item, section, prefix)
        except KeyError as missing:
            problems.append(_no_value(item, str(missing.args[0]), section.permalink))
            continue
        if path and not is_plain(path):
            problems.append(_not_plain(place_of(item, *NAMING), path))
        else:
            claims.append(Claim(path, item, NAMING))
    return claims, problems


def _front(item: Item, prefixes: Mapping[str, str]) -> str:
    return f"{prefixes.get(item.language, '')}{item.section}/"


def _no_value(item: Item, field: str, pattern: str) -> Problem:
    told: dict[str, Value] = {"pattern": pattern, "section": item.section, "field": field}
    dated = field in ("year", "month", "day")
    return problem(
        PERMALINK_FIELD,
        Place(item.path),
        (
            say(
                "the permalink pattern `{pattern}` of section `{section}` asks for `{{{field}}}`,"
                " and a standing page has no date",
                **told,
            )
            if dated
            else say(
                "the permalink pattern `{pattern}` of section `{section}` asks for `{{{field}}}`,"
                " which no item has",
                **told,
            )
        ),
        say(
            "Change `permalink` of the section in `newsgen.yaml`; `/{{section}}/{{slug}}/` suits"
            " pages"
        ),
    )


def _not_plain(place: Place, path: str) -> Problem:
    return problem(
        PERMALINK_SHAPE,
        place,
        say("the address `/{path}` cannot be a path of a file", path=path),
        say("Give the item a short `slug` of letters, digits and hyphens"),
    )


def _taken(claim: Claim, holder: Claim) -> Problem:
    return problem(
        PERMALINK_TAKEN,
        claim.place,
        say(
            "the address `/{path}` is that of {place} already",
            path=claim.path,
            place=named(holder.place),
        ),
        say("Give the newer of the two another `slug`"),
    )
