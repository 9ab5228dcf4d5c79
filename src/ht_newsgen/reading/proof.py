"""What is told of the HTML that people wrote into a text."""

import re
from collections import Counter
from html import unescape

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say, say_counted
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import DUPLICATE_ID, HTML, REMOVED
from ht_newsgen.reading.structure import find_misplaced

_TAKEN_OUT = regex(
    r"<(applet|audio|button|canvas|embed|form|frame|iframe|input|math|object|script|select|style|"
    r"svg|textarea|video)(?=[\s/>])",
    re.IGNORECASE,
)
_ID = regex(r'<[a-z0-9]+ (?:[a-z]+="[^"]*" )*id="([^"]*)"')


def note_removed(raw: str, source: BodySource, notes: Notes) -> None:
    """Problem `body/removed` for the first element that a sanitiser will take out."""
    found = _TAKEN_OUT.search(raw)
    if found is None:
        return
    place = source.place_of(found[0])
    message = say(
        "`<{name}>` is taken out: a page holds texts and pictures of its own",
        name=found[1].lower(),
    )
    notes.add(REMOVED, place, message, say("Link to it instead"))


def note_misplaced(html: str, source: BodySource, notes: Notes) -> None:
    """Problem `body/html` for the first element that has no place where it stands."""
    found = find_misplaced(html)
    if found is None:
        return
    name, parent = found
    message = (
        say("`<{name}>` stands in `<{parent}>`, where it has no place", name=name, parent=parent)
        if parent
        else say("`<{name}>` stands by itself, where it has no place", name=name)
    )
    notes.add(
        HTML,
        source.place_of(f"<{name}"),
        message,
        say("Write it in Markdown, or put it into the element that it belongs to"),
    )


def note_duplicate_ids(html: str, source: BodySource, notes: Notes) -> None:
    """Problem `body/duplicate-id` for each id that is given more than once."""
    names = _ID.findall(html) if ' id="' in html else []
    if len(set(names)) == len(names):
        return
    for name, count in Counter(names).items():
        if count > 1:
            written = unescape(name)
            notes.add(
                DUPLICATE_ID,
                source.place_of(f'id="{written}"'),
                say_counted(
                    "the id `{id}` is given {count} time",
                    "the id `{id}` is given {count} times",
                    count=count,
                    id=written,
                ),
                say("Keep one of them"),
            )
