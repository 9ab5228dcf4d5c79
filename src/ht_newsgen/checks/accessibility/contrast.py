"""The colours of a site's own stylesheets, two by two, as they meet on pages (WCAG 2.2, 1.4.3)."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from ht_newsgen.checks.accessibility.colours import Colour, colour_of, contrast, standing_out
from ht_newsgen.checks.kinds import Finding, Sheets
from ht_newsgen.checks.prose import Prose
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import say

TEXT = 4.5
"""For text of any size."""
SHAPE = 3.0
"""For what has to be seen but not read."""

PAIRS = (
    *((text, ground, TEXT) for text in ("ink", "soft", "link", "visited", "label")
      for ground in ("paper", "panel")),
    ("ink", "notice", TEXT),
    ("link", "notice", TEXT),
    ("on-bar", "bar", TEXT),
    ("on-exit", "exit", TEXT),
    ("exit", "bar", SHAPE),
    ("on-focus", "focus", TEXT),
    ("focus-ring", "paper", SHAPE),
    ("focus-ring", "panel", SHAPE),
    ("notice-rule", "paper", SHAPE),
    ("strong-rule", "paper", SHAPE),
    ("thread", "paper", SHAPE),
    ("thread", "panel", SHAPE),
)  # fmt: skip
"""Tokens of the theme that meet on a page, without their dashes: what is seen, and on what."""

SCHEMES = ("light", "dark")
MOST_STEPS = 10
"""Tokens that may stand for each other in a row."""
_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_ONLY = regex(r"prefers-color-scheme\s*:\s*(light|dark)|@media\s+(print)")
"""What a block holds for, if not for every screen."""
_DECLARATION = regex(r"[{}]|--([A-Za-z][\w-]*)\s*:\s*([^;{}]+)")
_VARIABLE = regex(r"var\(\s*--([\w-]+)\s*\)")


class Token(Struct, frozen=True):
    """The value of a token, and where it is written."""

    value: str
    place: Place


def faint(sheets: Sheets) -> Iterator[Finding]:
    """Pairs that do not stand out, of which the site has set one colour itself."""
    told: set[Place] = set()
    for scheme in SCHEMES:
        tokens = tokens_of(sheets, scheme)
        for name, ground, least in PAIRS:
            colours = resolved(name, tokens), resolved(ground, tokens)
            seen, behind = colours
            if seen is None or behind is None or contrast(seen, behind) >= least:
                continue
            ours = [one for one in (name, ground) if tokens[one].place.path in sheets.own]
            if ours and tokens[ours[0]].place not in told:
                told.add(tokens[ours[0]].place)
                yield finding(ours[0], (name, ground), (seen, behind), (scheme, least), tokens)


def finding(
    ours: str,
    names: tuple[str, str],
    colours: tuple[Colour, Colour],
    asked: tuple[str, float],
    tokens: Mapping[str, Token],
) -> Finding:
    """What is told of a pair, and the nearest colour that would do."""
    scheme, least = asked
    own = names.index(ours)
    better = standing_out(colours[own], colours[1 - own], least)
    shown = "#" + bytes(better).hex() if better else ""
    return Finding(
        say(
            "`--{name}` on `--{ground}` has a contrast of {ratio} in the {scheme} scheme;"
            " {least} is needed",
            name=names[0],
            ground=names[1],
            ratio=f"{contrast(*colours):.1f}",
            scheme=say("light") if scheme == "light" else say("dark"),
            least=f"{least:.1f}",
        ),
        say("Write it as: --{name}: {colour};", name=ours, colour=shown)
        if shown
        else say("Choose colours that are further apart"),
        tokens[ours].place,
    )


def tokens_of(sheets: Sheets, scheme: str) -> dict[str, Token]:
    """The tokens as they hold in one scheme: of two values the later counts."""
    found: dict[str, Token] = {}
    for path, text in sheets.texts.items():
        plain = _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)
        whole, begun = Prose(plain), 0
        blocks: list[str] = []
        for one in _DECLARATION.finditer(plain):
            if one[0] == "{":
                only = _ONLY.search(plain, begun, one.start())
                blocks.append((only[1] or only[2]) if only else scheme)
            elif one[0] == "}":
                blocks = blocks[:-1]
            elif all(block == scheme for block in blocks):
                place = whole.place(one.start())
                found[one[1]] = Token(one[2].strip(), Place(path, place.line, place.column))
            begun = one.end()
    return found


def resolved(name: str, tokens: Mapping[str, Token]) -> Colour | None:
    """The colour of a token, which may be that of another one."""
    for _ in range(MOST_STEPS):
        if name not in tokens:
            return None
        variable = _VARIABLE.fullmatch(tokens[name].value)
        if variable is None:
            return colour_of(tokens[name].value)
        name = variable[1]
    return None
