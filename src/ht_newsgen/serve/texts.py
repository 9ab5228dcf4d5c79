"""The HTML of texts, by digest: from memory, from the store, or from the item's file once more."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.build.readings import JustRead, reader
from ht_newsgen.build.store import reopened
from ht_newsgen.model.config import Config
from ht_newsgen.pages.specimen.texts import BODIES
from ht_newsgen.reading.scan import SourceFile
from ht_newsgen.serve.proof import Copy


class Reader:
    """Reads items one at a time, on one press, whichever thread asks."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._lock = threading.Lock()
        self._config: Config | None = None
        self._in_hand: list[SourceFile] = []
        self._read: Callable[[int], JustRead] | None = None

    def __call__(self, file: SourceFile, config: Config) -> JustRead:
        """The item as its file is now."""
        with self._lock:
            if self._read is None or config != self._config:
                self._config = config
                self._read = reader(self._options, config, self._in_hand)
            self._in_hand[:] = [file]
            return self._read(0)


def text_finder(
    recent: Mapping[str, str], store: Path, copy: Copy, read: Reader
) -> Callable[[str], str]:
    """A function from a text's digest to its HTML.

    `recent` are those read since the server was started. The store is used as long as it has the
    text: a build beside us may have emptied it, and it may be deleted at any time.
    """

    def find(digest: str) -> str:
        if not digest:
            return ""
        if digest in BODIES:  # of the specimen: a name where others have a digest
            return BODIES[digest]
        if digest in recent:
            return recent[digest]
        with suppress(sqlite3.Error, OSError, KeyError), opened(store) as body:
            return body(digest)
        return read_once_more(digest)

    def read_once_more(digest: str) -> str:
        for path, record in copy.records.items():
            if record.item is not None and record.item.body == digest:
                return read(copy.files[path], copy.config).html
        return ""

    return find


@contextmanager
def opened(path: Path) -> Iterator[Callable[[str], str]]:
    """The store, if it is there: connecting would make an empty one."""
    if not path.is_file():
        raise FileNotFoundError(path)
    store = reopened(path)
    try:
        yield store.body
    finally:
        store.close()
