"""The files of a volume: from records to what a browser reads."""

import gzip
import json
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ht_newsgen.kit import cbor
from ht_newsgen.pages.views.search import SearchRecord, VolumeView
from ht_newsgen.pages.volumes import ENTRY
from ht_newsgen.render.pagefind import IndexingFailedError, index_files
from ht_newsgen.render.search_index import (
    PROGRAMS,
    TERMS,
    in_order,
    packed,
    render_volume,
    unpacked,
)
from ht_newsgen.render.search_text import index_language, record_fields

RECORD = SearchRecord(
    href="/n/flash/2018/dorde/",
    title="Đorđe & others",
    language="bs",
    moment="201802190800",
    date="19. februar 2018.",
    standfirst="First.",
    dateline="BIHAĆ",
    body="digest",
    source="The Wire",
    notes=("About violence.", "About children."),
    terms=("section:flash", "year:2018"),
)
VOLUME = VolumeView(
    language="bs",
    records=(RECORD, replace(RECORD, href="/n/about/", title="O nama", moment="0" * 12)),
)


def body(digest: str) -> str:
    """The HTML of every text."""
    return f"<p>Text of <b>{digest}</b> &lt;3.</p><p>More.</p>"


def test_a_record_is_given_as_text() -> None:
    """The title apart, and words that are only typed where nobody sees them."""
    assert record_fields(RECORD, body("it")) == {
        "url": "/n/flash/2018/dorde/",
        "content": "First. BIHAĆ Text of it <3. More.",
        "meta": {
            "title": "Đorđe & others",
            "date": "19. februar 2018.",
            "source": "The Wire",
            "notes": "About violence.\nAbout children.",
            "language": "bs",
            "also": "djordje dorde",
        },
    }


def test_a_page_without_a_text_is_found_by_its_title() -> None:
    """An index has no place for a page without words."""
    bare = SearchRecord(href="/a/", title="A", language="en", moment="0" * 12, terms=())

    assert record_fields(bare, "")["content"] == "A"


@pytest.mark.parametrize(
    ("language", "rules"), [("en", "en"), ("pt-BR", "pt"), ("bs", "und"), ("sr-Cyrl", "und")]
)
def test_words_are_cut_to_stems_where_that_helps(language: str, rules: str) -> None:
    """Where it would hide the beginnings of words, they are not."""
    assert index_language(language) == rules


def test_a_volume_has_what_a_browser_needs_and_no_more() -> None:
    """Pages are named by when they were posted."""
    files = render_volume(VOLUME, body)
    folders = sorted({path.partition("/")[0] for path in files if "/" in path})
    programs = sorted(path for path in files if "/" not in path and "pf_meta" not in path)
    pages = sorted(Path(path).name[:13] for path in files if path.startswith("fragment/"))

    assert folders == ["fragment", "index"]
    assert programs == [ENTRY, *sorted(PROGRAMS), TERMS, "wasm.unknown.pagefind"]
    assert pages == ["000000000000-", "201802190800-"]


def test_the_files_of_a_volume_name_each_other() -> None:
    """From the entry to the list of all, and from there to the rest."""
    files = render_volume(VOLUME, body)
    (about,) = json.loads(files[ENTRY])["languages"].values()
    _, pages, chunks, filters, _, _ = unpacked(files[f"pagefind.{about['hash']}.pf_meta"])

    named = {f"fragment/{page[0]}.pf_fragment" for page in pages}
    named |= {f"index/{chunk[2]}.pf_index" for chunk in chunks}
    assert named == {path for path in files if "/" in path}
    assert filters == []


def test_the_terms_of_each_page_are_told_by_its_name() -> None:
    """So that a browser can narrow a search, and count, without asking Pagefind again."""
    about = replace(VOLUME.records[1], terms=("year:2018", "topic:work"))
    files = render_volume(replace(VOLUME, records=(RECORD, about)), body)
    told = json.loads(files[TERMS])

    assert {
        name[:13]: tuple(told["terms"][number] for number in numbers)
        for name, numbers in told["pages"].items()
    } == {"201802190800-": RECORD.terms, "000000000000-": about.terms}
    assert {f"fragment/{name}.pf_fragment" for name in told["pages"]} <= files.keys()


def test_the_same_volume_is_the_same_to_the_byte() -> None:
    """However many pages there are, and in whatever order the indexer comes to them."""
    records = tuple(
        replace(RECORD, href=f"/{number}/", title=f"N {number}") for number in range(40)
    )
    view = replace(VOLUME, records=records)

    assert render_volume(view, body) == render_volume(view, body)


def test_files_are_packed_without_a_trace_of_the_machine() -> None:
    """Neither a time nor the name of a system."""
    data = packed(cbor.encode(["a", 1]))

    assert unpacked(data) == ["a", 1]
    assert data[4:10] == b"\0\0\0\0\x02\xff"


DAMAGED: dict[str, dict[str, bytes]] = {
    "no entry": {},
    "another entry": {ENTRY: b"{}"},
    "no list": {ENTRY: b'{"languages": {"en": {"hash": "x", "wasm": null}}}'},
    "an unknown list": {
        ENTRY: b'{"languages": {"en": {"hash": "x", "wasm": null}}}',
        "pagefind.x.pf_meta": gzip.compress(b"pagefind_dcd" + cbor.encode(["2.0"])),
    },
    "no list at all": {
        ENTRY: b'{"languages": {"en": {"hash": "x", "wasm": null}}}',
        "pagefind.x.pf_meta": gzip.compress(b"something else"),
    },
}


@pytest.mark.parametrize("made", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_index_is_refused(made: dict[str, bytes]) -> None:
    """A later Pagefind may write it in another form."""
    with pytest.raises((ValueError, LookupError)):
        dict(in_order(made, {}))


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """A program in the place of Pagefind."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!{sys.executable}\nimport sys\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))


OUT_OF_INK = b'{"payload": {"type": "Error", "message": "out of ink"}}'
FAILURES = {
    "ends at once": ("sys.exit(3)", "ended in the middle"),
    "says something else": ("print('aGVsbG8=,', end='')", "no message"),
    "says what is wrong": (
        f"print({b64encode(OUT_OF_INK).decode()!r} + ',', end='')",
        "says of NewIndex: out of ink",
    ),
}


@pytest.mark.parametrize(("does", "told"), FAILURES.values(), ids=FAILURES)
def test_an_indexer_that_fails_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, told: str
) -> None:
    """However it fails."""
    stand_in(tmp_path, monkeypatch, does)

    with pytest.raises(IndexingFailedError, match=told):
        index_files([record_fields(RECORD, "")], "und")


@pytest.mark.parametrize("missing", ["nowhere", "."])
def test_an_indexer_that_is_missing_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """There is none for some kinds of machines."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / missing))

    with pytest.raises(IndexingFailedError, match="is not installed"):
        index_files([], "und")


def test_a_great_many_records_do_not_block_the_pipes() -> None:
    """Answers come while questions are still being asked."""
    records: list[dict[str, Any]] = [
        {**record_fields(RECORD, "word " * 2000), "url": f"/{number}/"} for number in range(150)
    ]

    assert len([name for name in index_files(records, "und") if "fragment" in name]) == 150
