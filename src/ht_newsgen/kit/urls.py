"""Addresses: from a path in the site to an href, an absolute URL, a file (RFC 3986).

A *path* here is relative to the root of the site, without a leading slash: `flash/2018/raids/`.
`base_url` is absolute and ends with a slash; the site may live below the root of its host.
"""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from ht_newsgen.kit.patterns import regex

SAFE = "/-._~!$&'()*+,;=:@"
"""What RFC 3986, section 3.3, lets stand in a path unescaped."""
_PLAINLY = regex(r"[A-Za-z0-9/._~-]*")
"""Most paths; nothing in them wants encoding."""
_WRITTEN = regex(r'https?://[^\s\x00-\x1f<>"\\^`{|}]+')
_AT_THE_END = ")].,;:!?*_'"
_PLAIN_URL = regex(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?:/[A-Za-z0-9/._~%?&=#+-]*)?")
"""Most addresses: a host in plain letters, no port, and nothing that a parser must look at."""
_NOT_IN_URLS = regex(r'[\s\x00-\x1f<>"\\^`{|}]')


def quote_path(path: str) -> str:
    """The path, percent-encoded as UTF-8; what is encoded already is encoded once more."""
    return path if _PLAINLY.fullmatch(path) else quote(path, safe=SAFE)


def base_path(base_url: str) -> str:
    """Where the site lives on its host: `/`, or `/newsroom/`."""
    return urlsplit(base_url).path or "/"


def host(base_url: str) -> str:
    """The host of an absolute URL in lower case, without port or credentials; "" without one."""
    plain = _PLAIN_URL.fullmatch(base_url)
    return plain[1] if plain else urlsplit(base_url).hostname or ""


def href(base_url: str, path: str) -> str:
    """A link to the path from any page of the site."""
    return base_path(base_url) + quote_path(path)


def absolute(base_url: str, path: str) -> str:
    """The path as an absolute URL."""
    return base_url + quote_path(path)


def is_http_url(text: str) -> bool:
    """Whether this is an absolute http or https URL with a host, and nothing a URL cannot hold."""
    if _PLAIN_URL.fullmatch(text):
        return True
    if _NOT_IN_URLS.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def urls_in(text: str) -> Iterator[str]:
    """Every http and https address that a text may hold, with and without what ends its sentence.

    `see https://a.example/b).` gives `https://a.example/b).`, `…/b)` and `…/b`: which of them was
    meant cannot be told from the text alone, but whoever looks for one of them finds it.
    """
    for found in _WRITTEN.finditer(text):
        url = found[0].replace("&amp;", "&")
        yield url
        while url[-1] in _AT_THE_END:
            url = url[:-1]
            yield url


def output_path(permalink: str) -> str:
    """The file that answers for a permalink: `a/b/` → `a/b/index.html`, `old.html` itself."""
    return f"{permalink}index.html" if permalink.endswith("/") or not permalink else permalink
