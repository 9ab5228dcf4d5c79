"""A file taken apart: front matter above, text below.

Front matter stands between a line `---` and a line `---` or `...`, at the beginning of the file;
a byte-order mark and empty lines before it do no harm. All line ends become
line feeds.
"""

import re
from codecs import BOM_UTF8
from contextlib import suppress

from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Mend
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CHARACTERS, DELIMITERS, EMPTY, ENCODING, SIZE

LARGEST_FRONT_MATTER = 64 * 1024
"""Characters."""

EXAMPLE = say(
    'Begin the file with a line ---, then title: "…" and date: 2018-02-19, then a line ---'
)


class Parts(Struct, frozen=True, kw_only=True):
    """What a file consists of."""

    front: str | None
    """The YAML, without the lines of dashes; None when the file has no front matter."""
    front_line: int = 1
    """The line of the file on which the front matter begins, counted from 1."""
    body: str
    body_line: int = 1


_OPENING = regex(r"(?:[ \t]*\n)*---[ \t]*(?:\n|\Z)")
# With a line feed in the place of `^`, which would be tried at every character.
_CLOSING = regex(r"\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
_FIRST_LINE = regex(r"(?:[ \t]*\n)*([^\n]*)")
_ALMOST_DASHES = regex(r"[-‐-―−_*=~]{1,10}\s*")
_TOML_LINE = regex(r"^[ \t]*([A-Za-z_][\w-]*)[ \t]*=[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_KEY_LINE = regex(r"(?:title|date|slug|layout)\s*:.*", re.IGNORECASE)
_CONTROL = regex("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 127])
# What YAML takes for the end of a line and no text editor does; it would shift all places.
_ODD_BREAKS = "\x85\u2028\u2029"
_MAYBE_ODD = (b"\xc2", b"\xef", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
"""With one of these begins in UTF-8 whatever stands in the two above, and is not of ASCII."""


def take_apart(data: bytes, notes: Notes) -> Parts | None:
    """The parts of a file, or None when it is no text or its front matter has no beginning or end.

    Problems: `content/empty`, `content/encoding`, `content/characters`,
    `front-matter/delimiters`, `content/size`.
    """
    text = decode(data, notes)
    if text is None:
        return None
    if not text.strip():
        notes.add(EMPTY, None, say("this file is empty"), EXAMPLE)
        return None
    opening = _OPENING.match(text)
    if opening is None:
        return _without_front_matter(text, notes)
    start = opening.end()
    front_line = text.count("\n", 0, start) + 1
    closing = _CLOSING.search(text, start - 1)
    if closing is None:
        notes.add(
            DELIMITERS,
            (max(1, front_line - 1), 1),
            say("the front matter that begins here is never closed"),
            say("Write a line --- between the front matter and the text"),
        )
        return None
    front = text[start : closing.start() + 1]
    if len(front) > LARGEST_FRONT_MATTER:
        message = say(
            "the front matter is longer than {most} characters",
            most=LARGEST_FRONT_MATTER,
        )
        notes.add(
            SIZE, (front_line, 1), message, say("Move the text below the second line of dashes")
        )
        return None
    return Parts(
        front=front,
        front_line=front_line,
        body=text[closing.end() + 1 :],
        body_line=front_line + front.count("\n") + 1,
    )


def below(text: str) -> tuple[str, int]:
    """The text below the front matter, and its line; for a file that can be taken apart."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    if opening is None:
        return text, 1
    closing = _CLOSING.search(text, opening.end() - 1)
    if closing is None:
        return "", 1
    return text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2


def decode(data: bytes, notes: Notes) -> str | None:
    """The text of a file with line feeds at the ends of its lines, or None when it is not UTF-8.

    Control characters become spaces. Problems: `content/encoding`, `content/characters`.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.add(ENCODING, (1, 1), say("this file is UTF-16"), say("Save it as UTF-8"))
        return None
    data = data.removeprefix(BOM_UTF8)
    if b"\0" in data:
        before = data[: data.index(b"\0")].decode("utf-8", "replace")
        notes.add(
            ENCODING,
            _place_after(before),
            say("this is not a text file: it holds zero bytes"),
            say("Save it as plain text, in UTF-8"),
        )
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        _explain_bytes(data, error, notes)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    has_controls = len(data.translate(None, _CONTROL_BYTES)) != len(data)
    if not has_controls and not any(begin in data for begin in _MAYBE_ODD):
        return text
    for odd in _ODD_BREAKS:
        text = text.replace(odd, " ")
    found = _CONTROL.search(text)
    if found is None:
        return text
    notes.add(
        CHARACTERS,
        _place_after(text[: found.start()]),
        say(
            "the control character U+{found} cannot be shown; a space takes its place",
            found=f"{ord(found[0]):04X}",
        ),
        say("Remove it"),
        (Mend(*_place_after(text[: found.start()]), found[0], ""),),
    )
    return _CONTROL.sub(" ", text)


def _place_after(before: str) -> tuple[int, int]:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _explain_bytes(data: bytes, error: UnicodeDecodeError, notes: Notes) -> None:
    start = error.start
    before = data[:start].decode("utf-8", "replace")
    byte = data[start : start + 1]
    advice = say("Save the file as UTF-8")
    with suppress(UnicodeDecodeError):
        advice = say(
            "Save the file as UTF-8; it seems to be Windows-1250, in which this is “{letter}”",
            letter=byte.decode("cp1250"),
        )
    notes.add(
        ENCODING,
        _place_after(before),
        say("the byte 0x{hex} is not UTF-8", hex=byte.hex().upper()),
        advice,
    )


def _without_front_matter(text: str, notes: Notes) -> Parts | None:
    """A file that does not begin with `---`: a note without front matter, or a slip."""
    first = _FIRST_LINE.match(text)
    assert first is not None
    line = text.count("\n", 0, first.start(1)) + 1
    start = first[1].rstrip()
    if start == "+++":
        notes.add(
            DELIMITERS,
            (line, 1),
            say("this front matter is TOML; YAML is read here"),
            _mended_toml(text),
        )
        return None
    if start.startswith("{") and text.lstrip().startswith(("{\n", '{"', '{ "')):
        notes.add(
            DELIMITERS, (line, 1), say("this front matter is JSON; YAML is read here"), EXAMPLE
        )
        return None
    if _ALMOST_DASHES.fullmatch(start) and _CLOSING.search(text, first.end()):
        notes.add(
            DELIMITERS,
            (line, 1),
            say("front matter begins with ---; this is {start}", start=start),
            say("Write the line as: ---"),
            (Mend(line, 1, first[1], "---"),),
        )
        return None
    if _KEY_LINE.fullmatch(start) and re.match(
        r"(?:title|date|slug|layout)\b", start, re.IGNORECASE
    ):
        notes.add(
            DELIMITERS,
            (line, 1),
            say("the line --- before the front matter is missing"),
            say("Write a line --- above this one, and another below the last key"),
        )
        return None
    return Parts(front=None, body=text)


def _mended_toml(text: str) -> Sentence:
    found = _TOML_LINE.search(text, 0, 5_000)
    if found is None:
        return say("Put --- in place of +++, and a colon in place of each =")
    return say(
        "Put --- in place of +++, and a colon in place of each =; write the first line as: {line}",
        line=f"{found[1]}: {found[2]}",
    )
