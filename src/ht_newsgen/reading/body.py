"""The text of an item: from Markdown to HTML that can stand on any page."""

import re
from collections import Counter
from html import escape, unescape

import nh3
from msgspec import Struct

from ht_newsgen.kit.text import clean
from ht_newsgen.kit.urls import host, is_http_url
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.excerpts import before_mark, opening, with_ellipsis
from ht_newsgen.reading.limits import find_excess
from ht_newsgen.reading.markdown import Typesetter, make_typesetter, typeset
from ht_newsgen.reading.media import NoPicture, PictureLookup
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import DUPLICATE_ID, HTML, IMAGE, LIMITS, LINK, REMOVED
from ht_newsgen.reading.sanitise import SCHEMES, make_sanitiser
from ht_newsgen.reading.structure import find_misplaced, mended


class Press(Struct, frozen=True):
    """What turns texts into HTML; made once in a process, used for one text after the other."""

    typesetter: Typesetter
    sanitiser: nh3.Cleaner


def make_press() -> Press:
    """A new press."""
    return Press(make_typesetter(), make_sanitiser())


class BodySource(Struct, frozen=True, kw_only=True):
    """A text as it is written, with what must be known to set it."""

    text: str
    line: int
    """Of the file, on which the text begins."""
    prefix: str
    """Sets the ids of footnotes apart from those of other items."""
    base_url: str
    """Links to its host are not links to elsewhere."""
    trusted: bool = False
    """True lets HTML through as it is."""

    def place_of(self, words: str) -> tuple[int, int]:
        """Where in the file these words stand first; the beginning of the text if they do not."""
        index = self.text.find(words) if words else -1
        if index < 0:
            stripped = self.text.lstrip("\n")
            return self.line + len(self.text) - len(stripped), 1
        line = self.text.count("\n", 0, index)
        return self.line + line, index - self.text.rfind("\n", 0, index)


class SetBody(Struct, frozen=True, kw_only=True):
    """A text as it will be shown."""

    html: str = ""
    readable: str = ""
    """The same, sanitised even where the section is trusted: for taking plain text from it."""
    pictures: tuple[Picture, ...] = ()
    before_mark: str = ""
    """The plain text before `<!--more-->`, ending in " …" if something follows; else empty."""


NOTHING_SET = SetBody()


def set_body(source: BodySource, press: Press, pictures: PictureLookup, notes: Notes) -> SetBody:
    """The HTML of a text. Problems: `body/…`; what is wrong is left out of the HTML."""
    if not source.text.strip():
        return NOTHING_SET
    excess = find_excess(source.text)
    if excess is not None:
        notes.add(
            LIMITS,
            (source.line + excess.line, 1),
            f"this text has {excess.what}",
            "Divide it into several items",
        )
        return NOTHING_SET
    try:
        raw = typeset(source.text, press.typesetter, prefix=source.prefix)
    except RecursionError:
        notes.add(
            LIMITS,
            source.place_of(""),
            "this text is nested too deeply",
            "Take lists and quotations out of each other",
        )
        return NOTHING_SET
    _note_removed(raw, source, notes)
    html = (
        _without_odd_characters(raw, source) if source.trusted else _sanitised(raw, source, press)
    )
    if "<" in source.text and not source.trusted:
        html = mended(html)
        _note_misplaced(html, source, notes)
    if "<a>" in html:
        _note_lost_links(raw, source, notes)
    html = _levelled(html)
    html = _ALIGNED.sub(r'\1class="align-\2"', html)
    if "<a " in html:
        html = _LINK.sub(lambda found: _linked(found, source, notes), html)
    html, found = _with_pictures(html, source, pictures, notes)
    _note_duplicate_ids(html, source, notes)
    marked = before_mark(raw)
    excerpt = ""
    if marked is not None:
        excerpt = opening(_sanitised(marked[0], source, press))
        if excerpt and opening(_sanitised(marked[1], source, press)):
            excerpt = with_ellipsis(excerpt)
    html = html.strip()
    readable = _sanitised(html, source, press) if source.trusted else html
    return SetBody(html=html, readable=readable, pictures=found, before_mark=excerpt)


def _sanitised(html: str, source: BodySource, press: Press) -> str:
    html = press.sanitiser.clean(html)
    if ' class=""' in html:
        html = _NO_CLASS.sub(r"\1", html)
    return _without_odd_characters(html, source)


def _without_odd_characters(html: str, source: BodySource) -> str:
    """Numeric references may stand for characters that no page and no feed can hold."""
    return clean(html) if "&#" in source.text else html


_NO_CLASS = re.compile(r'(<[a-z0-9]+(?: [a-z]+="[^"]*")*?) class=""')
"""What is left when none of an element's classes is allowed."""

# -- what was taken out

_TAKEN_OUT = re.compile(
    r"<(applet|audio|button|canvas|embed|form|frame|iframe|input|math|object|script|select|style|"
    r"svg|textarea|video)(?=[\s/>])",
    re.IGNORECASE,
)


def _note_removed(raw: str, source: BodySource, notes: Notes) -> None:
    found = None if source.trusted else _TAKEN_OUT.search(raw)
    if found is None:
        return
    place = source.place_of(found[0])
    message = f"`<{found[1].lower()}>` is taken out: a page holds texts and pictures of its own"
    notes.add(REMOVED, place, message, "Link to it instead")


def _note_misplaced(html: str, source: BodySource, notes: Notes) -> None:
    found = find_misplaced(html)
    if found is None:
        return
    name, parent = found
    where = f"in `<{parent}>`" if parent else "by itself"
    notes.add(
        HTML,
        source.place_of(f"<{name}"),
        f"`<{name}>` stands {where}, where it has no place",
        "Write it in Markdown, or put it into the element that it belongs to",
    )


# -- headings, tables

_EMPTY_HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>\s*</h\1>\n?")
_HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")
_ALIGNED = re.compile(r'(<t[dh] (?:[a-z]+="[^"]*" )*)align="(left|center|right)"')


def _levelled(html: str) -> str:
    """The same with its highest headings on level 2, since the page's title is on level 1.

    Empty headings are left out: there is nothing to read out of them (WCAG 2.2, 1.3.1).
    """
    if "<h" not in html:
        return html
    html = _EMPTY_HEADING.sub("", html)
    levels = [int(found[2]) for found in _HEADING.finditer(html)]
    if not levels or min(levels) == 2:
        return html
    shift = 2 - min(levels)
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(6, int(found[2]) + shift)}", html)


# -- links

_LINK = re.compile(r'<a ([^>]*?)href="([^"]*)"([^>]*)>')
_HREF = re.compile(r"""<a\s[^>]*?href=["']([^"']*)""")
_NOT_IN_URLS = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]|%(?![0-9A-Fa-f]{2})")
_NOT_IN_PATHS = re.compile(rf"[\[\]]|{_NOT_IN_URLS.pattern}")
"""Brackets may only stand around an address of IPv6 (RFC 3986, section 3.2.2)."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _linked(found: re.Match[str], source: BodySource, notes: Notes) -> str:
    """A link with an address that a URL can hold; to other hosts with `rel`."""
    before, href, after = found[1], unescape(found[2]), found[3]
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
                f"{href[:80] or 'nothing'} is no web address",
                "Write it in full, beginning with https://",
            )
        elif host(whole) != host(source.base_url):
            rel = ' rel="noopener noreferrer external"'
    elif not address.startswith(("/", "#")) and not _SCHEME.match(address):
        notes.add(
            LINK,
            source.place_of(f"]({href}"),
            f"the link to `{href[:80]}` depends on the page that shows it",
            "Begin it with / for a page of this site, with https:// for another",
        )
    return f'<a {before}href="{escape(address)}"{after}{rel}>'


def _note_lost_links(raw: str, source: BodySource, notes: Notes) -> None:
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
            f"the link to `{href[:80]}` is taken out",
            "Links lead to https:, http:, mailto: and tel: addresses",
        )


# -- pictures

_PICTURE = re.compile(r"<img ?([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


def _with_pictures(
    html: str, source: BodySource, pictures: PictureLookup, notes: Notes
) -> tuple[str, tuple[Picture, ...]]:
    if "<img" not in html:
        return html, ()
    found: dict[str, Picture] = {}

    def shown(tag: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(tag[1]))
        src = unescape(attributes.get("src", ""))
        picture = pictures(src)
        if isinstance(picture, NoPicture):
            notes.add(IMAGE, source.place_of(src or "<img"), picture.message, picture.advice)
            return ""
        found[picture.path] = picture
        title = f' title="{attributes["title"]}"' if "title" in attributes else ""
        return (
            f'<img src="/{picture.path}" alt="{attributes.get("alt", "")}"{title} '
            f'width="{picture.width}" height="{picture.height}" loading="lazy">'
        )

    return _PICTURE.sub(shown, html), tuple(found.values())


# -- ids

_ID = re.compile(r'<[a-z0-9]+ (?:[a-z]+="[^"]*" )*id="([^"]*)"')


def _note_duplicate_ids(html: str, source: BodySource, notes: Notes) -> None:
    if ' id="' not in html:
        return
    for name, count in Counter(_ID.findall(html)).items():
        if count > 1:
            written = unescape(name)
            notes.add(
                DUPLICATE_ID,
                source.place_of(f'id="{written}"'),
                f"the id `{written}` is given {count} times",
                "Keep one of them",
            )
