"""What the workers are given to render: portions of pages, in the order in which that costs least.

A card is the same in every list, and a worker makes it once. So pages that show the same cards had
better be made by the same worker, and those are the pages of about the same time.
"""

from collections.abc import Sequence
from operator import itemgetter

from ht_newsgen.build.dirty import Dirty
from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.deferred import Deferred
from ht_newsgen.pages.views.machine import RenditionView

PIXELS = 5_000
"""Pixels that are encoded in about the time that a page takes."""

Portion = tuple[int, ...]
"""What one worker does in one go, by number: a page, or a picture in one format."""


def needed_first(dirty: Dirty) -> tuple[bool, str]:
    """Stylesheets and pictures before the pages that show them."""
    return dirty.page.kind not in (PageKind.ASSET, PageKind.PICTURE), dirty.page.path


def portions(in_order: Sequence[Dirty]) -> list[Portion]:
    """All of these, those of about the same day next to each other.

    A picture is decoded once for all files of a portion, and its formats go to different cores.
    Pictures, and what has no day, such as feeds, may be costly, so they are spread among the rest.
    """
    pictures: dict[tuple[str, str], list[int]] = {}
    others: list[Portion] = []
    dated: list[tuple[int, Portion]] = []
    for number, one in enumerate(in_order):
        view = one.page.view
        if isinstance(view, RenditionView):
            pictures.setdefault((view.origin, view.format), []).append(number)
        elif isinstance(view, Deferred) and view.day:
            dated.append((view.day, (number,)))
        else:
            others.append((number,))
    by_day = [portion for _, portion in sorted(dated)]
    return spread([tuple(numbers) for numbers in pictures.values()], others, by_day)


def spread(*groups: Sequence[Portion]) -> list[Portion]:
    """All in one order, in which each group keeps its own, spread evenly from end to end."""
    placed = [
        ((place + 0.5) / len(group), portion)
        for group in groups
        for place, portion in enumerate(group)
    ]
    return [portion for _, portion in sorted(placed, key=itemgetter(0))]


def cost_of(in_order: Sequence[Dirty]) -> int:
    """What it costs to make all of these, in pages."""
    views = (one.page.view for one in in_order)
    pixels = sum(view.width * view.height for view in views if isinstance(view, RenditionView))
    return len(in_order) + pixels // PIXELS
