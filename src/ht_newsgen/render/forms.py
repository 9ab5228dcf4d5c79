"""Where the forms of a page would send what a reader types.

Bodies hold no forms, since they are sanitised; a section with `trusted_html` or a template of the
site could. The one form that may lead elsewhere is the one its page's view names.
"""

import html
import re

from ht_newsgen.kit.patterns import regex

_ACTION = regex(
    r"""<(?:form|button|input)\b[^>]*?\s(?:form)?action\s*=\s*"""
    r"""(?:"\s*([^"]*)"|'\s*([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_ELSEWHERE = regex(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|[A-Za-z][A-Za-z0-9+.-]*:")


def forms_elsewhere(text: str, base_url: str, allowed: str = "") -> tuple[str, ...]:
    """The addresses, in their order, to which forms of this page would be sent.

    Left out are those below `base_url`, and the one that is `allowed`, letter by letter.
    """
    found = [
        html.unescape(one[1] or one[2] or one[3] or "").strip() for one in _ACTION.finditer(text)
    ]
    return tuple(
        url
        for url in found
        if _ELSEWHERE.match(url) and not url.startswith(base_url) and url != allowed
    )
