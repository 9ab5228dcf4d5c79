"""Stylesheets of the theme: several files to write, one file to fetch.

`@import url("css/base.css") layer(base);` is replaced by what that file holds, and the relative
addresses in `url()` by those of the published files, whose names carry fingerprints. Comments
and the space around lines are left out. The grammar is that of CSS Syntax Level 3, as far as
needed to tell code from strings and comments.
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from msgspec import Struct

from ht_newsgen.errors import ThemeBroken
from ht_newsgen.kit.patterns import regex

_STRING = r'"(?:[^"\\\n]|\\.)*"' + r"|'(?:[^'\\\n]|\\.)*'"
_TOKEN = regex(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    rf"|@import\s+(?:url\(\s*)?(?P<sheet>{_STRING}|(?<=\()[^\s\"'()]+)\s*\)?"
    r"(?P<conditions>[^;{}\"']*);"
    r"|(?P<riddle>@(?:import|charset)\b[^;]*;?)"
    rf"|(?P<string>{_STRING})"
    rf"|(?<![\w-])url\(\s*(?P<address>{_STRING}|[^\s\"'()]+)\s*\)"
    r"|(?P<space>\s{2,}|[^\S \n])",
    re.DOTALL | re.IGNORECASE,
)
"""Among others, white space that is more than a space or a line break; most of it is not."""
_CONDITIONS = regex(
    r"\s*(?P<layer>layer(?:\((?P<name>[^()]*)\))?(?![\w-]))?\s*(?P<media>.*)", re.DOTALL
)
_ELSEWHERE = regex(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Spot(Struct, frozen=True):
    """A place in a stylesheet, and which sheets led there."""

    names: tuple[str, ...]
    """From the published sheet to the one in hand; relative to `static/`."""
    line: int = 1

    def broken(self, message: str) -> ThemeBroken:
        """The error to raise, beginning with file and line."""
        return ThemeBroken(f"static/{self.names[-1]}:{self.line}: {message}")


def imported_sheets(sources: Mapping[str, str]) -> frozenset[str]:
    """The names of all sheets that another one imports, and which are not published themselves."""
    return frozenset(
        _resolved(name, _unquoted(found["sheet"]))
        for name, text in sources.items()
        if "@import" in text.lower()
        for found in _TOKEN.finditer(text)
        if found["sheet"]
    )


def bundle(name: str, sources: Mapping[str, str], published: Mapping[str, str]) -> str:
    """The sheet `name` with all that it imports, and with the addresses of published files.

    `sources` holds every sheet by its name in `static/`, `published` the path in the output of
    every other file. Raises ThemeBroken, naming file and line, for an import that is missing,
    circular or not understood, and for an address that leads nowhere or to another host.
    """
    return _inlined((name,), sources, published).strip() + "\n"


def _inlined(
    names: tuple[str, ...], sources: Mapping[str, str], published: Mapping[str, str]
) -> str:
    """The text of the last of these sheets, as it stands inside the first."""
    text = sources[names[-1]]

    def spot(found: re.Match[str]) -> Spot:
        return Spot(names, text.count("\n", 0, found.start()) + 1)

    def replaced(found: re.Match[str]) -> str:
        if found["space"]:
            return "\n" if "\n" in found["space"] else " "
        if found["comment"]:
            return _trace(found)
        if found["sheet"]:
            return _import(spot(found), found, sources, published)
        if found["address"]:
            return f'url("{_address(spot(found), _unquoted(found["address"]), published)}")'
        if found["riddle"]:
            return _riddle(spot(found), found["riddle"])
        return found[0]

    return re.sub(r"\n\s+", "\n", _TOKEN.sub(replaced, text))


def _import(
    spot: Spot, found: re.Match[str], sources: Mapping[str, str], published: Mapping[str, str]
) -> str:
    """What stands in place of an `@import` (CSS Cascading Level 5, section 2)."""
    wanted = _unquoted(found["sheet"])
    name = _resolved(spot.names[-1], wanted)
    if _ELSEWHERE.match(wanted):
        raise spot.broken(f"`{wanted}` is on another host; a reader's visit must stay with us")
    if name not in sources:
        raise spot.broken(f"`{wanted}` is imported, but there is no static/{name}")
    if name in spot.names:
        circle = " → ".join((*spot.names, name))
        raise spot.broken(f"stylesheets import each other in a circle: {circle}")
    text = _inlined((*spot.names, name), sources, published).strip()
    conditions = _CONDITIONS.fullmatch(found["conditions"])
    assert conditions, "the last group takes whatever the first leaves"
    media = conditions["media"].strip()
    if media.startswith("supports("):
        raise spot.broken(
            "an import with supports() is not understood; write @supports in the file"
        )
    if media:
        text = f"@media {media} {{\n{text}\n}}"
    if conditions["layer"]:
        layer = (conditions["name"] or "").strip()
        text = f"@layer {layer} {{\n{text}\n}}" if layer else f"@layer {{\n{text}\n}}"
    return text


def _address(spot: Spot, address: str, published: Mapping[str, str]) -> str:
    """The address of a file as the published sheet must write it."""
    if address.startswith(("#", "data:")):
        return address
    if _ELSEWHERE.match(address):
        raise spot.broken(f"`{address}` is on another host; a reader's visit must stay with us")
    if address.startswith("/"):
        raise spot.broken(
            f"`{address}` begins at the root of the host, where the site may not be;"
            " write it relative to this file"
        )
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    name = _resolved(spot.names[-1], unquote(path))
    if name not in published:
        raise spot.broken(f"`{address}` is used, but there is no static/{name}")
    here = posixpath.dirname(spot.names[0])
    return quote(posixpath.relpath(published[name], here or "."), safe="/") + mark + rest


def _riddle(spot: Spot, text: str) -> str:
    """Nothing, for an `@charset`: what we publish is UTF-8; an odd import is an error."""
    if text.lower().startswith("@charset"):
        return ""
    raise spot.broken(f"`{text.strip()}` is not understood")


def _trace(comment: re.Match[str]) -> str:
    """What a comment leaves: nothing, or an empty comment where it alone parts two words."""
    before = comment.string[max(0, comment.start() - 1) : comment.start()]
    after = comment.string[comment.end() : comment.end() + 1]
    return "/**/" if before.strip(" \t\n{};,:") and after.strip(" \t\n{};,:") else ""


def _resolved(name: str, address: str) -> str:
    """The name of the file that a sheet means by a relative address."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _unquoted(token: str) -> str:
    """The value of a string, or of an address without quotes (CSS Syntax Level 3, 4.3.7)."""
    if token[0] in "\"'":
        token = token[1:-1]
    return re.sub(r"\\(.)", r"\1", token)
