"""Typed readers: each takes a node and gives a value, or None with one problem noted.

They are the entries of the tables of keys (`reading/mappings.py`). A list reader leaves out what
it cannot read and notes a problem for each such item.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from ht_newsgen.kit.sentences import UNSAID, Sentence, say
from ht_newsgen.kit.text import nearest, one_line, only_near
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.taxonomy import Localised
from ht_newsgen.reading.languages import canonical_language, language_called, nearest_language
from ht_newsgen.reading.mappings import Reader
from ht_newsgen.reading.mends import instead_of
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.shaped import ListOf, OneOf, Shaped, Whole
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, kind_of, value_of

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")


def wrong_type(node: Node, key: str, notes: Notes, expected: Sentence, mended: str = "") -> None:
    """Take down that a node is of another type than its key asks for."""
    message = say(
        "{what} is {found}; {expected} is expected",
        what=named(key),
        found=kind_of(node),
        expected=expected,
    )
    advice, mends = written(key, mended), instead_of(node, mended)
    notes.add(notes.rules.type, node, message, advice, mends)


def wrong_value(
    node: Node,
    key: str,
    notes: Notes,
    message: Sentence,
    advice: Sentence = UNSAID,
    *,
    mended: str = "",
) -> None:
    """Take down that a value has the right type and yet makes no sense.

    `mended` is what can only have been meant, as it is to be written.
    """
    said = say("{what}: {message}", what=named(key), message=message)
    notes.add(notes.rules.value, node, said, advice, instead_of(node, mended))


_FLAGS = dict.fromkeys(("1", "on", "true", "y", "yes"), "true") | dict.fromkeys(
    ("0", "false", "n", "no", "off"), "false"
)
"""What people write for true and false."""

ITEM = "[]"
"""At the end of a key's name: one item of the list under it."""


def named(key: str) -> Sentence:
    """A key as it is named in a sentence."""
    if key.endswith(ITEM):
        return say("an item of `{key}`", key=key.removesuffix(ITEM))
    return say("`{key}`", key=key)


def written(key: str, value: str) -> Sentence:
    """Advice to write the value under its key; nothing if there is no value to advise."""
    if not value:
        return UNSAID
    line = value if key.endswith(ITEM) else f"{key.rpartition('.')[2]}: {value}"
    return say("Write it as: {line}", line=line)


A_TEXT = say("a text")
A_WORD = say("a single word")
AN_ADDRESS = say("a web address")
A_LANGUAGE = say("a language such as en or sr-Latn")


def read_text(node: Node, key: str, notes: Notes, expected: Sentence = A_TEXT) -> str | None:
    """A text, without space at its ends."""
    if isinstance(node, Scalar):
        value = value_of(node)
        if isinstance(value, str):
            return value.strip()
        wrong_type(node, key, notes, expected, f'"{node.text}"')
        return None
    wrong_type(node, key, notes, expected, only_text_in(node))
    return None


def only_text_in(node: Node) -> str:
    """The text of a list of one, as in `slug: [floods]`."""
    if isinstance(node, Sequence) and len(node.items) == 1:
        only = node.items[0]
        if isinstance(only, Scalar) and isinstance(value_of(only), str) and not only.quoted:
            return only.text
    return ""


def read_line(node: Node, key: str, notes: Notes) -> str | None:
    """A text on one line."""
    text = read_text(node, key, notes)
    return None if text is None else one_line(text)


def read_word(node: Node, key: str, notes: Notes) -> str | None:
    """A text that is a name or a code."""
    return read_text(node, key, notes, A_WORD)


def read_flag(node: Node, key: str, notes: Notes) -> bool | None:
    """`true` or `false`."""
    if isinstance(node, Scalar):
        value = value_of(node)
        if isinstance(value, bool):
            return value
        message = say(
            "{what} is `{text}`; {expected} is expected",
            what=named(key),
            expected=say("true or false"),
            text=one_line(node.text)[:40],
        )
        meant = _FLAGS.get(node.text.strip().lower(), "")
        advice, mends = written(key, meant), instead_of(node, meant)
        notes.add(notes.rules.type, node, message, advice, mends)
        return None
    wrong_type(node, key, notes, say("true or false"))
    return None


def read_whole(low: int, high: int) -> Reader:
    """A reader of whole numbers from `low` to `high`."""

    def read(node: Node, key: str, notes: Notes) -> int | None:
        value = value_of(node) if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int):
            digits = node.text.strip() if isinstance(node, Scalar) else ""
            wrong_type(
                node, key, notes, say("a whole number"), digits if digits.isdecimal() else ""
            )
            return None
        if not low <= value <= high:
            wrong_value(
                node,
                key,
                notes,
                say(
                    "{value} is not between {low} and {high}",
                    value=str(value),
                    low=str(low),
                    high=str(high),
                ),
            )
            return None
        return value

    return Shaped(read, Whole(low, high))


def read_choice(choices: type[Choice]) -> Reader:
    """A reader of one of a few words."""
    words = [choice.value for choice in choices]

    def read(node: Node, key: str, notes: Notes) -> Choice | None:
        word = read_word(node, key, notes)
        if word is None:
            return None
        if word.lower() in words:
            return choices(word.lower())
        meant = nearest(word, words)
        advice = say("Did you mean `{meant}`?", meant=meant) if meant else UNSAID
        message = say(
            "`{word}` is none of {words}", word=one_line(word)[:40], words=", ".join(words)
        )
        wrong_value(node, key, notes, message, advice, mended=only_near(word, words))
        return None

    return Shaped(read, OneOf(tuple(words)))


def read_url(node: Node, key: str, notes: Notes) -> str | None:
    """An absolute http or https URL."""
    text = read_text(node, key, notes, AN_ADDRESS)
    if text is None or is_http_url(text):
        return text
    whole = f"https://{text.removeprefix('//')}"
    looks_whole = "." in text.partition("/")[0] and "@" not in text and is_http_url(whole)
    advice = (
        written(key, whole)
        if looks_whole
        else say("Write it in full, beginning with https://, with %20 for each space")
    )
    message = say("`{text}` is no web address", text=one_line(text)[:80])
    wrong_value(node, key, notes, message, advice, mended=whole if looks_whole else "")
    return None


def read_language(node: Node, key: str, notes: Notes) -> str | None:
    """A BCP 47 tag, in its canonical spelling: `sr-latn` gives `sr-Latn`."""
    text = read_text(node, key, notes, A_LANGUAGE)
    if text is None:
        return None
    tag = canonical_language(text)
    if not tag:
        meant = nearest_language(text)
        advice = (
            say("Did you mean `{meant}`?", meant=meant)
            if meant
            else say("Write a tag such as en, bs or sr-Latn")
        )
        message = say("`{text}` is no language tag (BCP 47)", text=one_line(text)[:40])
        wrong_value(node, key, notes, message, advice, mended=language_called(text))
        return None
    return tag


def read_list(read: Callable[[Node, str, Notes], Item | None]) -> Reader:
    """A reader of lists of what the given reader reads; a single value stands for a list of one."""

    def read_items(node: Node, key: str, notes: Notes) -> tuple[Item, ...]:
        values = [read(item, name, notes) for item, name in _items(node, key)]
        return tuple(value for value in values if value is not None)

    return Shaped(read_items, ListOf(read))


def _items(node: Node, key: str) -> list[tuple[Node, str]]:
    if isinstance(node, Sequence):
        return [(item, key + ITEM) for item in node.items]
    return [(node, key)]


def read_words(node: Node, key: str, notes: Notes) -> tuple[str, ...]:
    """A list of ids, each once; also a text with commas between them, as Pelican has it."""
    found: dict[str, None] = {}
    if isinstance(node, Mapping):
        keys = ", ".join(label.text for label, _ in node.entries)
        wrong_type(node, key, notes, say("a list of words"), f"[{keys}]" if keys else "")
        return ()
    for item, name in _items(node, key):
        text = read_word(item, name, notes)
        if text is not None:
            found.update(dict.fromkeys(filter(None, map(one_line, text.split(",")))))
    return tuple(found)


def read_names(node: Node, key: str, notes: Notes) -> tuple[str, ...]:
    """A list of names or ids, each once; a comma is part of a name."""
    found = read_list(read_line)(node, key, notes)
    return tuple(dict.fromkeys(filter(None, found)))


def read_localised(node: Node, key: str, notes: Notes) -> Localised | None:
    """A text for all languages, or a mapping from languages to texts."""
    if not isinstance(node, Mapping):
        text = read_text(node, key, notes, say("a text, or a mapping from languages to texts,"))
        return None if text is None else {"": text}
    texts: Localised = {}
    for label, value in node.entries:
        tag = read_language(label, key, notes)
        text = read_text(value, f"{key}.{label.text}", notes)
        if tag is not None and text is not None:
            texts[tag] = text
    return texts or None
