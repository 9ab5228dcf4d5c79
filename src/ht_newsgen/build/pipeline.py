"""The tour: how a site comes to be, on one screen.

    scan → read_item → assemble → plan → render → stage → publish

Everything between reading and rendering is pure; the clock, the disk and the theme come in here.
"""

import time
from collections.abc import Callable, Iterator

import msgspec

from ht_newsgen.build.newsroom import read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.rules import OFF_SITE_REQUEST
from ht_newsgen.build.tools import make_tools
from ht_newsgen.kit.problems import Place, Problem, has_errors, problem
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.render.assets import read_assets
from ht_newsgen.render.dispatch import Tools, render
from ht_newsgen.render.requests import requests_elsewhere
from ht_newsgen.writing.ledger import read_manifest, refuse_foreign_files
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.writer import publish, stage, told_kindly


def build(options: Options, *, waiting: Callable[[], None] = lambda: None) -> Result:
    """Build the site as far as the problems allow, and say what came of it.

    Content never raises. The exceptions are those of `errors`: a broken theme, an output folder
    that is not ours or cannot be written. `waiting` is called once if another build is writing.
    """
    started = time.perf_counter()
    newsroom = read_newsroom(options)
    if newsroom.site is None:
        return Result(problems=newsroom.problems, published=False)

    assets = read_assets((options.root / "static", options.theme / "static"))
    planned, collisions = find_collisions(plan(newsroom.site, assets))
    result = Result(
        problems=tuple(sorted({*newsroom.problems, *collisions})),
        published=False,
        planned=len(planned),
        left_out=newsroom.site.left_out,
    )
    stopped = has_errors(result.problems, strict=options.strict) and not options.keep_going
    if not (stopped or options.dry_run):
        tools = make_tools(newsroom.site, newsroom.bodies, assets, options)
        result = write(planned, tools, options, result, waiting)
    return msgspec.structs.replace(result, seconds=time.perf_counter() - started)


def write(
    planned: tuple[Page, ...],
    tools: Tools,
    options: Options,
    result: Result,
    waiting: Callable[[], None],
) -> Result:
    """Render every page and publish them, unless one would send its readers elsewhere."""
    output = options.output
    found: list[Problem] = []
    with told_kindly(output), only_build(output, waiting=waiting):
        before = read_manifest(output)
        if not options.force:
            refuse_foreign_files(output, before)
        staged = stage(output, rendered(planned, tools, found))
        if found:
            problems = tuple(sorted({*result.problems, *found}))
            return msgspec.structs.replace(result, problems=problems)
        written = publish(output, staged, before)
    return msgspec.structs.replace(
        result,
        published=True,
        written=written.written,
        unchanged=written.unchanged,
        removed=written.removed,
    )


def rendered(
    planned: tuple[Page, ...], tools: Tools, found: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every page, files that pages need first; problems are added to `found`."""
    for page in sorted(planned, key=needed_first):
        data = render(page, tools)
        found.extend(off_site(page, data, tools.base_url))
        yield page.path, data


def needed_first(page: Page) -> tuple[bool, str]:
    """Stylesheets and pictures before the pages that show them."""
    return page.kind not in (PageKind.ASSET, PageKind.PICTURE), page.path


def off_site(page: Page, data: bytes, base_url: str) -> Iterator[Problem]:
    """A problem for each thing that this page would load from another host."""
    if not page.path.endswith((".html", ".css")):
        return
    for url in requests_elsewhere(data.decode(), base_url):
        yield problem(
            OFF_SITE_REQUEST,
            page.claimant or Place(page.path),
            f"`{page.path}` would load `{url}` from another host",
            "Save it in the site and use it from there, or link to it",
        )
