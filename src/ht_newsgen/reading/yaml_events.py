"""From the events of a YAML parser to our tree, without recursion, whatever the nesting.

On the way everything is noticed that strict YAML does not have. It does not stop the growing:
what was probably meant takes its place, so that the rest of the file is read too.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, Value, kind_of, value_of
from ht_newsgen.reading.yaml_slips import slip_of_line
from ht_newsgen.reading.yaml_words import Slip

DEEPEST = 16
"""Levels of lists and mappings inside each other."""


_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class _Branch(Struct):
    """A list or mapping that is still growing; a mapping's keys and values take turns."""

    is_mapping: bool
    line: int
    column: int
    opened: Any
    """Where it begins, if it is written in brackets or braces; else nothing."""
    items: list[Node]
    """Of a list."""
    entries: dict[str, tuple[Scalar, Node]]
    """Of a mapping, each key where it stands first."""
    key: Node | None = None
    """Of a mapping, the key that waits for its value."""

    def take(self, node: Node) -> bool:
        """Take in the next node. Whether it is a key of which something is to be said."""
        if not self.is_mapping:
            self.items.append(node)
            return False
        key = self.key
        if key is None:
            self.key = node
            return not _is_plain_key(node, self)
        self.key = None
        if isinstance(key, Scalar):
            self.entries.setdefault(key.text, (key, node))
        return False

    def grown(self, raw: str) -> Node:
        if self.is_mapping:
            return Mapping(tuple(self.entries.values()), self.line, self.column, raw)
        return Sequence(tuple(self.items), self.line, self.column, raw)


def grow(
    events: Iterable[Any], text: str, first_line: int = 1
) -> tuple[Node | None, tuple[Slip, ...]]:
    """The tree of the first document, and what it holds that strict YAML has not.

    The tree is None when it is nested deeper than `DEEPEST`. Lines of slips count from 0 in the
    text, lines of the tree from `first_line`.
    """
    slips: list[Slip] = []
    trunk = branch = _Branch(False, first_line, 1, None, [], {})
    below: list[_Branch] = []
    lines = text.split("\n")
    for event in events:
        kind, start = type(event), event.start_mark
        line, column = start.line, start.column
        node: Node
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                slips.append(_marked(event, lines))
            raw = _raw(start, event.end_mark, lines)
            node = Scalar(event.value, line + first_line, column + 1, bool(event.style), raw)
        elif kind in _STARTS:
            if event.anchor or event.tag:
                slips.append(_marked(event, lines))
            if len(below) == DEEPEST:
                message = say("this is nested deeper than {deepest} levels", deepest=DEEPEST)
                return None, (*slips, Slip(line, column, message))
            below.append(branch)
            is_mapping, opened = kind is MappingStartEvent, event.flow_style and start
            branch = _Branch(is_mapping, line + first_line, column + 1, opened, [], {})
            continue
        elif kind in _ENDS:
            node = branch.grown(_raw(branch.opened, event.end_mark, lines))
            branch = below.pop()
        elif kind is AliasEvent:
            slips.append(_marked(event, lines))
            node = Scalar(f"*{event.anchor}", line + first_line, column + 1, quoted=True)
        else:
            if kind is DocumentStartEvent:
                slips.extend(_slips_of_document(event, is_first=not trunk.items))
                if trunk.items:
                    break
            continue
        if branch.take(node):
            slips.extend(_slips_of_key(node, branch, lines, first_line))
    return trunk.items[0] if trunk.items else Scalar("", first_line, 1), tuple(slips)


def _raw(start: Any, end: Any, lines: list[str]) -> str:
    """What stands between two marks, if they are on one line; without `start` for blocks."""
    if not start or start.line != end.line:
        return ""
    whole: str = lines[start.line]
    return whole[start.column : end.column]


def _is_plain_key(key: Node, branch: _Branch) -> bool:
    """Whether nothing is to be said of the key; so with nearly all of them."""
    return (
        type(key) is Scalar
        and key.text not in branch.entries
        and isinstance(value_of(key), str)
        and key.text != "<<"
    )


def _slips_of_document(event: Any, *, is_first: bool) -> Iterable[Slip]:
    line, column = event.start_mark.line, event.start_mark.column
    if not is_first:
        advice = say("Remove the line of dashes, and all that follows it")
        yield Slip(line, column, say("a second document begins here"), advice)
    elif event.version or event.tags:
        yield Slip(line, column, say("a directive has no place here"), say("Remove it"))


def _marked(event: Any, lines: list[str]) -> Slip:
    """An anchor, alias or tag: mostly a text that was to begin with `&`, `*` or `!`."""
    line, column = event.start_mark.line, event.start_mark.column
    tag = (getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
    if not tag.startswith("!!") and not isinstance(event, _STARTS):
        meant = slip_of_line("".join(lines[line : line + 1]), line)
        if meant is not None:
            # `*name` of a name that is given somewhere (or the other way round) is no text.
            other = f"{'&' if isinstance(event, AliasEvent) else '*'}{event.anchor}"
            in_earnest = event.anchor and any(other in one for one in lines)
            return replace(meant, is_certain=meant.is_certain and not in_earnest)
    if isinstance(event, AliasEvent):
        return Slip(
            line,
            column,
            say("`*{anchor}` is an alias, which is not read here", anchor=event.anchor or ""),
            say("Write the value out"),
        )
    if event.anchor is not None:
        return Slip(
            line,
            column,
            say("`&{anchor}` is an anchor, which is not read here", anchor=event.anchor or ""),
            say("Remove it, and write the value out wherever it is used"),
        )
    return Slip(
        line,
        column,
        say("`{tag}` is a tag, which is not read here", tag=tag),
        say("Remove it; a value that is a text may stand in quotes"),
    )


def _slips_of_key(key: Node, branch: _Branch, lines: list[str], first_line: int) -> Iterable[Slip]:
    line, column = key.line - first_line, key.column - 1
    if not isinstance(key, Scalar):
        meant = slip_of_line("".join(lines[line : line + 1]), line)
        message = say("a key is a word; this is {found}", found=kind_of(key))
        yield meant or Slip(line, column, message, say("Put the text in quotes"))
        return
    if key.text == "<<" and not key.quoted:
        yield Slip(
            line,
            column,
            say("`<<` merges another mapping, which is not done here"),
            say("Write the keys out"),
        )
        return
    value: Value = value_of(key)
    if value is None:
        yield Slip(line, column, say("a key is missing before the colon"), say("Name the value"))
    elif not isinstance(value, str):
        yield Slip(
            line,
            column,
            say("the key `{key}` is {found}; a key is a word", key=key.text, found=kind_of(key)),
            say('Put it in quotes: "{text}":', text=key.text),
        )
    if key.text in branch.entries:
        first, _ = branch.entries[key.text]
        message = say(
            "`{text}` is given twice, first on line {line}", text=key.text, line=first.line
        )
        yield Slip(line, column, message, say("Keep one of the two"))
