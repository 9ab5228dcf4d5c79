"""Which items have been edited since the last build, where nothing else has changed."""

from pathlib import Path

import msgspec
from msgspec import Struct

from ht_newsgen.build.memory import Memory, is_asked_again, recalled
from ht_newsgen.build.options import Options
from ht_newsgen.build.sealed_files import keep_bytes, kept_bytes
from ht_newsgen.build.sight import Sight, digests_of, tree_of
from ht_newsgen.build.store import Store
from ht_newsgen.reading.scan import SourceFile

FILE = Path(".cache") / "last-items"
"""Below the site's folder; may be deleted at any time."""


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
        keep_bytes(options.root / FILE, sight.items)
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
    noted = noted_items(options, memory)
    if len(noted) != len(sight.files):
        return ()
    here = f"{options.root}/"
    now = digests_of(memory.doubtful)
    doubted = {path for path in now if now[path] != memory.doubtful[path]}
    anew = [
        (one, before)
        for one, before in zip(sight.files, noted, strict=True)
        if one != before or (doubted and here + one.path in doubted)
    ]
    if any(one.path != before.path for one, before in anew):
        return ()
    files = tuple(one for one, _ in anew)
    # What is no item may have changed within its times, too.
    return () if doubted - {here + one.path for one in files} else files


def noted_items(options: Options, memory: Memory) -> tuple[SourceFile, ...]:
    """The items of the build that is remembered; none if they are not known any more."""
    data = kept_bytes(options.root / FILE)
    if data is None or tree_of(data, memory.rest) != memory.tree:
        return ()
    return msgspec.msgpack.decode(data, type=tuple[SourceFile, ...])
