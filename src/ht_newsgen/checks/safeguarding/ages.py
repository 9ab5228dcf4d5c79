"""Where a text tells the age of a child: in figures and words, in English and South Slavic.

Patterns are looked for in small letters. Each begins with letters that seldom stand elsewhere, and
says apart what must stand before them, so that a text without an age costs next to nothing. What is
no age of one person is passed over: a span of ages, a limit of the law, a plan for ten years.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ht_newsgen.checks.safeguarding.scripts import cyrillic, in_cyrillic

FIGURE = r"(?<![\d.,])(?:1[0-7]|[1-9])(?![\d%])"
IN_WORDS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen)\b"
)
U_RIJECIMA = (
    r"\b(?:jedno|dvo|tro|četvoro|četvero|peto|šesto|sedmo|osmo|deveto|deseto|jedanaesto|dvanaesto"
    r"|trinaesto|četrnaesto|petnaesto|šesnaesto|sedamnaesto)"
)
NO_SPAN = r"(?!\s*(?:to|and|or|through|until|do|i|ili|[-–—/])\s*\d)"
OF_PLANS = (
    r"(?!\w*\s+(?:plan|program|projek|mandat|period|kazn|zatvor|robij|iskustv|rad|staž|borb|rat"
    r"|sporazum|strategij|ugovor|istrag|postup))"
)
OF_THINGS = (
    r"(?!\s+(?:law|act|plan|programme|program|project|campaign|company|directive|convention"
    r"|protocol|treaty|agreement|building|house|factory|organi[sz]ation|network|war|conflict|case"
    r"|investigation|ban|rule|system|report|study|database|website|car|van|vehicle)\b)"
)
NO_LETTER = r"(?<![^\W\d_])"
NO_LIMIT = (
    r"(?<!under)(?<!below)(?<!over)(?<!above)(?<!from)(?<!until)(?<!than)(?<!minimum)(?<!reach)"
    r"(?<!reached)(?<!\bthe)\s+(?:the\s+)?"
)
OF_A_NAME = r"(?:[^\W\d_]{2}|\b[^\W\d_]\.)"
"""The end of a word, or a letter that stands for a name."""
FARTHEST = 40
"""Characters that are looked at before the core of a pattern."""


class Pattern(Struct, frozen=True):
    """One way to tell an age."""

    anchor: str
    """Letters with which the core begins."""
    core: re.Pattern[str]
    before: re.Pattern[str]
    """What must stand before it, to its end."""
    beside_a_name: bool = False


class Age(Struct, frozen=True, order=True):
    """An age in a text."""

    start: int
    end: int
    beside_a_name: bool = False
    """Whether it is told as newspapers do after a name: `Amira (14)`, `Amira, 14,`."""


ENGLISH = (
    ("year", rf"years?(?:\s+|-)olds?\b{OF_THINGS}", rf"(?:{FIGURE}|{IN_WORDS})(?:\s+|-)"),
    ("aged", rf"aged\s+(?:just\s+|only\s+)?(?:{FIGURE}|{IN_WORDS}){NO_SPAN}", NO_LETTER),
    ("age", rf"age\s+of\s+(?:{FIGURE}|{IN_WORDS}){NO_SPAN}", NO_LIMIT),
)
SOUTH_SLAVIC = (
    ("godišnj", rf"godišnj{OF_PLANS}\w*", rf"(?:{FIGURE}\.?[-\s]?|{U_RIJECIMA})"),
    ("godin", r"godin\w*\s+star\w*", rf"{FIGURE}\s+"),
    ("godin", r"godin\w*", rf"\bima(?:o|la)?\s+(?:je\s+)?(?:samo\s+|tek\s+)?{FIGURE}\s+"),
    ("star", rf"star(?:a|o|i|e|og|u|oj)?\s+(?:je\s+)?{FIGURE}\s+god\w*", NO_LETTER),
    ("dobi", rf"dobi\s+od\s+(?:samo\s+)?{FIGURE}{NO_SPAN}", r"\bu\s+"),
    ("uzrastu", rf"uzrastu\s+od\s+(?:samo\s+)?{FIGURE}{NO_SPAN}", r"\bu\s+"),
)
AFTER_A_NAME = (
    ("(", rf"\({FIGURE}\)", rf"{OF_A_NAME}\s"),
    (", ", rf",\s{FIGURE}(?=[,.;)])", OF_A_NAME),
)


@cache
def patterns(cyrillic_too: bool) -> tuple[Pattern, ...]:
    """All of them, the South Slavic ones in one script or in both."""
    worded = [*ENGLISH, *SOUTH_SLAVIC]
    if cyrillic_too:
        worded += (
            (spelled(one), spelled(core), spelled(before)) for one, core, before in SOUTH_SLAVIC
        )
    return (
        *(made(*parts) for parts in worded),
        *(made(*parts, beside_a_name=True) for parts in AFTER_A_NAME),
    )


def made(anchor: str, core: str, before: str, *, beside_a_name: bool = False) -> Pattern:
    """A pattern of its three parts."""
    return Pattern(anchor, re.compile(core), re.compile(rf"{before}\Z"), beside_a_name)


def spelled(pattern: str) -> str:
    r"""A pattern with its words, and nothing else of it, in Cyrillic letters: not `\w`."""
    return re.sub(
        r"\\.|[a-zšđčćž]+", lambda m: m[0] if m[0][0] == "\\" else cyrillic(m[0]), pattern
    )


def ages_told(lowered: str) -> tuple[Pattern, ...]:
    """The patterns that may find something in a text in small letters."""
    return tuple(one for one in patterns(in_cyrillic(lowered)) if one.anchor in lowered)


def ages_in(lowered: str, told: tuple[Pattern, ...]) -> Iterator[Age]:
    """Every age under 18 that these patterns find in a text in small letters."""
    for one in told:
        for found in one.core.finditer(lowered):
            first = max(0, found.start() - FARTHEST)
            before = one.before.search(lowered, first, found.start())
            if before is None:
                continue
            if one.beside_a_name:
                yield Age(found.end() - len(found[0].lstrip("(, \n")), found.end(), True)
            else:
                start = before.end() - len(before[0].lstrip())
                yield Age(start, found.end())
