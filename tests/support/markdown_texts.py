"""Texts as people and machines write Markdown, and as neither would: for laws that hold for all."""

import tomllib
from pathlib import Path
from random import Random

from hypothesis import strategies as st

_GROUPS = tomllib.loads(Path(__file__).with_name("markdown_pieces.toml").read_text("utf-8"))
PIECES: tuple[str, ...] = tuple(piece for group in _GROUPS.values() for piece in group)

soups = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
"""Any pieces in any order."""


def soup(dice: Random, most: int = 60) -> str:
    """The same without Hypothesis, of which a hundred thousand are quickly made."""
    return "".join(dice.choices(PIECES, k=dice.randrange(most)))


def mutated(text: str, dice: Random) -> str:
    """The text with pieces put into it, and parts of it taken out or repeated."""
    for _ in range(dice.randrange(1, 6)):
        begin = dice.randrange(len(text) + 1)
        end = min(len(text), begin + dice.randrange(12))
        middle = dice.choice((dice.choice(PIECES), "", 2 * text[begin:end], text[begin:end][::-1]))
        text = text[:begin] + middle + text[end:]
    return text
