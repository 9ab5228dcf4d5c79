"""Items read anew, and whether nothing but their texts is new."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.readings import JustRead, reader
from ht_newsgen.build.record import Record, decoded
from ht_newsgen.build.store import Store
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.reading.scan import SourceFile


class NewTexts(Struct, frozen=True, kw_only=True):
    """What was read of items that have changed in nothing but their texts."""

    read: tuple[JustRead, ...]
    swapped: dict[str, str]
    """Digests of texts that were, each with that of the text in its place."""

    def kept_in(self, store: Store) -> None:
        """Have the store hold the new texts beside the old ones."""
        store.keep((), [(one.kept.body, one.html) for one in self.read if one.kept.body])

    def settled_in(self, store: Store) -> None:
        """Have the store hold the new readings in place of the old ones, whose texts go."""
        store.keep([one.kept for one in self.read], ())
        store.forget_texts(self.swapped)


def read_texts(
    options: Options, config: Config, files: Sequence[SourceFile], store: Store
) -> NewTexts | None:
    """Read these files; None if more than a text has changed, or a text that others have too."""
    read = reader(options, config, files)
    news: list[JustRead] = []
    swapped: dict[str, str] = {}
    for number, file in enumerate(files):
        kept, now = store.kept_of(file.path), read(number)
        before, after = (
            decoded(kept.record) if kept else Record(item=None),
            decoded(now.kept.record),
        )
        if not (now.lasting and is_alike(before, after)):
            return None
        assert kept is not None
        assert before.item is not None
        assert after.item is not None
        if before.item.body != after.item.body:
            if store.times_named(kept.body) > 1:
                return None
            swapped[before.item.body] = after.item.body
        news.append(now)
    return NewTexts(read=tuple(news), swapped=swapped)


def is_alike(before: Record, after: Record) -> bool:
    """Whether two readings of one file are the same but for what the text says.

    That there is a text at all is not among what it says.
    """
    if before.item is None or after.item is None or before.problems != after.problems:
        return False
    has_text = bool(before.item.body) is bool(after.item.body)
    return has_text and outline(before.item) == outline(after.item)


def outline(item: Item) -> Item:
    """The item without what depends on the words of its text."""
    return replace(item, body="", digest="")
