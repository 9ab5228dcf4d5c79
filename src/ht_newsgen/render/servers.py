"""What servers are told.

`_headers` and `_redirects` are read by Netlify and Cloudflare Pages; `gone.txt` is for a server
that can answer 410 for what was withdrawn (RFC 9110, section 15.5.11).
"""

from ht_newsgen.kit.text import one_line
from ht_newsgen.kit.urls import quote_path
from ht_newsgen.model.config import TextMining
from ht_newsgen.pages.views.machine import GoneView, HeadersView, RedirectsView

_NOWHERE = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""Powers of a browser that no page of a newsroom needs."""

_TYPES = (
    ("rss.xml", "application/xml; charset=utf-8"),
    ("atom.xml", "application/xml; charset=utf-8"),
    ("feed.json", "application/feed+json; charset=utf-8"),
)
"""Of the feeds. A browser shows XML by its stylesheet only when it is told that it is XML: Chromium
shows `application/rss+xml` as source, Firefox saves it. Feed readers look at what is inside."""

POLICY = "Content-Security-Policy"
_FOR_EVER = "public, max-age=31536000, immutable"


def render_headers(view: HeadersView) -> bytes:
    """Headers for every page, for files whose names carry a fingerprint, and for feeds.

    `frame-ancestors` is added to the policy, since it does not work in a `<meta>` (CSP Level 3,
    section 6.4.2). Where another policy holds, that for everything is taken off first: a browser
    obeys all that it gets, and Cloudflare would send both (`! NAME`). Netlify sends only the one
    of the longer path, and passes over that line with a warning. HSTS stays with this host: what
    its siblings do is not ours to say.
    """
    everywhere = (
        (POLICY, _unframed(view.content_security_policy)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(f"{power}=()" for power in _NOWHERE)),
        ("Referrer-Policy", "no-referrer"),
        ("Strict-Transport-Security", "max-age=31536000"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        *_reservation(view.text_mining),
    )
    base = _pattern(view.base_path)
    rules = [_rule(f"{base}*", *everywhere)]
    rules += [
        _rule(
            f"{base}{_pattern(path)}*",
            (f"! {POLICY}", ""),
            (POLICY, _unframed(view.search_policy)),
        )
        for path in view.search_paths
    ]
    rules += [
        _rule(f"{base}{folder}/*", ("Cache-Control", _FOR_EVER)) for folder in ("assets", "media")
    ]
    for name, media_type in _TYPES:
        rules += [
            _rule(f"{base}{path}", ("Content-Type", media_type)) for path in (name, f"*/{name}")
        ]
    rules.append(_rule(f"{base}feeds.opml", ("Content-Type", "text/x-opml; charset=utf-8")))
    return "\n".join(rules).encode()


def render_redirects(view: RedirectsView) -> bytes:
    """One permanent redirect a line: from, to, status."""
    base = _pattern(view.base_path)
    return "".join(
        f"{base}{_pattern(quote_path(redirect.path))}"
        f" {base}{_pattern(quote_path(redirect.target))} 301\n"
        for redirect in view.redirects
    ).encode()


def render_gone(view: GoneView) -> bytes:
    """One path a line; its addresses hold no line breaks, being percent-encoded."""
    return "".join(f"{one_line(path)}\n" for path in view.paths).encode()


def _rule(path: str, *headers: tuple[str, str]) -> str:
    """A path with its headers below it; one without a value is a line by itself."""
    lines = (f"{name}: {one_line(value)}" if value else name for name, value in headers)
    return path + "\n" + "".join(f"  {line}\n" for line in lines)


def _reservation(mining: TextMining) -> tuple[tuple[str, str], ...]:
    """TDM Reservation Protocol, the headers; nothing is said where nothing is reserved."""
    if not mining.reserved:
        return ()
    policy = (("TDM-Policy", mining.policy),) if mining.policy else ()
    return (("TDM-Reservation", "1"), *policy)


def _unframed(policy: str) -> str:
    """The policy, which also lets no other site show ours in a frame."""
    parts = [part.strip() for part in policy.split(";") if part.strip()]
    if not any(part.startswith("frame-ancestors") for part in parts):
        parts.append("frame-ancestors 'none'")
    return "; ".join(parts)


def _pattern(path: str) -> str:
    """A path in which nothing stands for more than itself: `*` and `:name` would."""
    return path.replace("*", "%2A").replace(":", "%3A")
