"""The tour: how a site comes to be, on one screen.

    scan → read_item → assemble → plan → find_dirty → render → publish → index what can be searched

Everything between reading and rendering is pure; the clock, the disk and the theme come in here.
What was read and rendered before is not done again: see `recall.py` and `dirty.py`. What fails on
the way and is not needed is done without: see `fallbacks.py`.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.changes import refuse_changed_templates
from ht_newsgen.build.dirty import find_dirty
from ht_newsgen.build.encoded import encoded_folder, forget_encoded, pictures_among
from ht_newsgen.build.fallbacks import carried_through
from ht_newsgen.build.indexing import Indexer, apart, bring_up_to_date, find_index, told
from ht_newsgen.build.memory import remember
from ht_newsgen.build.newsroom import Newsroom, configured, read_newsroom
from ht_newsgen.build.options import Options
from ht_newsgen.build.rendering import render_all
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight, look
from ht_newsgen.build.static_files import static_files
from ht_newsgen.build.tools import body_reader, make_tools, renderer_digests
from ht_newsgen.build.versions import reading_key
from ht_newsgen.graph.horizon import next_change
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.views.search import VolumeView
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import (
    LEDGER,
    manifest_bytes,
    read_manifest,
    refuse_foreign_files,
)
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.staging import nothing_left
from ht_newsgen.writing.writer import publish, told_kindly


class Makers(Struct, frozen=True, kw_only=True):
    """What makes the files of the site; neither is asked when there is nothing to make."""

    renderer: Callable[[], Callable[[Page], bytes]]
    indexer: Indexer


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

    with without_collector():
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

        def renderer() -> Callable[[Page], bytes]:
            from ht_newsgen.render.dispatch import render

            tools = make_tools(newsroom.site, store, assets, options)
            return lambda page: render(page, tools)

        def indexer(volume: Page) -> Mapping[str, bytes]:
            from ht_newsgen.render.search_index import render_volume

            assert isinstance(volume.view, VolumeView)
            return render_volume(volume.view, body_reader(store))

        makers = Makers(renderer=renderer, indexer=indexer)
        result, manifest = write(planned, makers, options, result, waiting)
        if result.published:
            until = next_change(newsroom.items, now=options.now)
            zone = config.timezone
            remember(asked, seen, result, manifest=manifest, timezone=zone, until=until)
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
    """Render what is dirty and publish the site, unless a page would send its readers elsewhere.

    Then bring its search index up to date; readers need not wait for that. With the result comes
    a digest of the manifest that tells what is published now.
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
            index = find_index(volumes, renderers, before, there)
            staged, found = render_all(dirty, renderers, makers.renderer, options)
            if dirty:
                refuse_changed_templates(renderers, renderer_digests(options))
            reasons = {one.page.path: one.reason for one in (*dirty, *index.dirty)}
            if found:
                problems = tuple(sorted({*result.problems, *found}))
                return replace(result, problems=problems, reasons=reasons), ""
            stays = clean | index.clean | index.old
            site = publish(output, staged, stays, before, force=options.force)
            indexed, notes = bring_up_to_date(output, index, makers.indexer, force=options.force)
            manifest = digest(manifest_bytes(output))
    written = told((*site.written, *indexed.written))
    result = replace(
        result,
        published=True,
        written=tuple(sorted(written)),
        unchanged=len(planned) - len(written),
        removed=tuple(sorted(told((*site.removed, *indexed.removed)))),
        reasons=reasons,
        notes=(*result.notes, *notes),
    )
    return result, manifest


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
