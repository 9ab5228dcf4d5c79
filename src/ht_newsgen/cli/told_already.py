"""Items that point to a report already, so that nobody writes of it twice unknowingly."""

from collections.abc import Iterator
from pathlib import Path

from ht_newsgen.checks.editorial.twins import canonical
from ht_newsgen.kit.files import read_bounded
from ht_newsgen.kit.urls import host, urls_in
from ht_newsgen.reading.article import LARGEST
from ht_newsgen.reading.scan import scan


def told_already(root: Path, url: str) -> Iterator[str]:
    """The paths of items in whose files this address stands, in whatever spelling.

    The files are searched, not read as items: it is quick, and drafts with mistakes count too.
    """
    name, wanted = host(url).removeprefix("www.").encode(), canonical(url)
    files, _ = scan(root)
    for file in files:
        try:
            data = read_bounded(root / file.path, LARGEST) or b""
        except OSError:
            continue
        if name in data and any(
            canonical(found) == wanted for found in urls_in(data.decode(errors="replace"))
        ):
            yield file.path
