"""HTML that people wrote themselves, made valid where that can be done without a doubt.

Sanitised HTML is balanced, but an attribute may still have a value that means nothing, and an
element may stand where it has no place (HTML Living Standard, section 3.2.5, Content models).
"""

import re

from ht_newsgen.kit.patterns import regex
from ht_newsgen.reading.languages import canonical_language
from ht_newsgen.reading.sanitise import VOID, WITHIN_A_LINE

_TAG_TO_MEND = regex(r'<[a-z0-9]+ [^>]*?\b(?:colspan|dir|id|lang|rowspan|start)="[^>]*>')
_ATTRIBUTE = regex(r' (colspan|dir|id|lang|rowspan|start)="([^"]*)"')
_TAG = regex(r"<(/?)([a-z0-9]+)")

_PARENTS = {
    "dd": {"dl"},
    "dt": {"dl"},
    "figcaption": {"figure"},
    "li": {"ol", "ul"},
}
"""Elements that stand directly in certain others only."""
_CHILDREN = {"dl": {"dd", "div", "dt"}, "ol": {"li"}, "ul": {"li"}}
"""Elements that hold certain others only."""
_LINES = WITHIN_A_LINE - {"a", "del", "ins"} | {"h2", "h3", "h4", "h5", "h6", "p", "pre"}
"""Elements that hold nothing but words and what marks words."""


def mended(html: str) -> str:
    """The HTML without attributes whose value means nothing."""
    return _TAG_TO_MEND.sub(lambda tag: _ATTRIBUTE.sub(_mended_attribute, tag[0]), html)


def _mended_attribute(found: re.Match[str]) -> str:
    name, value = found[1], found[2]
    match name:
        case "lang":
            tag = canonical_language(value)
            return f' lang="{tag}"' if tag else ""
        case "dir":
            fits = value in ("ltr", "rtl", "auto")
        case "id":
            fits = bool(value) and not re.search(r"\s", value)
        case "start":
            fits = bool(re.fullmatch(r"-?[0-9]{1,9}", value, re.ASCII))
        case _:
            fits = bool(re.fullmatch(r"[1-9][0-9]{0,2}", value, re.ASCII))
    return found[0] if fits else ""


def find_misplaced(html: str) -> tuple[str, str] | None:
    """The first element that has no place where it stands, and the one around it, if any."""
    above: list[str] = []
    for closing, name in _TAG.findall(html):
        if closing:
            above.pop()
            continue
        parent = above[-1] if above else ""
        if not _fits(name, parent, above):
            return name, parent
        if name not in VOID:
            above.append(name)
    return None


def _fits(name: str, parent: str, above: list[str]) -> bool:
    if name in _PARENTS and parent not in _PARENTS[name]:
        return name in ("dd", "dt") and parent == "div" and above[-2:-1] == ["dl"]
    if parent in _CHILDREN and name not in _CHILDREN[parent]:
        return False
    return parent not in _LINES or name in WITHIN_A_LINE or name in VOID
