"""What addresses and pictures give away."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ht_newsgen.checks.privacy.metadata import NOTHING, Told, told_by
from ht_newsgen.checks.run import check_picture
from ht_newsgen.kit.problems import Mend
from ht_newsgen.model.article import Citation
from tests.unit.checks.set_texts import CHECKS, manuscript, told

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description aux:SerialNumber="X-99">'
    b"<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>A. Witness</rdf:li></rdf:Bag>"
    b"</Iptc4xmpExt:PersonInImage></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def photograph(form: str = "JPEG", **notes: object) -> bytes:
    """A picture of these notes, by the names of Exif."""
    image = Image.new("RGB", (30, 20))
    exif = Image.Exif()
    exif[0x0110] = "A camera of some make"
    if "position" in notes:
        exif.get_ifd(0x8825).update({1: "S", 2: (43.0, 51.0, 36.0), 3: "E", 4: (18.0, 24.0, 0.0)})
    if "serial" in notes:
        exif.get_ifd(0x8769)[0xA431] = notes["serial"]
    if "artist" in notes:
        exif[0x013B] = notes["artist"]
    file = io.BytesIO()
    more = {"xmp": notes["xmp"]} if "xmp" in notes else {}
    image.save(file, form, exif=exif, **more)
    return file.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ({}, NOTHING),
        ({"position": True}, Told(position="-43.8600, 18.4000")),
        ({"serial": "0123456"}, Told(serials=("0123456",))),
        ({"artist": "A. Photographer"}, Told(people=("A. Photographer",))),
        ({"artist": "   "}, NOTHING),
    ],
)
def test_a_picture_tells_where_by_what_and_by_whom_it_was_taken(
    form: str, notes: dict[str, object], expected: Told
) -> None:
    """In every format that can be published."""
    assert told_by(photograph(form, **notes)) == expected


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_what_is_noted_in_xmp_counts_as_well(form: str) -> None:
    """Programs for pictures keep names of people there."""
    assert told_by(photograph(form, xmp=XMP)) == Told(serials=("X-99",), people=("A. Witness",))


def test_a_picture_that_was_cut_may_still_hold_what_was_cut_off() -> None:
    """Its small copy has other proportions."""
    small = io.BytesIO()
    Image.new("RGB", (16, 16)).save(small, "JPEG")
    copy = small.getvalue()
    # TIFF 6, section 2: a directory of one note, then one of where the copy is and how long.
    exif = (
        b"Exif\0\0II*\0" + (8).to_bytes(4, "little") + b"\1\0"
        + b"\x12\x01\x03\0\1\0\0\0\1\0\0\0" + (26).to_bytes(4, "little")
        + b"\2\0" + b"\x01\x02\x04\0\1\0\0\0" + (56).to_bytes(4, "little")
        + b"\x02\x02\x04\0\1\0\0\0" + len(copy).to_bytes(4, "little") + b"\0\0\0\0" + copy
    )  # fmt: skip
    for size, whole in (((60, 20), True), ((20, 20), False)):
        file = io.BytesIO()
        Image.new("RGB", size).save(file, "JPEG", exif=exif)
        assert told_by(file.getvalue()).whole is whole


def test_everything_a_picture_tells_is_told_with_how_to_take_it_out() -> None:
    """At the file itself."""
    data = photograph(position=True, serial="0123456", artist="A. Photographer")

    found = list(check_picture("content/media/a.jpg", data))

    assert {(one.rule, one.place.path) for one in found} == {
        ("privacy/picture", "content/media/a.jpg")
    }
    assert len(found) == 3
    assert all(
        'exiftool -all= -overwrite_original "content/media/a.jpg"' in str(one.help) for one in found
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=8))
def test_no_picture_is_too_odd_to_be_looked_at(at: int, bytes_: bytes) -> None:
    """A damaged one tells what can be read of it."""
    data = photograph(position=True, serial="0123456", artist="A. Photographer", xmp=XMP)

    assert isinstance(told_by(data[:at] + bytes_ + data[at + len(bytes_) :]), Told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://example.com/a?utm_source=x&id=7)", ["1:5 https://example.com/a?id=7"]),
        ("<https://example.com/a?fbclid=x>", ["1:2 https://example.com/a"]),
        ("[a](https://example.com/a?id=7)", []),
        ("[a](/flash/?page=2)", []),
    ],
)
def test_an_address_counts_no_readers(text: str, expected: list[str]) -> None:
    """What is to be written stands beside it."""
    assert told("privacy/tracking", text) == expected


def test_the_address_of_a_source_is_mended_where_it_stands() -> None:
    """Whatever quotes are around it."""
    url = "https://example.com/a?utm_id=1"
    made = manuscript("", source=Citation(name="N", url=url), places={"source.url": (2, 6)})
    source = f'---\nurl: "{url}"\n---\n'

    (found,) = CHECKS["privacy/tracking"].find(
        type(made)(item=made.item, source=source, html="", config=made.config)
    )

    assert found.mends == (Mend(2, 7, url, "https://example.com/a"),)


def test_the_pictures_of_the_newsroom_tell_nothing() -> None:
    """They are in a public repository."""
    root = Path(__file__).parents[3]
    files = [*(root / "content").rglob("*.*g"), *(root / "static").rglob("*.*g")]

    assert [file for file in files if told_by(file.read_bytes()) != NOTHING] == []
