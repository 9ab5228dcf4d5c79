"""Words that put the shame on the wrong person (`terms.toml`)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.safeguarding.scripts import cyrillic, in_cyrillic
from ht_newsgen.kit.sentences import say


class Term(Struct, frozen=True):
    """One way to say it."""

    stems: tuple[str, ...]
    """Letters that all stand in it, the longest first; looking for these alone is quick."""
    pattern: re.Pattern[str]
    instead: str


@cache
def terms(cyrillic_too: bool = True) -> dict[str, tuple[Term, ...]]:
    """All that are listed, in one script or in both, by their roots."""
    listed = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))
    found: dict[str, list[Term]] = {}
    for one in listed["terms"]:
        for words in one["words"]:
            root = next(root for root in listed["roots"] if root in words)
            found.setdefault(root, []).append(made(words, one["instead"]))
            if cyrillic_too and one["language"] == "bs":
                ways = found.setdefault(cyrillic(root), [])
                ways.append(made(cyrillic(words), one["instead"]))
    return {root: tuple(ways) for root, ways in found.items()}


def made(words: str, instead: str) -> Term:
    """The term of these words."""
    stems = sorted(filter(None, re.split(r"[* -]+", words)), key=len, reverse=True)
    return Term(tuple(stems), re.compile(pattern_of(words)), instead)


def pattern_of(words: str) -> str:
    """The pattern of words in a row, with a space, a hyphen or the end of a line between them."""
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in re.split("[ -]", words)]
    return r"\b" + r"[\s-]+".join(parts) + r"\b"


def shaming(manuscript: Manuscript) -> Iterator[Finding]:
    """Such words in the newsroom's own voice."""
    spoken = manuscript.spoken
    listed = terms(in_cyrillic(spoken))
    likely = [term for root, ways in listed.items() if root in spoken for term in ways]
    for passage in manuscript.passages if likely else ():
        for start, end, instead in sorted(shames_in(passage.lowered, likely)):
            typed = " ".join(passage.prose.text[start:end].split())
            yield Finding(
                say("`{typed}` exposes whom it is about, and excuses who did it", typed=typed),
                say("Say what was done, and to whom: {instead}", instead=instead),
                passage.place(start, end, manuscript.lines),
            )


def shames_in(lowered: str, likely: list[Term]) -> Iterator[tuple[int, int, str]]:
    """Where in a text in small letters such words begin and end, and what to say instead."""
    for term in likely:
        if all(stem in lowered for stem in term.stems):
            for found in term.pattern.finditer(lowered):
                yield found.start(), found.end(), term.instead
