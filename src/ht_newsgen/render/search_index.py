"""The files of a volume of the search index: what Pagefind makes of it, and what is added.

Pagefind names a page by its bytes. The list of all pages is written anew here, with each named by
when it was posted, so that a browser can sort by time what it found in several volumes. Its form is
that of Pagefind's `index_metadata.rs`.

What a search can be narrowed by stands in a list of our own, since Pagefind counts every term in
the middle of every search, which takes longer than the search (docs/decisions/0025-search.md).
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from ht_newsgen.kit import cbor
from ht_newsgen.kit.digest import SHORT, digest
from ht_newsgen.pages.views.search import SearchRecord, VolumeView
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.render.pagefind import IndexingFailedError, index_files
from ht_newsgen.render.search_text import index_language, record_fields

SIGNATURE = b"pagefind_dcd"
"""What a file of the index begins with, once it is unpacked."""
PROGRAMS = ("pagefind.js", "pagefind-worker.js")
"""What a browser runs; the rest that Pagefind brings along is an interface that is not used."""
TERMS = "terms.json"
"""What each page can be narrowed by, next to the entry."""


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
        return dict(in_order(made, {record.href: record for record in view.records}))
    except (ValueError, KeyError, LookupError, OSError) as error:
        raise IndexingFailedError(
            f"this version of Pagefind writes it in a form that is not known here ({error})"
        ) from error


def in_order(
    made: Mapping[str, bytes], records: Mapping[str, SearchRecord]
) -> Iterator[tuple[str, bytes]]:
    """The files of an index that a browser needs, with names and bytes that depend on nothing else.

    `records` are by their addresses. Raises ValueError, LookupError or OSError when the files are
    not those of an index.
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
    terms: dict[str, tuple[str, ...]] = {}
    for page in pages:
        data = made[f"fragment/{page[0]}.pf_fragment"]
        record = records[json.loads(gzip.decompress(data).removeprefix(SIGNATURE))["url"]]
        page[0] = f"{record.moment}-{page[0]}"
        terms[page[0]] = record.terms
        yield f"fragment/{page[0]}.pf_fragment", data
    told = numbered(terms)
    yield TERMS, told
    entry["terms"] = digest(told)[:SHORT]  # the entry changes with every other file of its volume

    data = cbor.encode([version, pages, chunks, filters, sorts, fields])
    about["hash"] = f"{language}_{digest(data)[:SHORT]}"
    yield f"pagefind.{about['hash']}.pf_meta", packed(data)
    yield ENTRY, json.dumps(entry, separators=(",", ":")).encode()


def numbered(terms: Mapping[str, Iterable[str]]) -> bytes:
    """The terms of each page as JSON: `{"terms": ["year:2018"], "pages": {"NAME": [0]}}`."""
    numbers: dict[str, int] = {}
    pages = {
        page: [numbers.setdefault(term, len(numbers)) for term in those]
        for page, those in terms.items()
    }
    return json.dumps({"terms": list(numbers), "pages": pages}, separators=(",", ":")).encode()


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
