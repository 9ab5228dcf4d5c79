"""Links in a text: of an address that a URL can hold, and marked when they lead elsewhere."""

import re
from html import escape, unescape

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.urls import host, is_http_url
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import LINK
from ht_newsgen.reading.sanitise import SCHEMES

_LINK = regex(r'<a ([^>]*?)href="([^"]*)"([^>]*)>')
_HREF = regex(r"""<a\s[^>]*?href=["']([^"']*)""")
_NEVER = r"[\s<>\"\\^`{|}\x00-\x1f]|%(?![0-9A-Fa-f]{2})"
_NOT_IN_URLS = regex(_NEVER)
_NOT_IN_PATHS = regex(rf"[\[\]]|{_NEVER}")
"""Brackets may only stand around an address of IPv6 (RFC 3986, section 3.2.2)."""
_PLAIN = regex(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?:/[A-Za-z0-9/._~?=+-]*)?")
"""Most addresses: with a host in plain letters, and nothing that is written in another way."""
_OUTSIDE = ' rel="noopener noreferrer external"'
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*:")


def with_links(html: str, source: BodySource, notes: Notes) -> str:
    """Sanitised HTML with its links put right. Problems: `body/link`."""
    if "<a " not in html:
        return html
    own = host(source.base_url)
    return _LINK.sub(lambda found: _linked(found, source, own, notes), html)


def _linked(found: re.Match[str], source: BodySource, own: str, notes: Notes) -> str:
    """A link with an address that a URL can hold; to hosts other than our `own` with `rel`."""
    before, written, after = found.groups()
    if plain := _PLAIN.fullmatch(written):
        return f'<a {before}href="{written}"{after}{_OUTSIDE if plain[1] != own else ""}>'
    href = unescape(written)
    odd = _NOT_IN_URLS if "://[" in href else _NOT_IN_PATHS
    address = odd.sub(lambda char: f"%{ord(char[0]):02X}", href.strip())
    if address.count("#") > 1:
        path, _, fragment = address.partition("#")
        address = f"{path}#{fragment.replace('#', '%23')}"
    rel = ""
    if address.lower().startswith(("http://", "https://", "//")):
        whole = f"https:{address}" if address.startswith("//") else address
        if not is_http_url(whole):
            notes.add(
                LINK,
                source.place_of(href),
                say("{href} is no web address", href=href[:80] or "nothing"),
                say("Write it in full, beginning with https://"),
            )
        elif host(whole) != own:
            rel = _OUTSIDE
    elif not address.startswith(("/", "#")) and not _SCHEME.match(address):
        notes.add(
            LINK,
            source.place_of(f"]({href}"),
            say("the link to `{href}` depends on the page that shows it", href=href[:80]),
            say("Begin it with / for a page of this site, with https:// for another"),
        )
    return f'<a {before}href="{escape(address)}"{after}{rel}>'


def note_lost_links(raw: str, source: BodySource, notes: Notes) -> None:
    """Links whose address the sanitiser took away: no web address, or a scheme like javascript."""
    for written in _HREF.findall(raw):
        href = unescape(written).strip()
        scheme = _SCHEME.match(href)
        name = scheme[0][:-1].lower() if scheme else ""
        if not name or (name in SCHEMES and (not name.startswith("http") or is_http_url(href))):
            continue
        notes.add(
            LINK,
            source.place_of(href),
            say("the link to `{href}` is taken out", href=href[:80]),
            say("Links lead to https:, http:, mailto: and tel: addresses"),
        )
