"""Where the forms of a page would send what a reader types.

Bodies hold no forms, since they are sanitised; a section with `trusted_html` or a template of the
site could. The one form that may lead elsewhere is the one its page's view names.
"""

import html
import re

from ht_newsgen.kit.patterns import regex

SENDING_TAGS = ("button", "form", "input")
_ACTIONS = tuple(
    regex(
        rf"""<(?:{"|".join(SENDING_TAGS)})\b{until}\s(?:form)?action\s*=\s*"""
        r"""(?:"\s*([^"]*)"|'\s*([^']*)'|([^\s"'>]+))""",
        re.IGNORECASE,
    )
    for until in ("[^>]*?", r"""(?:[^"'>]|"[^"]*"|'[^']*')*?""")
)
"""Quotes may hold a `>`, and an apostrophe may be no quote: so it is read either way."""
_ELSEWHERE = regex(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|[A-Za-z][A-Za-z0-9+.-]*:")


def forms_elsewhere(text: str, base_url: str, allowed: str = "") -> tuple[str, ...]:
    """The addresses, in their order, to which forms of this page would be sent.

    Left out are those below `base_url`, and the one that is `allowed`, letter by letter.
    """
    found = {
        one.end(): html.unescape(one[1] or one[2] or one[3] or "").strip()
        for action in _ACTIONS
        for one in action.finditer(text)
    }
    return tuple(
        url
        for _, url in sorted(found.items())
        if _ELSEWHERE.match(url) and not url.startswith(base_url) and url != allowed
    )
