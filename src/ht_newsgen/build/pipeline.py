"""The tour: how a site comes to be, on one screen.

    scan → read_item → assemble → plan → find_dirty → render → publish → index what can be searched

Everything between reading and rendering is pure; the clock, the disk and the theme come in here.
What was read and rendered before is not done again: see `recall.py` and `dirty.py`. What fails on
the way and is not needed is done without: see `fallbacks.py`.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.collector import without_collector
from ht_newsgen.build.configured import configured
from ht_newsgen.build.dirty import find_dirty
from ht_newsgen.build.edited import note_published
from ht_newsgen.build.encoded import encoded_folder, forget_encoded, pictures_among
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.indexing import apart, find_index
from ht_newsgen.build.kept_views import keep_views
from ht_newsgen.build.memory import remember
from ht_newsgen.build.newsroom import Newsroom, read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.publishing import Decided, Makers, carry_out, makers
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight, look
from ht_newsgen.build.static_files import static_files
from ht_newsgen.build.tools import make_tools, renderer_digests
from ht_newsgen.build.versions import reading_key
from ht_newsgen.graph.horizon import next_change
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import (
    LEDGER,
    read_manifest,
    refuse_foreign_files,
)
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.manifests import seal
from ht_newsgen.writing.staging import nothing_left
from ht_newsgen.writing.writer import told_kindly

if TYPE_CHECKING:
    from ht_newsgen.render.dispatch import Tools


def build_whole(options: Options, sight: Sight, waiting: Callable[[], None]) -> Result:
    """As `start.build`, of which this is the rest: `sight` is what lies before us now.

    `waiting` is called once if another build is at work; then what lies before us is looked at
    anew.
    """
    sights = [sight]

    @cache
    def wait() -> None:
        waiting()
        sights.clear()

    def attempt_it(these: Options) -> Result:
        return attempt(these, lambda: sights[0] if sights else look(these), wait)

    result, notes = carried_through(attempt_it, options)
    return replace(result, notes=(*notes, *result.notes))


def load(options: Options) -> tuple[Site | None, tuple[Problem, ...]]:
    """Everything up to the site, and what is wrong with it; writes nothing."""
    config, problems = configured(options)
    if config is None:
        return None, problems

    def look(options: Options) -> Newsroom:
        with opened_store(options, reading_key(config)) as (store, _):
            return read_newsroom(options, config, store)

    with without_collector():
        newsroom, _ = carried_through(look, replace(options, dry_run=True))
    return newsroom.site, tuple(sorted({*problems, *newsroom.problems}))


def attempt(options: Options, sight: Callable[[], Sight], waiting: Callable[[], None]) -> Result:
    """One whole build; raises what `carried_through` knows how to do without."""
    config, problems = configured(options)
    if config is None:
        return Result(problems=problems, published=False)
    asked, options = options, replace(options, base_url=config.base_url)
    with opened_store(options, reading_key(config), waiting) as (store, note):
        seen = sight()
        newsroom = read_newsroom(options, config, store, seen)
        assets = static_files(options, store.path)
        planned, collisions = find_collisions(
            plan(newsroom.site, assets, defer=True, specimen=options.specimen)
        )
        result = Result(
            problems=tuple(sorted({*problems, *newsroom.problems, *collisions})),
            published=False,
            planned=len(planned),
            left_out=newsroom.site.left_out,
            notes=(note,) if note else (),
        )
        stopped = has_errors(result.problems, strict=options.strict) and not options.keep_going
        if stopped or options.dry_run:
            explained = options.explain and not stopped
            return replace(result, reasons=foreseen(planned, options)) if explained else result

        def tools() -> "Tools":
            return make_tools(config, newsroom.site.locales, store, assets, options)

        result, manifest = write(planned, makers(tools, store), options, result, waiting)
        if result.published:
            until = next_change(newsroom.items, now=options.now)
            zone = config.timezone
            remember(asked, seen, result, manifest=manifest, timezone=zone, until=until)
            note_published(options, seen, store)
        if result.published and pictures_among((*result.written, *result.removed)):
            forget_encoded(planned, encoded_folder(store))
        return result


def foreseen(planned: tuple[Page, ...], options: Options) -> dict[str, str]:
    """What would be rendered, by path, and why."""
    output = options.output
    dirty, _ = find_dirty(
        planned,
        renderer_digests(options),
        read_manifest(output),
        still_published(output),
        make=False,
    )
    return {one.page.path: one.reason for one in dirty}


def write(
    planned: tuple[Page, ...],
    makers: Makers,
    options: Options,
    result: Result,
    waiting: Callable[[], None],
) -> tuple[Result, str]:
    """Decide what must be rendered, and do it; then have the store know the views of the site.

    With the result comes the seal of the manifest that tells what is published now.
    """
    output = options.output
    renderers = renderer_digests(options)
    with told_kindly(output):
        if not (options.force or (output / LEDGER).exists()):
            refuse_foreign_files(output)
        with only_build(output, waiting=waiting), nothing_left(output):
            before, there = read_manifest(output), still_published(output)
            pages, volumes = apart(planned)
            dirty, clean = find_dirty(pages, renderers, before, there, make=False)
            decided = Decided(
                before=before,
                renderers=renderers,
                dirty=dirty,
                clean=clean,
                index=find_index(volumes, renderers, before, there),
            )
            result, now = carry_out(decided, makers, options, result)
            if result.published and options.cache:
                keep_views(makers.mentions, planned, now.outputs)
            return result, seal(now)
