"""What a page has in a preview beyond what will be published: a script, and a bar about mistakes.

The built page is left as it is: additions are made to what is sent. Its policy lets no script ask
for anything (CSP level 3), so here it is loosened for this server, and no further.
"""

import re
from html import escape, unescape

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.patterns import regex

HOME = "/_serve/"
"""Where the server's own files are, beside the site."""

_POLICY = regex(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE)
_STYLESHEET = regex(r'(<link\b[^>]*\brel="stylesheet"[^>]*?\bhref=")([^"]*)(")', re.IGNORECASE)


def stylesheets(html: str) -> tuple[str, ...]:
    """The addresses of the stylesheets that a page names."""
    return tuple(unescape(found[2]) for found in _STYLESHEET.finditer(html))


def state_of(html: str, bar: str = "") -> str:
    """A digest of a page without the addresses of its stylesheets.

    While it stays the same, an open page need not be loaded anew: it takes the new stylesheets.
    """
    return digest((_STYLESHEET.sub(r"\1\3", html) + bar).encode())


def added_to(html: str, state: str, bar: str = "") -> str:
    """The page as it is sent: it reloads itself when its state is no longer this one."""
    html = _POLICY.sub(_with_loosened_policy, html)
    # Not deferred: the page is there before this script is, which it need not wait for.
    script = f'<script src="{HOME}reload.js" data-state="{state}" async></script>\n'
    style = f'<link rel="stylesheet" href="{HOME}serve.css">\n' if bar else ""
    return _before("</body>", bar, _before("</head>", style + script, html))


def _with_loosened_policy(found: re.Match[str]) -> str:
    return found[1] + escape(loosened(unescape(found[2])), quote=False) + found[3]


def loosened(policy: str) -> str:
    """The policy, with scripts and connections to this server allowed beside what it allows."""
    directives = [part.split() for part in policy.split(";") if part.strip()]
    sources = {name.lower(): values for name, *values in directives}
    for name in ("script-src", "connect-src"):
        already = [one for one in sources.pop(name, []) if one not in ("'none'", "'self'")]
        sources[name] = ["'self'", *already]
    return "; ".join(" ".join((name, *values)) for name, values in sources.items())


def bar_of(sentence: str, *, error: bool = True) -> str:
    """The bar at the foot of a page that says that something is wrong, with a link to what."""
    hue = "error" if error else "warning"
    return (
        f'<aside class="newsgen-bar newsgen-{hue}" aria-label="ht-newsgen">'
        f'<a href="{HOME}problems">{escape(sentence)}</a></aside>\n'
    )


def _before(mark: str, addition: str, html: str) -> str:
    """The page with an addition before the last such tag, or at its end when it has none."""
    head, found, tail = html.rpartition(mark)
    return f"{head}{addition}{found}{tail}" if found else html + addition
