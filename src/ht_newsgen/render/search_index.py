"""The files of a volume of the search index: what Pagefind makes of it, put in order.

Pagefind 1.5 names a file by its bytes, but lays the values of a filter in another order in every
run. So the files that say what is where are written anew here, always in the same order. While at
it, each page is named by when it was posted, so that a browser can sort by time what it found in
several volumes. The forms are those of Pagefind's `index_metadata.rs` and `index_filter.rs`.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping

from ht_newsgen.kit import cbor
from ht_newsgen.kit.digest import SHORT, digest
from ht_newsgen.pages.views.search import VolumeView
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.render.pagefind import IndexingFailedError, index_files
from ht_newsgen.render.search_text import index_language, record_fields

SIGNATURE = b"pagefind_dcd"
"""What a file of the index begins with, once it is unpacked."""
PROGRAMS = ("pagefind.js", "pagefind-worker.js")
"""What a browser runs; the rest that Pagefind brings along is an interface that is not used."""


def render_volume(view: VolumeView, body: Callable[[str], str]) -> dict[str, bytes]:
    """Every file of a volume, by its path in the volume's folder. Raises IndexingFailedError.

    `body` gives the HTML of a text by its digest.
    """
    made = index_files(
        (
            record_fields(record, body(record.body) if record.body else "")
            for record in view.records
        ),
        index_language(view.language),
    )
    try:
        return dict(in_order(made, {record.href: record.moment for record in view.records}))
    except (ValueError, KeyError, LookupError, OSError) as error:
        raise IndexingFailedError(
            f"this version of Pagefind writes it in a form that is not known here ({error})"
        ) from error


def in_order(made: Mapping[str, bytes], moments: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of an index that a browser needs, with names and bytes that depend on nothing else.

    `moments` tells by its address when each page was posted. Raises ValueError, LookupError or
    OSError when the files are not those of an index.
    """
    entry = json.loads(made[ENTRY])
    ((language, about),) = entry["languages"].items()
    meta = unpacked(made[f"pagefind.{about['hash']}.pf_meta"])
    version, pages, chunks, filters, sorts, fields = meta

    for name in (*PROGRAMS, f"wasm.{about['wasm'] or 'unknown'}.pagefind"):
        yield name, made[name]
    for name in made:
        if name.startswith("index/"):
            yield name, made[name]
    for page in pages:
        data = made[f"fragment/{page[0]}.pf_fragment"]
        url = json.loads(gzip.decompress(data).removeprefix(SIGNATURE))["url"]
        page[0] = f"{moments[url]}-{page[0]}"
        yield f"fragment/{page[0]}.pf_fragment", data
    for one in sorted(filters):
        name, values = unpacked(made[f"filter/{one[1]}.pf_filter"])
        data = cbor.encode([name, sorted(values)])
        one[1] = f"{language}_{digest(data)[:SHORT]}"
        yield f"filter/{one[1]}.pf_filter", packed(data)

    data = cbor.encode([version, pages, chunks, sorted(filters), sorts, fields])
    about["hash"] = f"{language}_{digest(data)[:SHORT]}"
    yield f"pagefind.{about['hash']}.pf_meta", packed(data)
    yield ENTRY, json.dumps(entry, separators=(",", ":")).encode()


def unpacked(data: bytes) -> cbor.Value:
    """What a file of the index says."""
    plain = gzip.decompress(data)
    if not plain.startswith(SIGNATURE):
        raise ValueError("the signature is missing")
    return cbor.decode(plain.removeprefix(SIGNATURE))


def packed(data: bytes) -> bytes:
    """The bytes as a file of the index."""
    zipped = bytearray(gzip.compress(SIGNATURE + data, 9, mtime=0))
    zipped[9] = 255  # the system it was made on, which is nobody's business (RFC 1952, 2.3.1)
    return bytes(zipped)
