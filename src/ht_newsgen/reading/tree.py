"""YAML as a tree of texts with places; what a text stands for is decided by who reads it.

Types follow the core schema of YAML 1.2.2 (section 10.3.2), narrowed to what people write: `true`
and `false`, `null` and `~`, decimal numbers without leading zeros. All else is text, `no`, `012`,
`10:30` and dates included.
"""

from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say

Value = str | bool | int | float | None


class Scalar(Struct, frozen=True):
    """A single value, as it is written."""

    text: str
    line: int
    """Lines and columns count from 1, in the file rather than in the YAML part of it."""
    column: int
    quoted: bool = False
    """True for text in quotes and for blocks (`|`, `>`): never anything but text."""
    raw: str = ""
    """The node as it stands in the file, if it begins and ends on one line; else empty."""


class Sequence(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    raw: str = ""


class Mapping(Struct, frozen=True):
    """Keys and values, in the order of the file; no key is there twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int
    raw: str = ""


Node = Scalar | Sequence | Mapping

WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = regex(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = regex(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")


def value_of(scalar: Scalar) -> Value:
    """What the scalar stands for."""
    text = scalar.text
    if scalar.quoted:
        return text
    if text in WORDS:
        return WORDS[text]
    if text[-1] not in "0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def is_empty(node: Node) -> bool:
    """Whether the node is nothing: `topics:` without a value, `~`, `""`, `[]` or `{}`."""
    if isinstance(node, Scalar):
        return not node.text.strip() if node.quoted else value_of(node) is None
    return not (node.items if isinstance(node, Sequence) else node.entries)


def kind_of(node: Node) -> Sentence:
    """What the node is, as one says it in a sentence: "a list"."""
    match node:
        case Sequence():
            return say("a list")
        case Mapping():
            return say("a mapping")
        case Scalar():
            match value_of(node):
                case None:
                    return say("empty")
                case bool():
                    return say("a yes-or-no value")
                case int() | float():
                    return say("a number")
                case _:
                    return say("a text")
