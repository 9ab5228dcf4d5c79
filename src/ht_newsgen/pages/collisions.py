"""Collisions: two outputs for one path, or a file where another needs a folder.

Items and aliases that collide with each other were told apart in `graph.routes`, with the line to
change. What is found here collides with a page that the program makes, or with a static file.
"""

from collections.abc import Sequence

from ht_newsgen.graph.claims import clashing_files
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.pages.rules import PATH_TAKEN
from ht_newsgen.pages.views.listing import ListingView, TermsView

CONFIGURATION = Place("newsgen.yaml")
"""Where a collision is told that no single file asked for."""

FILES = (PageKind.ASSET, PageKind.PICTURE)
MADE = {
    PageKind.FRONT: "the front page",
    PageKind.ARCHIVE: "the archive",
    PageKind.FEEDS: "the page of feeds",
    PageKind.RSS: "a feed",
    PageKind.ATOM: "a feed",
    PageKind.JSON_FEED: "a feed",
    PageKind.SEARCH: "the search page",
    PageKind.REDIRECT: "the next page of a list",
}
"""How pages that the program makes of itself are called; the others are files for machines."""


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
    where = "there" if _address(loser) == _address(holder) else f"at {_address(holder)}"
    return problem(
        PATH_TAKEN,
        loser.claimant or CONFIGURATION,
        f"{_named(loser)} cannot be published at {_address(loser)}: {_named(holder)} is {where}",
        _advice(loser),
    )


def _advice(loser: Page) -> str:
    if loser.kind in FILES:
        return "Give the file another name"
    if not _is_asked_for(loser):
        return "Give the section or the term another id"
    if loser.kind is PageKind.REDIRECT:
        return "Take it out of `aliases`"
    return "Give the item another `slug`"


def _address(page: Page) -> str:
    return f"`/{page.path.removesuffix('index.html')}`"


def _named(page: Page) -> str:
    if page.claimant is not None and _is_asked_for(page):
        alias = "the alias of " if page.kind is PageKind.REDIRECT else ""
        return f"{alias}`{page.claimant.path}`"
    view = resolved(page).view
    if isinstance(view, TermsView):
        return f"the index of {view.what}"
    if isinstance(view, ListingView):
        return f"the list of {view.what} `{view.term}`"
    return MADE.get(page.kind, "a file that is always made")
