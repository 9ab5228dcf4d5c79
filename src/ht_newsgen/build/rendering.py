"""Rendering what is dirty, by all cores, into the staging folder."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from ht_newsgen.build.dirty import Dirty
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import shared
from ht_newsgen.build.rules import OFF_SITE_REQUEST
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.writing.staging import Staged, begin_staging, stage


class Rendered(Struct, frozen=True, kw_only=True):
    """One page, rendered and staged."""

    staged: Staged
    problems: tuple[Problem, ...] = ()


def render_all(
    dirty: Sequence[Dirty],
    renderer: Callable[[], Callable[[Page], bytes]],
    options: Options,
) -> tuple[tuple[Staged, ...], tuple[Problem, ...]]:
    """Render and stage every dirty page; what pages need comes first in the answer.

    `renderer` makes what renders a page, and is asked only if there is one. Raises ThemeBroken,
    OSError, WorkerLostError, and sqlite3.Error when a text cannot be had from the store.
    """
    if not dirty:
        return (), ()
    begin_staging(options.output)
    render = renderer()
    in_order = sorted(dirty, key=needed_first)

    def work(number: int) -> Rendered:
        one = in_order[number]
        data = render(one.page)
        return Rendered(
            staged=stage(
                options.output,
                number,
                one.page.path,
                data,
                fingerprint=str(one.fingerprint),
                key=one.key,
            ),
            problems=tuple(off_site(one.page, data, options.base_url)),
        )

    with shared(work, len(in_order), options.jobs) as answers:
        done = list(answers)
    places = {one.page.path: place for place, one in enumerate(in_order)}
    done.sort(key=lambda one: places[one.staged.path])
    return (
        tuple(one.staged for one in done),
        tuple(found for one in done for found in one.problems),
    )


def needed_first(dirty: Dirty) -> tuple[bool, str]:
    """Stylesheets and pictures before the pages that show them."""
    return dirty.page.kind not in (PageKind.ASSET, PageKind.PICTURE), dirty.page.path


def off_site(page: Page, data: bytes, base_url: str) -> Iterator[Problem]:
    """A problem for each thing that this page would load from another host."""
    from ht_newsgen.render.requests import requests_elsewhere

    if not page.path.endswith((".html", ".css")):
        return
    for url in requests_elsewhere(data.decode(), base_url):
        yield problem(
            OFF_SITE_REQUEST,
            page.claimant or Place(page.path),
            f"`{page.path}` would load `{url}` from another host",
            "Save it in the site and use it from there, or link to it",
        )
