"""The tour: how a site comes to be, on one screen.

    scan → read_item → assemble → plan → find_dirty → render → publish

Everything between reading and rendering is pure; the clock, the disk and the theme come in here.
What was read and rendered before is not done again: see `recall.py` and `dirty.py`.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.dirty import find_dirty
from ht_newsgen.build.newsroom import configured, read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.rendering import render_all
from ht_newsgen.build.result import Result
from ht_newsgen.build.tools import make_tools, renderer_digests, static_folders
from ht_newsgen.build.versions import reading_key
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.render.assets import read_assets
from ht_newsgen.render.dispatch import render
from ht_newsgen.writing.folders import is_published
from ht_newsgen.writing.ledger import LEDGER, read_manifest, refuse_foreign_files
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.writer import publish, told_kindly


def build(options: Options, *, waiting: Callable[[], None] = lambda: None) -> Result:
    """Build the site as far as the problems allow, and say what came of it.

    Content never raises. The exceptions are those of `errors`: a broken theme, an output folder
    that is not ours or cannot be written. `waiting` is called once if another build is writing.
    """
    started = time.perf_counter()
    config, problems = configured(options)
    if config is None:
        return Result(problems=problems, published=False)
    options = replace(options, base_url=config.base_url)
    with without_collector(), opened_store(options, reading_key(config)) as (store, note):
        newsroom = read_newsroom(options, config, store)
        assets = read_assets(static_folders(options))
        planned, collisions = find_collisions(plan(newsroom.site, assets, defer=True))
        result = Result(
            problems=tuple(sorted({*problems, *newsroom.problems, *collisions})),
            published=False,
            planned=len(planned),
            left_out=newsroom.site.left_out,
            notes=(note,) if note else (),
        )
        stopped = has_errors(result.problems, strict=options.strict) and not options.keep_going
        if not (stopped or options.dry_run):

            def renderer() -> Callable[[Page], bytes]:
                tools = make_tools(newsroom.site, store.path, assets, options)
                return lambda page: render(page, tools)

            result = write(planned, renderer, options, result, waiting)
    return replace(result, seconds=time.perf_counter() - started)


def load(options: Options) -> tuple[Site | None, tuple[Problem, ...]]:
    """Everything up to the site, and what is wrong with it; writes nothing."""
    config, problems = configured(options)
    if config is None:
        return None, problems
    with opened_store(replace(options, dry_run=True), reading_key(config)) as (store, _):
        newsroom = read_newsroom(options, config, store)
    return newsroom.site, tuple(sorted({*problems, *newsroom.problems}))


def write(
    planned: tuple[Page, ...],
    renderer: Callable[[], Callable[[Page], bytes]],
    options: Options,
    result: Result,
    waiting: Callable[[], None],
) -> Result:
    """Render what is dirty and publish the site, unless a page would send its readers elsewhere."""
    output = options.output
    with told_kindly(output):
        if not (options.force or (output / LEDGER).exists()):
            refuse_foreign_files(output)
        with only_build(output, waiting=waiting):
            before = read_manifest(output)
            renderers = renderer_digests(options)
            dirty, clean = find_dirty(planned, renderers, before, is_published(output))
            staged, found = render_all(dirty, renderer, options)
            reasons = {one.page.path: one.reason for one in dirty}
            if found:
                problems = tuple(sorted({*result.problems, *found}))
                return replace(result, problems=problems, reasons=reasons)
            written = publish(output, staged, clean, before, force=options.force)
    return replace(
        result,
        published=True,
        written=written.written,
        unchanged=written.unchanged,
        removed=written.removed,
        reasons=reasons,
    )


@contextmanager
def without_collector() -> Iterator[None]:
    """Values here hold no circles, and looking for some among 100,000 articles takes seconds."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
