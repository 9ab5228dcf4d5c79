"""YAML in its plainest form, which is that of most front matter: `key: value`, line by line.

A value is a text with or without quotes, a list in brackets, or keys and values in braces; or a
block of such lines stands below its key. This is the part of `yaml_harmless.py` in which no text
goes on in the next line; what its expression finds is the tree already, so no parser is asked.
Everything else is left to one: escapes, deeper blocks, and whatever strict YAML has not.
"""

import re

from ht_newsgen.kit.patterns import regex
from ht_newsgen.reading.tree import WORDS, Mapping, Node, Scalar, Sequence
from ht_newsgen.reading.yaml_harmless import NAME, ODD, PLAIN, WORD

_QUOTED = r"""(?: "[^"\\\n]*+" | '[^'\n]*+' )"""
_ITEM = rf"(?: {_QUOTED} | {WORD} (?:\ {WORD})*+ )"
_KEY = rf'(?: {NAME} | "{NAME}" )'
_LIST = rf"\[ (?: {_ITEM} (?:,\ {_ITEM})*+ )? \]"
_PAIRS = rf"\{{ (?: {_KEY}:\ {_ITEM} (?:,\ {_KEY}:\ {_ITEM})*+ )? \}}"
_LINE = regex(
    rf"""(\ *+) (?:
        (?: ({NAME}): | (-) ) (?:\ (?: ({PLAIN}) | ({_QUOTED}) | ({_LIST}) | ({_PAIRS}) ))?
      | \#[^\n]*+
    )? (?:\n|\Z)""",
    re.VERBOSE,
)
_ITEMS = regex(_ITEM, re.VERBOSE)
_ENTRIES = regex(rf"({_KEY}):\ ({_ITEM})", re.VERBOSE)

_Line = tuple[int, Scalar | None, Node | None]
"""The indentation, the key unless it is an item of a list, and the value if it stands there."""
_Entries = list[tuple[Scalar, Node]]


def plain_tree(text: str, first_line: int = 1) -> Node | None:
    """The tree of the text, as `grow` makes it; None if that is for a parser to say."""
    lines = None if ODD.search(text) else _lines(text, first_line)
    if not lines:
        return None
    entries: _Entries = []
    lines.reverse()
    while lines:
        indent, label, node = lines.pop()
        if node is None:
            below = []
            while lines and (lines[-1][0] or lines[-1][1] is None):
                below.append(lines.pop())
            node = _block(below)
        if indent or label is None or node is None:
            return None
        entries.append((label, node))
    return _mapping(entries, entries[0][0].line, 1)


def _lines(text: str, line: int) -> list[_Line] | None:
    """All lines that say something; None if one of them is for a parser."""
    lines: list[_Line] = []
    at, end = 0, len(text)
    while at < end:
        found = _LINE.match(text, at)
        if found is None:
            return None
        indent, name, dash, plain, quoted, items, pairs = found.groups()
        if name or dash:
            column = len(indent) + 1
            label = Scalar(name, line, column, raw=name) if name else None
            column += len(name or "") + 2
            node: Node | None = None
            if plain:
                node = Scalar(plain, line, column, raw=plain)
            elif quoted:
                node = _scalar(quoted, line, column)
            elif items:
                node = _list(items, line, column)
            elif pairs:
                node = _pairs(pairs, line, column)
                if node is None:
                    return None
            lines.append((len(indent), label, node))
        at, line = found.end(), line + 1
    return lines


def _block(below: list[_Line]) -> Node | None:
    """The mapping or the list of these lines; None unless they are alike and have values."""
    if len({(indent, label is None) for indent, label, _ in below}) != 1:
        return None
    entries: _Entries = []
    items: list[Node] = []
    for _, label, node in below:
        if node is None:
            return None
        if label is None:
            items.append(node)
        else:
            entries.append((label, node))
    column = below[0][0] + 1
    if items:
        return Sequence(tuple(items), items[0].line, column)
    return _mapping(entries, entries[0][0].line, column)


def _list(raw: str, line: int, column: int) -> Sequence:
    """A list in brackets."""
    items = [_scalar(one[0], line, column + one.start()) for one in _ITEMS.finditer(raw)]
    return Sequence(tuple(items), line, column, raw)


def _pairs(raw: str, line: int, column: int) -> Mapping | None:
    """A mapping in braces."""
    entries: _Entries = [
        (
            _scalar(one[1], line, column + one.start()),
            _scalar(one[2], line, column + one.start(2)),
        )
        for one in _ENTRIES.finditer(raw)
    ]
    return _mapping(entries, line, column, raw)


def _mapping(entries: _Entries, line: int, column: int, raw: str = "") -> Mapping | None:
    """None if a key is there twice, or is a word that stands for something else than a text."""
    names = {label.text for label, _ in entries}
    if len(names) != len(entries) or not names.isdisjoint(WORDS):
        return None
    return Mapping(tuple(entries), line, column, raw)


def _scalar(raw: str, line: int, column: int) -> Scalar:
    if raw[0] in "\"'":
        return Scalar(raw[1:-1], line, column, quoted=True, raw=raw)
    return Scalar(raw, line, column, raw=raw)
