"""Sentences that can be said in another language: a text and what is put into it, kept apart.

What the program says to editors is written in English where it is noticed. A catalogue knows the
text with its `{names}`; the values stand in every language where its own text names them.
"""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | int | Sentence"


class Sentence(Struct, frozen=True, order=True):
    """One sentence: `no item has the id `{id}``, and which id that is."""

    text: str = ""
    """In English, with `{names}` as `str.format` reads them; literal braces are doubled."""
    values: tuple[tuple[str, Value], ...] = ()
    """By name, in alphabetical order. A value that is a sentence is said in the same language."""

    def __str__(self) -> str:
        return spoken(self, lambda text: text)

    def __bool__(self) -> bool:
        return bool(self.text)


def say(text: str, /, **values: Value) -> Sentence:
    """A sentence of this text with these values. The text is literal: catalogues are made of it."""
    return Sentence(text, tuple(sorted(values.items(), key=lambda pair: pair[0])))


def spoken(sentence: Sentence, translate: Callable[[str], str]) -> str:
    """The sentence with the text that `translate` gives for its English one."""
    values = {
        name: spoken(value, translate) if isinstance(value, Sentence) else value
        for name, value in sentence.values
    }
    return translate(sentence.text).format_map(values)
