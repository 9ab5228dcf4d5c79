"""Collisions: two outputs for one path, or a file where another needs a folder.

Items and aliases that collide with each other were told apart in `graph.routes`, with the line to
change. What is found here collides with a page that the program makes, or with a static file.
"""

from collections.abc import Sequence

from ht_newsgen.graph.claims import clashing_files
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import Sentence, Value, say
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.pages.rules import PATH_TAKEN
from ht_newsgen.pages.views.listing import ListingView, TermsView

CONFIGURATION = Place("newsgen.yaml")
"""Where a collision is told that no single file asked for."""

FILES = (PageKind.ASSET, PageKind.PICTURE)
MADE = {
    PageKind.FRONT: say("the front page"),
    PageKind.ARCHIVE: say("the archive"),
    PageKind.FEEDS: say("the page of feeds"),
    PageKind.RSS: say("a feed"),
    PageKind.ATOM: say("a feed"),
    PageKind.JSON_FEED: say("a feed"),
    PageKind.SEARCH: say("the search page"),
    PageKind.REDIRECT: say("the next page of a list"),
}
"""How pages that the program makes of itself are called; the others are files for machines."""
LISTED = {
    "section": say("section"), "topic": say("topic"), "country": say("country"),
    "source": say("source"), "author": say("author"), "month": say("month"),
    "topics": say("topics"), "countries": say("countries"), "sources": say("sources"),
    "authors": say("authors"),
}  # fmt: skip
"""What lists and indexes are of, as their views name it."""


def find_collisions(planned: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages that can all be written, in the same order, and a problem for each other one.

    A page that the program makes has its path before what a file of the site asks for.
    """
    by_right = sorted(range(len(planned)), key=lambda index: _is_asked_for(planned[index]))
    lost = clashing_files([planned[index].path for index in by_right])
    if not lost:
        return tuple(planned), ()
    losers = {by_right[turn]: by_right[holder] for turn, holder in lost.items()}
    kept = tuple(page for index, page in enumerate(planned) if index not in losers)
    problems = [_problem(planned[index], planned[by]) for index, by in losers.items()]
    return kept, tuple(sorted(problems))


def _is_asked_for(page: Page) -> bool:
    """By an item or a static file, rather than by the configuration or a register."""
    asked = page.claimant is not None and page.claimant.path.endswith(".md")
    return asked or page.kind in FILES


def _problem(loser: Page, holder: Page) -> Problem:
    told: dict[str, Value] = {
        "loser": _named(loser),
        "address": _address(loser),
        "holder": _named(holder),
    }
    message = (
        say("{loser} cannot be published at {address}: {holder} is there", **told)
        if _address(loser) == _address(holder)
        else say(
            "{loser} cannot be published at {address}: {holder} is at {other}",
            other=_address(holder),
            **told,
        )
    )
    return problem(PATH_TAKEN, loser.claimant or CONFIGURATION, message, _advice(loser))


def _advice(loser: Page) -> Sentence:
    if loser.kind in FILES:
        return say("Give the file another name")
    if not _is_asked_for(loser):
        return say("Give the section or the term another id")
    if loser.kind is PageKind.REDIRECT:
        return say("Take it out of `aliases`")
    return say("Give the item another `slug`")


def _address(page: Page) -> str:
    return f"`/{page.path.removesuffix('index.html')}`"


def _named(page: Page) -> Sentence:
    if page.claimant is not None and _is_asked_for(page):
        path = page.claimant.path
        if page.kind is PageKind.REDIRECT:
            return say("the alias of `{path}`", path=path)
        return say("`{path}`", path=path)
    view = resolved(page).view
    if isinstance(view, TermsView):
        return say("the index of {what}", what=LISTED[view.what])
    if isinstance(view, ListingView):
        return say("the list of {what} `{term}`", what=LISTED[view.what], term=view.term)
    return MADE.get(page.kind, say("a file that is always made"))
