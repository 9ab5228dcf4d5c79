"""What mends a problem, made from the tree of a file or from one of its lines."""

from ht_newsgen.kit.problems import Mend
from ht_newsgen.reading.tree import Node


def instead_of(node: Node, text: str) -> tuple[Mend, ...]:
    """The text in place of the node; nothing without a text, or if the node has several lines."""
    if not node.raw or not text or "\n" in text:
        return ()
    return (Mend(node.line, node.column, node.raw, text),)


def changed(number: int, old: str, new: str) -> tuple[Mend, ...]:
    """What makes the line of that number new, in as few characters as can be."""
    start = alike(old, new)
    end = alike(old[start:][::-1], new[start:][::-1])
    return (Mend(number, start + 1, old[start : len(old) - end], new[start : len(new) - end]),)


def alike(one: str, other: str) -> int:
    """How many characters the two have in common at their beginnings."""
    both = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(both) if a != b), min(len(one), len(other)))
