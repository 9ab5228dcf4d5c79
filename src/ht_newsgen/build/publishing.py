"""What was decided is done: rendered, published, and the search index brought up to date."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.changes import refuse_changed_templates
from ht_newsgen.build.dirty import Dirty
from ht_newsgen.build.indexing import Index, Indexer, bring_up_to_date, told
from ht_newsgen.build.mentions import Mentions
from ht_newsgen.build.options import Options
from ht_newsgen.build.rendering import render_all
from ht_newsgen.build.result import Result
from ht_newsgen.build.store import Store
from ht_newsgen.build.tools import body_reader, renderer_digests
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.views.search import VolumeView
from ht_newsgen.writing.writer import publish

if TYPE_CHECKING:
    from ht_newsgen.render.dispatch import Tools


class Decided(Struct, frozen=True, kw_only=True):
    """What a build will do."""

    before: Manifest
    renderers: Mapping[PageKind, str]
    """See `tools.renderer_digests`."""
    dirty: tuple[Dirty, ...]
    clean: dict[str, Output]
    index: Index

    @property
    def reasons(self) -> dict[str, str]:
        """Why each file is rendered, by its path."""
        return {one.page.path: one.reason for one in (*self.dirty, *self.index.dirty)}


class Makers(Struct, frozen=True, kw_only=True):
    """What makes the files of the site; none is asked when there is nothing to make."""

    mentions: Mentions
    """Keeps the views of pages that show texts."""
    renderer: Callable[[], Callable[[Page], bytes]]
    indexer: Indexer


def makers(tools: Callable[[], "Tools"], store: Store) -> Makers:
    """All of them, of an open store, and of the tools that are made when they are needed."""

    def renderer() -> Callable[[Page], bytes]:
        from ht_newsgen.render.dispatch import render

        made = tools()
        return lambda page: render(page, made)

    def indexer(volume: Page) -> Mapping[str, bytes]:
        from ht_newsgen.render.search_index import render_volume

        assert isinstance(volume.view, VolumeView)
        return render_volume(volume.view, body_reader(store))

    return Makers(mentions=store.mentions, renderer=renderer, indexer=indexer)


def carry_out(
    decided: Decided, makers: Makers, options: Options, result: Result
) -> tuple[Result, Manifest]:
    """Render what is dirty and publish the site, unless a page would send its readers elsewhere.

    Then bring its search index up to date; readers need not wait for that. With the result comes
    the manifest of what is published now. Whoever calls holds the output folder. Raises what
    `render_all` and `publish` do, and NewsgenError when a template has changed meanwhile; then
    nothing has been published.
    """
    output, index = options.output, decided.index
    staged, found = render_all(
        decided.dirty, decided.renderers, makers.renderer, options, makers.mentions
    )
    if decided.dirty:
        refuse_changed_templates(decided.renderers, renderer_digests(options))
    if found:
        problems = tuple(sorted({*result.problems, *found}))
        return replace(result, problems=problems, reasons=decided.reasons), decided.before
    stays = decided.clean | index.clean | index.old
    site = publish(output, staged, stays, decided.before, force=options.force)
    indexed, notes = bring_up_to_date(
        output, index, makers.indexer, site.manifest, force=options.force
    )
    written = told((*site.written, *indexed.written))
    result = replace(
        result,
        published=True,
        written=tuple(sorted(written)),
        unchanged=result.planned - len(written),
        removed=tuple(sorted(told((*site.removed, *indexed.removed)))),
        reasons=decided.reasons,
        notes=(*result.notes, *notes),
    )
    return result, indexed.manifest
