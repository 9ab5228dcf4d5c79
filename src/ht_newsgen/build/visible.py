"""Somebody's text on a terminal: nothing in it acts, and a caret stands under the right cell."""

import unicodedata

TAB_STOP = 4
JOINERS = "\u200c\u200d\u00ad"
"""Format characters that ordinary text needs (Persian, emoji, hyphenation); they take no room."""


def visible(text: str) -> str:
    """The text on one line, with each character that could steer a terminal shown, not sent.

    Escape sequences, C1 controls and bidirectional overrides (as in CVE-2021-42574) are named.
    """
    return "".join(map(shown, text))


def cells(text: str) -> int:
    """How many columns of a monospaced terminal the (visible) text takes; see UAX #11."""
    return sum(map(cell_width, text))


def point_at(line: str, column: int, width: int = 96) -> tuple[str, int]:
    """The line as it is shown, and how many cells stand before its `column` (counted from 1).

    A line wider than `width` is shown as a window around the column, with "…" where it is cut.
    Column 0 points nowhere: the beginning of the line is shown.
    """
    index = min(max(column - 1, 0), len(line))
    # A window never needs more than this, however long the line is.
    first, last = max(index - width, 0), min(index + width, len(line))
    pieces = expanded(line[first:last])
    before = pieces[: index - first]
    after = pieces[index - first :]
    if first == 0 and last == len(line) and cells("".join(pieces)) <= width:
        return "".join(pieces).rstrip(), cells("".join(before))
    # With nothing much on one side, the other may have its room.
    room = width - min(width // 3, cells("".join(after)))
    head = "".join(fitting(before[::-1], room)[::-1])
    cut_before = first > 0 or len(head) < len("".join(before))
    room = width - cells(head)
    tail = "".join(fitting(after, room))
    cut_after = last < len(line) or len(tail) < len("".join(after))
    text = ("…" if cut_before else "") + head + (tail + "…" if cut_after else tail.rstrip())
    return text, cells(head) + cut_before


def fitting(pieces: list[str], room: int) -> list[str]:
    """As many of the first pieces as fit."""
    taken = 0
    for count, piece in enumerate(pieces):
        taken += cells(piece)
        if taken > room:
            return pieces[:count]
    return pieces


def expanded(line: str) -> list[str]:
    """Each character as it is shown, tabs as spaces up to the next stop."""
    pieces: list[str] = []
    at = 0
    for char in line:
        piece = " " * (TAB_STOP - at % TAB_STOP) if char == "\t" else shown(char)
        pieces.append(piece)
        at += cells(piece)
    return pieces


def shown(char: str) -> str:
    """One character, made visible if it is none that shows."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # Control Pictures: ␛ for Escape
    if code == 0x7F:
        return "␡"
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in JOINERS:
        return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return char


def cell_width(char: str) -> int:
    """0, 1 or 2 columns."""
    if char.isascii():
        return 1
    # Vowels and finals of Hangul join the consonant before them.
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
