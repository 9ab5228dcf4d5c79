"""Files taken apart, whatever their bytes are."""

import pytest

from ht_newsgen.reading.front_matter import LARGEST_FRONT_MATTER, Parts, take_apart
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from tests.unit.reading.tables import told


def apart(data: bytes) -> tuple[Parts | None, str]:
    notes = Notes("content/flash/raids.md", FRONT_MATTER)
    return take_apart(data, notes), told(notes.problems)


RAIDS = Parts(front="title: Raids\n", front_line=2, body="\nText.\n", body_line=4)


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"---\ntitle: Raids\n---\n\nText.\n", RAIDS),
        (b"\xef\xbb\xbf---\ntitle: Raids\n---\n\nText.\n", RAIDS),
        (b"---\r\ntitle: Raids\r\n---\r\n\r\nText.\r\n", RAIDS),
        (b"---\rtitle: Raids\r---\r\rText.\r", RAIDS),
        (b"---\r\ntitle: Raids\n---\r\n\rText.\n", RAIDS),
        (b"---  \ntitle: Raids\n--- \t\n\nText.\n", RAIDS),
        (b"---\ntitle: Raids\n...\n\nText.\n", RAIDS),
        (
            b"\n \n---\ntitle: Raids\n---\nText.",
            Parts(front="title: Raids\n", front_line=4, body="Text.", body_line=6),
        ),
        (b"---\n---", Parts(front="", front_line=2, body="", body_line=3)),
        (b"---\n---\n", Parts(front="", front_line=2, body="", body_line=3)),
        (
            b"---\na: |\n  ---\n---\nText.\n---\n",
            Parts(front="a: |\n  ---\n", front_line=2, body="Text.\n---\n", body_line=5),
        ),
        (b"Text.\n\n---\n\nText.", Parts(front=None, body="Text.\n\n---\n\nText.")),
        (
            "---\ntitle: a\u2028b\n---\n".encode(),
            Parts(front="title: a b\n", front_line=2, body="", body_line=4),
        ),
    ],
)
def test_front_matter_and_text_are_told_apart(data: bytes, parts: Parts) -> None:
    """Byte-order marks, line ends of all systems and empty lines make no difference."""
    assert apart(data) == (parts, "")


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", "0:0 content/empty: this file is empty"),
        (b"\xef\xbb\xbf \r\n\t\n", "0:0 content/empty: this file is empty"),
        (
            "---\ntitle: čeka\n---\nRacija u Željeznici".encode("cp1250"),
            (
                "2:8 content/encoding: the byte 0xE8 is not UTF-8\n"
                "    Save the file as UTF-8; it seems to be Windows-1250, in which this is “č”"
            ),
        ),
        (
            "---\r\ntitle: čeka\r\n".encode() + b"\x81",
            "3:1 content/encoding: the byte 0x81 is not UTF-8\n    Save the file as UTF-8",
        ),
        (
            "\ufeff---\ntitle: ".encode() + b"\x81",
            "2:8 content/encoding: the byte 0x81 is not UTF-8\n    Save the file as UTF-8",
        ),
        (
            "---\ntitle: a\n---\n".encode("utf-16"),
            "1:1 content/encoding: this file is UTF-16\n    Save it as UTF-8",
        ),
        (
            b"PNG\n\0\0",
            (
                "2:1 content/encoding: this is not a text file: it holds zero bytes\n"
                "    Save it as plain text, in UTF-8"
            ),
        ),
        (
            b"---\n" + b"#" * (LARGEST_FRONT_MATTER + 1) + b"\n---\n",
            (
                "2:1 content/size: the front matter is longer than 65,536 characters\n"
                "    Move the text below the second line of dashes"
            ),
        ),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, problems: str) -> None:
    """One problem, and no parts."""
    parts, found = apart(data)
    assert (parts, found.startswith(problems)) == (None, True), found


def test_control_characters_become_spaces() -> None:
    """With a warning, content/characters, for the first of them."""
    assert apart("---\ntitle: Ra\x0bids\n---\nčTe\x07xt\x9d.".encode()) == (
        Parts(front="title: Ra ids\n", front_line=2, body="čTe xt .", body_line=4),
        (
            "2:10 content/characters (warning): the control character U+000B cannot be shown; "
            "a space takes its place\n    Remove it"
        ),
    )
