"""The search index in a preview: made when somebody asks for a part of it.

Nobody who writes should wait for an index that nobody looks into. So a volume is made by the first
request for one of its files, in memory, and again by the first after its text has changed.
"""

from collections.abc import Callable, Mapping
from threading import Lock

from ht_newsgen.build.indexing import folder_of
from ht_newsgen.errors import NewsgenError
from ht_newsgen.pages.deferred import Deferred, resolved
from ht_newsgen.pages.views.search import VolumeView
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.serve.proof import Proof

Volume = Mapping[str, bytes]
"""The files of a volume by their paths in its folder."""

FileFinder = Callable[[Proof, str], bytes | None]


def file_finder() -> FileFinder:
    """A function from a proof and the path of a file to its bytes, if it is one of the index.

    It raises NewsgenError when no index can be made.
    """
    made: dict[str, tuple[object, Volume]] = {}
    lock = Lock()

    def find(proof: Proof, path: str) -> bytes | None:
        folder = folder_of(path)
        page = proof.pages.get(folder + ENTRY) if folder else None
        if page is None:
            return None
        wanted = page.view.key if isinstance(page.view, Deferred) else page.view
        with lock:  # a browser asks for many files at once, and one index is enough for all
            known, volume = made.get(folder, (None, {}))
            if known != wanted:
                view = resolved(page).view
                assert isinstance(view, VolumeView)
                volume = _volume(proof, view)
                made[folder] = wanted, volume
        return volume.get(path.removeprefix(folder))

    return find


def _volume(proof: Proof, view: VolumeView) -> Volume:
    from ht_newsgen.render.pagefind import IndexingFailedError
    from ht_newsgen.render.search_index import render_volume

    assert proof.made_up is not None, "there are no pages before the site could be made"
    try:
        return render_volume(view, proof.made_up.tools.body)
    except IndexingFailedError as error:
        raise NewsgenError(f"The search index could not be made: {error}") from error
