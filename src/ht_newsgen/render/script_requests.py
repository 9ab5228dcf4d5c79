"""What a script names on other hosts, which it could fetch, import or load from there.

The policy of a page forbids it (CSP level 3, `connect-src`), to browsers that obey one.
No script is run to find out: an address on another host is a string that says so, and our
scripts take theirs from the page.
"""

import re

from ht_newsgen.kit.patterns import regex

_TOKEN = regex(
    r"/\*.*?(?:\*/|\Z)|//[^\n]*"
    r"|\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\\\n]|\\.)*)'"
    r"|`(?P<template>(?:[^`\\]|\\.)*)`",
    re.DOTALL,
)
"""Comments, which name what they like, and strings (ECMAScript, sections 12.4 and 12.9.4)."""
_ELSEWHERE = regex(r"\s*((?:(?:https?|wss?):)?//[\w\[][^\s\"'`]*)", re.IGNORECASE)
_NAMESPACES = "http://www.w3.org/"
"""Names of XML vocabularies, which nobody fetches."""


def script_requests(text: str, base_url: str) -> tuple[str, ...]:
    """The addresses on other hosts that strings of the script begin with, in their order.

    Addresses below `base_url` are ours.
    """
    found = []
    for token in _TOKEN.finditer(text):
        string = next(filter(None, token.groups()), "").replace("\\/", "/")
        address = _ELSEWHERE.match(string)
        if address and not address[1].startswith((base_url, _NAMESPACES)):
            found.append(address[1])
    return tuple(found)
