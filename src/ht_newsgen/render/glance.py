"""A glance at a finished page: whether it could load or send anything elsewhere at all.

Every page is looked at, and hardly one does: so what cannot is told in a quarter of the time that
`requests.py` and `forms.py` take to search it. A glance may be wrong about what could, and is never
wrong about what could not (tests/properties/test_glances.py). It looks at bytes, since letters
beyond ASCII are part of no mark-up.
"""

from ht_newsgen.kit.patterns import regex
from ht_newsgen.render.requests import LOADING_TAGS

_SLASHES = regex(rb"//")
_LOADS = regex(rb"<(?:%s)|@import|url\(" % "|".join(LOADING_TAGS).encode())
"""In small letters: to make them small is quicker than not to care."""
_OPEN = regex(rb"""=\s*+(?:"[^">]*+>|'[^'>]*+>)""")
"""An attribute that holds a `>`, which ends no tag then; most mark-up has `&gt;` there."""
_SENDS = regex(
    rb"<[BFIbfi](?:[Uu][Tt][Tt][Oo][Nn]|[Oo][Rr][Mm]|[Nn][Pp][Uu][Tt])\b[^>]*?"
    rb"""[Aa][Cc][Tt][Ii][Oo][Nn]\s*+=\s*+(?!["']?/[^/&])"""
)
"""A form, unless it is sent to an address that begins with one slash, which is ours. A pattern that
begins with one character alone runs from one to the next; with a choice it would not."""
_HOLDING = regex(
    rb"<(?:[Bb][Uu][Tt][Tt][Oo][Nn]|[Ff][Oo][Rr][Mm]|[Ii][Nn][Pp][Uu][Tt])\b[^>]*"
    rb"""=\s*+(?:"[^">]*+>|'[^'>]*+>)"""
)
"""A control with an attribute that holds a `>`."""


def may_load(page: bytes, base_url: str) -> bool:
    """Whether `requests_elsewhere` could find something in this HTML.

    That is two slashes which do not begin an address of ours, in a tag that loads or after the
    words by which a style does.
    """
    ours = base_url.encode()
    scheme = ours.find(b"//")
    leads_elsewhere = False
    for slashes in _SLASHES.finditer(page):
        at = slashes.start()
        if not page.startswith(ours, max(at - scheme, 0)):
            leads_elsewhere = True
            before = page[page.rfind(b">", 0, at) + 1 : at]
            if _LOADS.search(before.lower()):
                return True
    return leads_elsewhere and _OPEN.search(page) is not None


def may_send(page: bytes) -> bool:
    """Whether `forms_elsewhere` could find something in this HTML."""
    return _SENDS.search(page) is not None or _HOLDING.search(page) is not None
