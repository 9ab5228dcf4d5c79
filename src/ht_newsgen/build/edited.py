"""Which items have been edited since the last build, where nothing else has changed."""

from pathlib import Path

import msgspec
from msgspec import Struct

from ht_newsgen.build.memory import Memory, is_asked_again, recalled
from ht_newsgen.build.options import Options
from ht_newsgen.build.sealed_files import keep_bytes, kept_bytes
from ht_newsgen.build.sight import Sight, digests_of
from ht_newsgen.build.store import Store
from ht_newsgen.reading.scan import SourceFile

FILE = Path(".cache") / "last-items"
"""Below the site's folder; may be deleted at any time."""


class Items(Struct, frozen=True, kw_only=True):
    """The items as a build found them."""

    tree: str
    """See `Sight`; it names the build."""
    files: tuple[SourceFile, ...]


class Edited(Struct, frozen=True, kw_only=True):
    """A site of which nothing but some items is not as it was when it was built last."""

    memory: Memory
    """Of that build."""
    sight: Sight
    """As it is now."""
    files: tuple[SourceFile, ...]
    """The items that were written anew."""


def note_published(options: Options, sight: Sight, store: Store) -> None:
    """Write down how the items are of which the published site was made."""
    if sight.tree and options.cache:
        items = Items(tree=sight.tree, files=sight.files)
        keep_bytes(options.root / FILE, msgspec.msgpack.encode(items))
        store.published(sight.tree)


def edited(options: Options, sight: Sight) -> Edited | None:
    """What has been edited, if that are items only, and the same is asked as in the last build."""
    memory = recalled(options) if sight.tree and options.cache and not options.dry_run else None
    if memory is None or not is_asked_again(memory, options) or sight.rest != memory.rest:
        return None
    files = written_anew(memory, options, sight)
    return Edited(memory=memory, sight=sight, files=files) if files else None


def written_anew(memory: Memory, options: Options, sight: Sight) -> tuple[SourceFile, ...]:
    """The items that were written anew; nothing, if others have come or gone."""
    noted = noted_items(options)
    if noted is None or noted.tree != memory.tree:
        return ()
    before = {one.path: one for one in noted.files}
    if [one.path for one in sight.files] != list(before):
        return ()
    here = f"{options.root}/"
    now = digests_of(memory.doubtful)
    doubted = {path for path in now if now[path] != memory.doubtful[path]}
    files = tuple(
        one for one in sight.files if one != before[one.path] or here + one.path in doubted
    )
    # What is no item may have changed within its times, too.
    return () if doubted - {here + one.path for one in files} else files


def noted_items(options: Options) -> Items | None:
    """What was written down; None if that is nothing, or damaged."""
    data = kept_bytes(options.root / FILE)
    try:
        return msgspec.msgpack.decode(data, type=Items) if data else None
    except ValueError:
        return None
