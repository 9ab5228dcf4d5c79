"""Texts of a newsroom's shape, drawn from phrases in six languages and five scripts."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The material of one language; see `phrases.toml`."""

    share: int
    space: str
    stop: str
    who: list[str]
    does: list[str]
    where: list[str]
    head: list[str]
    heads: list[str]
    more: list[str]
    columns: list[str]
    note: str


def read_phrases() -> dict[str, Phrases]:
    """All languages, by BCP 47 tag."""
    text = Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
    return {language: Phrases(**table) for language, table in tomllib.loads(text).items()}


def draw(dice: Random, among: Sequence[Drawn]) -> Drawn:
    """One of several; `Random.random` alone is the same in every Python, `choice` is not."""
    return among[int(dice.random() * len(among))]


def between(dice: Random, low: int, high: int) -> int:
    """A whole number, both ends included."""
    return low + int(dice.random() * (high - low + 1))


def headline(dice: Random, phrases: Phrases) -> str:
    """A title."""
    return draw(dice, phrases.head).format(number=between(dice, 3, 900))


def sentence(dice: Random, phrases: Phrases) -> str:
    """Who does what, and where."""
    where = draw(dice, phrases.where).format(number=between(dice, 3, 900))
    parts = (draw(dice, phrases.who), draw(dice, phrases.does), where)
    return phrases.space.join(parts) + phrases.stop


def paragraph(dice: Random, phrases: Phrases, length: int) -> str:
    """Some sentences; now and then with emphasis or a link in one of them."""
    sentences = [sentence(dice, phrases) for _ in range(length)]
    luck = dice.random()
    if luck < 0.25:
        number = between(dice, 1000, 9999)
        link = f"[{draw(dice, phrases.more)}](https://registry.example/documents/{number})"
        sentences.append(f"→ {link}{phrases.stop}")
    elif luck < 0.4:
        sentences[0] = f"**{sentences[0]}**"
    elif luck < 0.5:
        sentences[-1] = f"*{sentences[-1]}*"
    return (phrases.space or "").join(sentences)


def flash(dice: Random, phrases: Phrases) -> str:
    """The body of a short note: one or two paragraphs."""
    return _joined(
        paragraph(dice, phrases, between(dice, 2, 4)) for _ in range(between(dice, 1, 2))
    )


def story(dice: Random, phrases: Phrases, parts: int) -> str:
    """The body of a story: an opening, then parts under headings, each with something set apart."""
    blocks = [paragraph(dice, phrases, 3), paragraph(dice, phrases, between(dice, 3, 6))]
    for number in range(1, parts + 1):
        blocks.append(f"## {draw(dice, phrases.heads)}")
        blocks.extend(paragraph(dice, phrases, between(dice, 3, 6)) for _ in range(2))
        blocks.append(draw(dice, SET_APART)(dice, phrases, number))
    return _joined(blocks)


def _bullets(dice: Random, phrases: Phrases, _number: int) -> str:
    return "\n".join(f"- {sentence(dice, phrases)}" for _ in range(between(dice, 3, 6)))


def _steps(dice: Random, phrases: Phrases, _number: int) -> str:
    return "\n".join(f"{n}. {sentence(dice, phrases)}" for n in range(1, between(dice, 3, 5)))


def _quote(dice: Random, phrases: Phrases, _number: int) -> str:
    return f"> {paragraph(dice, phrases, 2)}"


def _table(dice: Random, phrases: Phrases, _number: int) -> str:
    rows = [
        f"| {2010 + row} | {between(dice, 20, 900)} | {between(dice, 0, 40)} |"
        for row in range(between(dice, 3, 8))
    ]
    return "\n".join((f"| {' | '.join(phrases.columns)} |", "|---|---|---|", *rows))


def _footnote(dice: Random, phrases: Phrases, number: int) -> str:
    return f"{sentence(dice, phrases)}[^{number}]\n\n[^{number}]: {phrases.note}"


def _plain(dice: Random, phrases: Phrases, _number: int) -> str:
    return paragraph(dice, phrases, 4)


SET_APART: tuple[Callable[[Random, Phrases, int], str], ...] = (
    _bullets, _steps, _quote, _quote, _table, _footnote, _plain, _plain,
)  # fmt: skip


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"
