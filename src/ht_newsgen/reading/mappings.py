"""Mappings read key by key, by a table of the keys that may stand in them."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from msgspec import Struct

from ht_newsgen.kit.problems import Rule
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import all_near, is_slip_of
from ht_newsgen.reading.mends import instead_of
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, is_empty, kind_of

Reader = Callable[[Node, str, Notes], Any]
"""From a node, the key's full name and the notes to the value, or to None and a problem."""


KEEP_ONE = say("Keep one of the two")


class Key(Struct, frozen=True):
    """A key that may stand in a mapping."""

    name: str
    read: Reader
    also: tuple[str, ...] = ()
    """Other names by which it may go."""


class Keys(Struct, frozen=True):
    """A table of keys, found by any of their names."""

    by_name: dict[str, Key]

    @staticmethod
    def of(*keys: Key) -> "Keys":
        """The table of these keys."""
        return Keys({name: key for key in keys for name in (key.name, *key.also)})

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names."""
        return tuple(dict.fromkeys(key.name for key in self.by_name.values()))


class Entries(Struct, frozen=True):
    """What a mapping holds, by canonical names."""

    values: dict[str, Any]
    """Only what could be read."""
    nodes: dict[str, Node]
    """All that is there and not empty, read or not."""


def read_mapping(node: Node, keys: Keys, name: str, notes: Notes) -> Entries | None:
    """The entries of a node that must be a mapping; None, with a problem, when it is not one.

    `name` is the full name of the mapping's own key, empty for the whole of a file. Problems:
    the family's `type` and `key`, and what the readers of the keys find.
    """
    if not isinstance(node, Mapping):
        message = say(
            "{what} is {found}; {expected} is expected",
            what=say("`{key}`", key=name) if name else say("this"),
            found=kind_of(node),
            expected=say("a mapping of keys and values"),
        )
        some = ", ".join(keys.names[:4])
        notes.add(
            notes.rules.type,
            node,
            message,
            say("Write each key on a line of its own: {some}", some=some),
        )
        return None
    return read_entries(node.entries, keys, name, notes)


def read_entries(
    entries: Iterable[tuple[Scalar, Node]],
    keys: Keys,
    name: str,
    notes: Notes,
    twice: Rule | None = None,
) -> Entries:
    """The entries, read by the table. Problems: the family's `key`, or `twice` for two names."""
    values: dict[str, Any] = {}
    nodes: dict[str, Node] = {}
    written: dict[str, Scalar] = {}
    pairs = list(entries)
    for label, node in pairs:
        key = keys.by_name.get(label.text)
        full = f"{name}.{label.text}" if name else label.text
        if key is None:
            given = [other.text for other, _ in pairs]
            note_unknown(label, node, full, keys, notes, given=given)
            continue
        if is_empty(node):
            continue
        first = written.setdefault(key.name, label)
        if first is not label:
            message = say(
                "`{key}` is another name of `{first}` on line {line}",
                key=label.text,
                first=first.text,
                line=str(first.line),
            )
            listed = isinstance(node, Sequence) and isinstance(nodes[key.name], Sequence)
            advice = (
                say("Make one list of the two, under `{name}`", name=key.name)
                if listed
                else KEEP_ONE
            )
            notes.add(twice or notes.rules.key, label, message, advice)
            continue
        nodes[key.name] = node
        value = key.read(node, full, notes)
        if value is not None:
            values[key.name] = value
    return Entries(values, nodes)


def note_unknown(
    label: Scalar, node: Node, full: str, keys: Keys, notes: Notes, *, given: Collection[str] = ()
) -> None:
    """Take down a key that is in no table, with what was probably meant.

    `given` are the keys that stand beside it: what is there already was not meant. The key is
    mended if it is a slip of one key alone, and the value is one that this key takes.
    """
    there = {keys.by_name[name].name for name in given if name in keys.by_name}
    candidates = [name for name, key in keys.by_name.items() if key.name not in there]
    near = all_near(label.text, candidates)
    message = say("`{full}` is not a key that is known here", full=full)
    if not near:
        notes.add(
            notes.rules.key,
            label,
            message,
            say("Known here are {names}", names=", ".join(keys.names)),
        )
        return
    meant = near[0]
    is_only_one = len({keys.by_name[name].name for name in near}) == 1
    is_sure = is_only_one and is_slip_of(label.text, meant)
    mends = instead_of(label, meant) if is_sure and _takes(keys.by_name[meant], node, notes) else ()
    notes.add(notes.rules.key, label, message, say("Did you mean `{meant}`?", meant=meant), mends)


def _takes(key: Key, node: Node, notes: Notes) -> bool:
    """Whether the node is a value that the key may have."""
    tried = Notes(notes.path, notes.rules, notes.zone)
    return key.read(node, key.name, tried) is not None and not tried.problems
