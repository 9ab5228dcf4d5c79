"""What pictures show, as far as their words tell: nobody here can look at them.

A picture is judged by its alternative text and its caption. `pictures.toml` lists the words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.safeguarding.scripts import cyrillic
from ht_newsgen.checks.safeguarding.terms import pattern_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article

IN_TEXT = regex(r"!\[([^\]\n]{1,500})\]")


class Words(Struct, frozen=True):
    """What is said of one picture."""

    text: str
    place: Place


@cache
def pattern(english: str, south_slavic: str) -> re.Pattern[str]:
    """The words of two lists, the second in both scripts."""
    lists = tomllib.loads(Path(__file__).with_name("pictures.toml").read_text("utf-8"))
    words = [*lists[english], *lists[south_slavic], *map(cyrillic, lists[south_slavic])]
    return re.compile("|".join(map(pattern_of, words)), re.IGNORECASE)


def showing(manuscript: Manuscript) -> Iterator[Finding]:
    """Pictures whose words speak of a victim; or of a child, where the text is about harm."""
    for words in pictures_of(manuscript):
        found = pattern("victims", "zrtve").search(words.text)
        if found is None and has_notes(manuscript):
            found = pattern("children", "djeca").search(words.text)
        if found is None or pattern("unseen", "nevidljivo").search(words.text):
            continue
        yield Finding(
            say("this picture may show somebody to whom harm was done: `{word}`", word=found[0]),
            say(
                "Take one on which nobody can be recognised, and say so: seen from behind\n"
                "If it is such a one, let somebody look, and write who did:"
                " safeguarding: {{checked_by: …, checked_on: …}}"
            ),
            words.place,
        )


def stereotyped(manuscript: Manuscript) -> Iterator[Finding]:
    """Pictures of chains and the like."""
    for words in pictures_of(manuscript):
        found = pattern("stereotypes", "stereotipi").search(words.text)
        if found is not None and not pattern("harmless", "bezopasno").search(words.text):
            yield Finding(
                say(
                    "a picture of this kind frightens those who need help: `{word}`", word=found[0]
                ),
                say("Take one that shows where help is, a place, or people at work"),
                words.place,
            )


def has_notes(manuscript: Manuscript) -> bool:
    """Whether the item itself says that its text is about harm."""
    return isinstance(manuscript.item, Article) and bool(manuscript.item.content_notes)


def pictures_of(manuscript: Manuscript) -> Iterator[Words]:
    """The words of each picture: that of the item with its caption, those in the text."""
    item = manuscript.item
    if item.figure is not None and item.figure.alt:
        line, column = item.places.get("image.alt") or item.places.get("image") or (0, 0)
        yield Words(f"{item.figure.alt}. {item.figure.caption}", Place("", line, column))
    if "![" in manuscript.body.plain:
        for found in IN_TEXT.finditer(manuscript.body.plain):
            yield Words(found[1], manuscript.body.place(found.start(1)))
