"""Old addresses: what each alias of an item redirects to, if nobody lives there."""

from collections.abc import Mapping, Sequence

from ht_newsgen.graph.claims import Claim, Ground, clashes, folded
from ht_newsgen.graph.permalinks import alias_path
from ht_newsgen.graph.places import named, place_of
from ht_newsgen.graph.rules import ALIAS_NEEDLESS, ALIAS_SHAPE, ALIAS_TAKEN
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Item
from ht_newsgen.model.site import Redirect


def build_redirects(
    homes: Sequence[Claim],
    permalinks: Mapping[str, str],
    fronts: Mapping[str, str],
    ground: Ground[Claim],
) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """The redirects to those of the `homes` that are in `permalinks`, in the order of their paths.

    `homes` are the items with their own addresses, which are taken on the `ground` already, as are
    the aliases of earlier ones. What has a title only leads to the front of its section: `fronts`,
    by item path.
    """
    wanted, problems = _wanted(homes)
    lost = clashes(wanted, ground)
    problems += [_taken(claim, holder) for claim, holder in lost]
    losers = {id(claim) for claim, _ in lost}
    redirects = [
        Redirect(
            path=claim.path,
            target=permalinks[claim.item.path] or fronts[claim.item.path],
            origin=claim.item.path,
        )
        for claim in wanted
        if id(claim) not in losers and claim.item.path in permalinks
    ]
    return tuple(sorted(redirects, key=lambda redirect: redirect.path)), problems


def alias_place(item: Item, path: str) -> Place:
    """Where the item asks for a redirect from this path."""
    for index, alias in enumerate(item.aliases):
        if alias_path(alias) == path:
            return place_of(item, f"aliases.{index}", "aliases")
    return Place(item.path)


def _wanted(homes: Sequence[Claim]) -> tuple[list[Claim], list[Problem]]:
    """What each item claims by its aliases, each path once."""
    claims: list[Claim] = []
    problems = []
    for home in homes:
        if not home.item.aliases:
            continue
        own = {folded(home.path)}
        for index, alias in enumerate(home.item.aliases):
            path = alias_path(alias)
            keys = (f"aliases.{index}", "aliases")
            if not path:
                problems.append(_odd(place_of(home.item, *keys), alias))
            elif folded(path) in own:
                problems.append(_needless(place_of(home.item, *keys), alias))
            else:
                claims.append(Claim(path, home.item, keys))
                own.add(folded(path))
    return claims, problems


def _taken(claim: Claim, holder: Claim) -> Problem:
    return problem(
        ALIAS_TAKEN,
        claim.place,
        say(
            "the alias `/{path}` is taken by {place} already",
            path=claim.path,
            place=named(holder.place),
        ),
        say("Take it out of `aliases` here, or change the other"),
    )


def _odd(place: Place, alias: str) -> Problem:
    return problem(
        ALIAS_SHAPE,
        place,
        say(
            "no page can answer for `{alias}`; an alias is a path such as `/old/path/`", alias=alias
        ),
        say("Leave out the host, `?`, `#` and dotted parts, or take the alias out"),
    )


def _needless(place: Place, alias: str) -> Problem:
    return problem(
        ALIAS_NEEDLESS,
        place,
        say("`{alias}` is the item's own address, or an alias that it has already", alias=alias),
        say("Take it out of `aliases`"),
    )
