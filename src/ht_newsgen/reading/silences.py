"""`silence:` the rules of `check` that somebody has set aside for one item, and why."""

from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Silence
from ht_newsgen.reading.fields import read_line, read_word
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node, Scalar, Sequence

SILENCE_KEYS = Keys.of(Key("rule", read_word), Key("reason", read_line))


def read_silences(node: Node, key: str, notes: Notes) -> tuple[Silence, ...]:
    """A list of `rule` and `reason`, or one alone; whether there is such a rule, `check` tells."""
    items = node.items if isinstance(node, Sequence) else (node,)
    found = [_read_silence(item, key, notes) for item in items]
    return tuple(silence for silence in found if silence is not None)


def _read_silence(node: Node, key: str, notes: Notes) -> Silence | None:
    if isinstance(node, Scalar):
        notes.add(
            notes.rules.type,
            node,
            say("`{key}` does not say why", key=key),
            say("Write it as: - {{rule: {text}, reason: …}}", text=node.text),
        )
        return None
    entries = read_mapping(node, SILENCE_KEYS, key, notes)
    if entries is None:
        return None
    for name in ("rule", "reason"):
        if name not in entries.nodes:
            notes.add(
                notes.rules.missing,
                node,
                say("`{key}` names no `{name}`", key=key, name=name),
                say("Write {name}: below the dash", name=name),
            )
    if not {"rule", "reason"} <= entries.values.keys():
        return None
    return Silence(**entries.values)
