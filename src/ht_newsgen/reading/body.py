"""The text of an item: from Markdown to HTML that can stand on any page."""

import nh3
from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import clean
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.excerpts import before_mark, opening, with_ellipsis
from ht_newsgen.reading.illustrations import with_pictures
from ht_newsgen.reading.limits import find_excess
from ht_newsgen.reading.links import note_lost_links, with_links
from ht_newsgen.reading.markdown import Typesetter, make_typesetter, typeset
from ht_newsgen.reading.media import PictureLookup
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.proof import note_duplicate_ids, note_misplaced, note_removed
from ht_newsgen.reading.rules import LIMITS
from ht_newsgen.reading.sanitise import make_sanitiser
from ht_newsgen.reading.structure import mended

_NO_CLASS = regex(r'(<[a-z0-9]+(?: [a-z]+="[^"]*")*?) class=""')
"""What is left when none of an element's classes is allowed."""
_EMPTY_HEADING = regex(r"<h([1-6])(?: [^>]*)?>\s*</h\1>\n?")
_HEADING = regex(r"<(/?)h([1-6])(?=[ >])")
_ALIGNED = regex(r'(<t[dh] (?:[a-z]+="[^"]*" )*)align="(left|center|right)"')


class Press(Struct, frozen=True):
    """What turns texts into HTML; made once in a process, used for one text after the other."""

    typesetter: Typesetter
    sanitiser: nh3.Cleaner


def make_press() -> Press:
    """A new press."""
    return Press(make_typesetter(), make_sanitiser())


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
    raw = _typeset(source, press, notes)
    if raw is None:
        return NOTHING_SET
    if source.trusted:
        html = _without_odd_characters(raw, source)
    else:
        html = _sanitised(raw, source, press)
        if "<" in source.text:  # else all elements are those that Markdown makes
            note_removed(raw, source, notes)
            html = mended(html)
            note_misplaced(html, source, notes)
    if "<a>" in html:
        note_lost_links(raw, source, notes)
    html = _levelled(html)
    if 'align="' in html:
        html = _ALIGNED.sub(r'\1class="align-\2"', html)
    html = with_links(html, source, notes)
    html, found = with_pictures(html, source, pictures, notes)
    note_duplicate_ids(html, source, notes)
    html = html.strip()
    return SetBody(
        html=html,
        readable=_sanitised(html, source, press) if source.trusted else html,
        pictures=found,
        before_mark=_excerpt(raw, source, press),
    )


def _typeset(source: BodySource, press: Press, notes: Notes) -> str | None:
    """HTML as Markdown gives it; None, with a problem, for a text beyond all limits."""
    excess = find_excess(source.text)
    if excess is not None:
        place = (source.line + excess.line, 1)
        advice = say("Divide it into several items")
        notes.add(LIMITS, place, say("this text has {what}", what=excess.what), advice)
        return None
    try:
        return typeset(source.text, press.typesetter, prefix=source.prefix)
    except RecursionError:
        advice = say("Take lists and quotations out of each other")
        notes.add(LIMITS, source.place_of(""), say("this text is nested too deeply"), advice)
        return None


def _excerpt(raw: str, source: BodySource, press: Press) -> str:
    """The plain text before the mark `<!--more-->`; empty without one."""
    marked = before_mark(raw)
    if marked is None:
        return ""
    before, after = (opening(_sanitised(part, source, press)) for part in marked)
    return with_ellipsis(before) if before and after else before


def _sanitised(html: str, source: BodySource, press: Press) -> str:
    html = press.sanitiser.clean(html)
    if ' class=""' in html:
        html = _NO_CLASS.sub(r"\1", html)
    return _without_odd_characters(html, source)


def _without_odd_characters(html: str, source: BodySource) -> str:
    """Numeric references may stand for characters that no page and no feed can hold."""
    return clean(html) if "&#" in source.text else html


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
