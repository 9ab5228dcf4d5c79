"""Collisions: two outputs for one path, or a file where another needs a folder.

Items and aliases that collide with each other were told apart in `graph.routes`, with the line to
change. What is found here collides with a page that the program makes, or with a static file.
"""

from collections.abc import Sequence

from ht_newsgen.graph.claims import clashing_files
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.model.page import Page
from ht_newsgen.pages.rules import PATH_TAKEN

CONFIGURATION = "newsgen.yaml"
"""Where a collision is shown that no file of the content asked for."""


def find_collisions(planned: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages that can all be written, in the same order, and a problem for each other one.

    A page that the program makes has its path before one that a file of the site asks for.
    """
    by_right = sorted(range(len(planned)), key=lambda index: bool(planned[index].claimant))
    lost = clashing_files([planned[index].path for index in by_right])
    if not lost:
        return tuple(planned), ()
    losers = {by_right[turn]: by_right[holder] for turn, holder in lost.items()}
    kept = tuple(page for index, page in enumerate(planned) if index not in losers)
    problems = [_problem(planned[index], planned[by]) for index, by in losers.items()]
    return kept, tuple(sorted(problems))


def _problem(loser: Page, holder: Page) -> Problem:
    return problem(
        PATH_TAKEN,
        Place(loser.claimant or CONFIGURATION),
        f"{_named(loser)} cannot be written: {_named(holder)} is in its way",
        "Give one of the two another name, `slug` or id",
    )


def _named(page: Page) -> str:
    kind = page.kind.value.replace("_", " ")
    asked = f" for `{page.claimant}`" if page.claimant else ""
    return f"`{page.path}` ({kind}{asked})"
