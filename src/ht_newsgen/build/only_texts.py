"""The commonest edit of all: an item has changed in nothing but its text.

Then no list, no address and no other page is another. So the site is not put together again: the
few views that mention the text are fetched from the store, and their pages rendered with the new
one. Whatever more has changed is for a whole build (docs/decisions/0035-nothing-but-texts.md).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from ht_newsgen.build.cache import opened_store
from ht_newsgen.build.configured import configured
from ht_newsgen.build.edited import Edited, edited, note_published
from ht_newsgen.build.indexing import Index, folder_of
from ht_newsgen.build.kept_views import print_half
from ht_newsgen.build.memory import published_as, shown_again
from ht_newsgen.build.memory import write as remember
from ht_newsgen.build.new_texts import NewTexts, read_texts
from ht_newsgen.build.options import Options
from ht_newsgen.build.publishing import Decided, carry_out, makers
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import Sight
from ht_newsgen.build.store import Store
from ht_newsgen.build.swapping import pages_with
from ht_newsgen.build.tools import make_tools, renderer_digests
from ht_newsgen.build.versions import reading_key
from ht_newsgen.model.assets import Assets
from ht_newsgen.model.config import Config
from ht_newsgen.model.manifest import Manifest
from ht_newsgen.writing.ledger import LEDGER
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.manifests import seal
from ht_newsgen.writing.staging import nothing_left
from ht_newsgen.writing.writer import told_kindly

FEW = 20
"""Items; of more, a whole build may well be quicker."""


class NotAloneError(Exception):
    """Another build is at work, for which this one would have to wait."""


def build_texts(options: Options, sight: Sight) -> Result | None:
    """The result of a build after which only texts are new; None where a whole build is needed.

    Raises what a whole build does, and sqlite3.Error when the store fails.
    """
    edits = edited(options, sight)
    if edits is None or len(edits.files) > FEW:
        return None
    config, _ = configured(options)
    # Looked at before the lock is made, which would make any folder ours.
    if config is None or not (options.output / LEDGER).exists():
        return None
    try:
        with alone(options, config) as store:
            if store is not None and store.is_published(edits.memory.tree):
                return with_new_texts(edits, config, options, store)
    except NotAloneError:
        pass  # what was published meanwhile is another's
    return None


@contextmanager
def alone(options: Options, config: Config) -> Iterator[Store | None]:
    """Hold the store and the output folder; None if something is odd with the store."""

    def give_up() -> None:
        raise NotAloneError

    output = options.output
    with (
        opened_store(options, reading_key(config), give_up) as (store, note),
        told_kindly(output),
        only_build(output, waiting=give_up),
        nothing_left(output),
    ):
        yield None if note else store


def with_new_texts(edits: Edited, config: Config, asked: Options, store: Store) -> Result | None:
    """Publish the site that is remembered, with the texts of the edited items as they are now."""
    memory, sight = edits.memory, edits.sight
    options = replace(asked, base_url=config.base_url)
    # The texts first: after most edits there is more than a text to do, and nothing to look at.
    texts = read_texts(options, config, edits.files, store)
    before = published_as(options.output, memory.manifest, options.jobs) if texts else None
    if before is None or texts is None:
        return None
    texts.kept_in(store)
    decided = decide(texts, before, options, store)
    if decided is None:
        return None
    pages = [one.page for one in (*decided.dirty, *decided.index.dirty)]
    frames = (getattr(page.view, "frame", None) for page in pages)
    locales = {frame.locale.tag: frame.locale for frame in frames if frame is not None}.values()
    result, now = carry_out(
        decided,
        makers(lambda: make_tools(config, locales, store, Assets(), options), store),
        options,
        Result(
            problems=memory.problems,
            published=False,
            planned=memory.planned,
            left_out=shown_again(memory.left_out),
        ),
    )
    if not result.published:
        return None  # a page would send its readers elsewhere; a whole build tells whose
    texts.settled_in(store)
    store.mentions.forget(print_half(before.outputs[page.path]) for page in pages)
    if not result.notes:
        note_published(asked, sight, store)
        remembered = replace(
            memory,
            tree=sight.tree,
            rest=sight.rest,
            doubtful=sight.doubtful,
            since=asked.now,
            manifest=seal(now),
        )
        remember(asked, remembered)
    return result


def decide(texts: NewTexts, before: Manifest, options: Options, store: Store) -> Decided | None:
    """What must be rendered for these texts; None if that cannot be told without the site."""
    renderers = renderer_digests(options)
    dirty = pages_with(texts.swapped, before, renderers, store)
    if dirty is None:
        return None
    paths = {one.page.path for one in dirty}
    anew = {folder_of(path) for path in paths} - {""}
    outputs = before.outputs.items()
    old = {path: one for path, one in outputs if folder_of(path) in anew} if anew else {}
    return Decided(
        before=before,
        renderers=renderers,
        dirty=tuple(one for one in dirty if not folder_of(one.page.path)),
        clean={path: one for path, one in outputs if path not in paths and path not in old},
        index=Index(
            dirty=tuple(one for one in dirty if folder_of(one.page.path)), clean={}, old=old
        ),
    )
