"""Sentences that can be said in another language: a text and what is put into it, kept apart.

What the program says to editors is written in English where it is noticed. A catalogue knows the
text with its `{names}`; the values stand in every language where its own text names them.
"""

from gettext import NullTranslations
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | int | Sentence"

ENGLISH = NullTranslations()
"""The words of a language, as GNU gettext keeps them; these are what the program is written in."""


class Sentence(Struct, frozen=True, eq=False):
    """One sentence: `no item has the id `{id}``, and which id that is."""

    text: str = ""
    """In English, with `{names}` as `str.format` reads them; literal braces are doubled."""
    values: tuple[tuple[str, Value], ...] = ()
    """By name, in alphabetical order. A value that is a sentence is said in the same language; a
    number is a count, and its thousands are set apart."""
    plural: str = ""
    """The text for all numbers but one, when the sentence turns on its value `count`."""

    def __str__(self) -> str:
        return spoken(self)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __eq__(self, other: object) -> bool:
        """Two sentences are one when they say the same."""
        return isinstance(other, Sentence) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __lt__(self, other: "Sentence") -> bool:
        """By what is said in English, so that problems of one place have an order."""
        return str(self) < str(other)


UNSAID = Sentence()
"""Where nothing is to be said."""


def say(text: str, /, **values: Value) -> Sentence:
    """A sentence of this text with these values. The text is literal: catalogues are made of it."""
    return Sentence(text, tuple(sorted(values.items(), key=lambda pair: pair[0])))


def say_counted(one: str, many: str, /, *, count: int, **values: Value) -> Sentence:
    """As `say`, of two literal texts: `{count} file` and `{count} files`."""
    return Sentence(one, say(one, count=count, **values).values, many)


def spoken(sentence: Sentence, words: NullTranslations = ENGLISH) -> str:
    """The sentence in the language of these words."""
    if not sentence:
        return ""
    given = dict(sentence.values)
    values = {name: _value(value, words) for name, value in given.items()}
    count = given.get("count")
    if sentence.plural and isinstance(count, int):
        return words.ngettext(sentence.text, sentence.plural, count).format_map(values)
    return words.gettext(sentence.text).format_map(values)


def _value(value: Value, words: NullTranslations) -> str:
    if isinstance(value, Sentence):
        return spoken(value, words)
    return number(value, words) if isinstance(value, int) else value


def number(count: int, words: NullTranslations = ENGLISH) -> str:
    """`12,000`; how a language sets thousands apart is one of its words."""
    mark = words.gettext("1,000").strip("01")
    return f"{count:,}".replace(",", mark)
