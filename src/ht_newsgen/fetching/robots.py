"""What a host lets programs ask for: `/robots.txt`, as RFC 9309 reads it."""

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

from ht_newsgen.kit.patterns import regex

AGENT = "ht-newsgen"
LARGEST = 500 * 1024
"""Bytes that are read of it (section 2.5)."""
LONGEST_DELAY = 10.0
"""Seconds between two requests (`Crawl-delay`, which is no standard, and meant well)."""

_LINE = regex(r"\s*([A-Za-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?")


class Robots(Struct, frozen=True):
    """What is said to one program."""

    lines: tuple[tuple[bool, str], ...] = ()
    """Whether it may, and the pattern of paths."""
    delay: float = 0.0


def parse_robots(text: str, agent: str = AGENT) -> Robots:
    """What the text says to the program of this name, else to all programs (section 2.2.1)."""
    ours, others = _Group(), _Group()
    group: list[_Group] = []
    naming = False
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        key, value = found[1].lower(), found[2]
        if key == "user-agent":
            group = group if naming else []
            naming = True
            name = value.lower().partition("/")[0].strip()
            group += [ours] if name == agent else [others] if name == "*" else []
            continue
        naming = False
        for one in group:
            one.take(key, value)
    # Who is named is not to look at what is said to all others, not even if nothing is said.
    chosen = ours if ours.named else others
    return Robots(lines=tuple(chosen.lines), delay=chosen.delay)


class _Group:
    def __init__(self) -> None:
        self.lines: list[tuple[bool, str]] = []
        self.delay = 0.0
        self.named = False

    def take(self, key: str, value: str) -> None:
        self.named = True
        if key in ("allow", "disallow") and value:
            self.lines.append((key == "allow", value))
        elif key == "crawl-delay" and re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", value):
            self.delay = min(float(value), LONGEST_DELAY)


def may_ask(robots: Robots, path: str) -> bool:
    """Whether this path, with its query, may be asked for (section 2.2.2).

    The longest pattern decides, and of two that are as long the one that allows.
    """
    path = _plain(path) or "/"
    matching = [(len(pattern), may) for may, pattern in robots.lines if _matches(pattern, path)]
    return max(matching, default=(0, True))[1]


def _matches(pattern: str, path: str) -> bool:
    whole = pattern.endswith("$")
    parts = _plain(pattern.removesuffix("$")).split("*")
    at = len(parts[0])
    if not path.startswith(parts[0]):
        return False
    return _rest_matches(parts[1:], path, at, whole=whole)


def _rest_matches(parts: Iterable[str], path: str, at: int, *, whole: bool) -> bool:
    """Whether the pieces between stars follow each other in the path from there on."""
    pieces = list(parts)
    if not pieces:
        return not whole or at == len(path)
    for piece in pieces[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = pieces[-1]
    if whole:
        return path.endswith(last) and len(path) - len(last) >= at
    return path.find(last, at) >= 0


def _plain(path: str) -> str:
    """The path in one spelling of its percent-encoding."""
    return quote(unquote_to_bytes(path), safe="/-._~!$&'()*+,;=:@?%")
