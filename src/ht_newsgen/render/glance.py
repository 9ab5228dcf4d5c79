"""A glance at a finished page: whether it could load or send anything elsewhere at all.

Every page is looked at, and hardly one does: so what cannot is told in a fraction of the time that
`requests.py` and `forms.py` take to search it. A glance may be wrong about what could, and is never
wrong about what could not (tests/properties/test_glances.py). It looks at bytes, since letters
beyond ASCII are part of no mark-up.
"""

from functools import lru_cache

from ht_newsgen.kit.patterns import regex
from ht_newsgen.render.forms import SENDING_TAGS
from ht_newsgen.render.requests import LOADING_TAGS, tags_named

_TAGS = regex(
    (
        tags_named((*LOADING_TAGS, *SENDING_TAGS)) + r"""(?:[^"'<>]++|"[^"<>]*+"|'[^'<>]*+')*+>?+"""
    ).encode()
)
"""Tags that load or send. One that does not end with `>` here is broken, or an attribute holds a
`<` or `>`; in most mark-up that is `&lt;` or `&gt;`."""
_STYLES = regex(rb"\((?<=[Uu][Rr][Ll]\()"), regex(rb"@[Ii][Mm][Pp][Oo][Rr][Tt]")
"""By which a style loads. Two patterns, since one with a choice would not run from one sign to the
next, and take ten times as long."""
_ACTION = regex(rb"""[Aa][Cc][Tt][Ii][Oo][Nn]\s*+=\s*+(?!["']?/[^/&])""")
"""Where a form is sent, unless the address begins with one slash, which is ours."""
_SENDERS = tuple(case(name[0]).encode() for name in SENDING_TAGS for case in (str, str.upper))
"""With one of these begins the name of a tag that sends."""


def may_lead_elsewhere(page: bytes, base_url: str) -> bool:
    """Whether `requests_elsewhere` or `forms_elsewhere` could find something in this HTML."""
    ours = base_url.encode()
    return any(_could(tag, ours) for tag in _TAGS.findall(page)) or any(
        style.search(page) for style in _STYLES
    )


@lru_cache
def _could(tag: bytes, ours: bytes) -> bool:
    """Whether this tag could; remembered, since nearly all are the same on every page."""
    return (
        tag[-1:] != b">"
        or tag.count(b"//") > tag.count(ours)
        or (tag.startswith(_SENDERS, 1) and _ACTION.search(tag) is not None)
    )
