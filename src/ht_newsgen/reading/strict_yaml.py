"""Strict YAML: every value has a place, and what YAML would silently misread is a problem.

The subset is that of YAML 1.2.2 which needs no explanation: mappings with text keys, lists,
texts, numbers, yes-or-no values. Duplicate keys, anchors, aliases, tags, merge keys, directives
and further documents are refused. Types are those of `reading/tree.py`.

PyYAML comes with and without libyaml, and the two disagree at the edges. So the fast one reads
only what is plainly harmless (`reading/yaml_harmless.py`); the pure one reads all the rest, and
every message comes from it. The verdict is then the same wherever the program runs.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from ht_newsgen.kit.problems import Mend
from ht_newsgen.kit.sentences import say
from ht_newsgen.reading.mends import changed
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.tree import Node
from ht_newsgen.reading.yaml_events import grow
from ht_newsgen.reading.yaml_harmless import is_harmless
from ht_newsgen.reading.yaml_plain import plain_tree
from ht_newsgen.reading.yaml_slips import find_slip
from ht_newsgen.reading.yaml_words import Slip

LARGEST = 512 * 1024
"""Characters of a configuration or register; front matter has a smaller limit of its own."""
MOST_SLIPS = 20
"""Mistakes of writing after which reading one file stops."""

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", None)
"""libyaml's; None where PyYAML was installed without it."""


def parse_yaml(text: str, notes: Notes, first_line: int = 1) -> Node | None:
    """The tree of one YAML document, or None when it cannot be told what was meant.

    A slip whose mending is known is taken down and mended, so that reading can go on to the next
    one; the tree is then that of the mended text. `first_line` is where the text begins in its
    file. Problems: the family's `yaml`.
    """
    if len(text) > LARGEST:
        notes.add(
            notes.rules.yaml,
            (first_line, 1),
            say("this is longer than {most} characters", most=LARGEST),
            say("Split it, or move what is not needed elsewhere"),
        )
        return None
    for _ in range(MOST_SLIPS):
        try:
            tree, slips = compose(text, first_line, FAST_LOADER)
        except yaml.YAMLError as error:
            slip = find_slip(text, error)
            lines = text.split("\n")
            _take_down(slip, notes, lines, first_line)
            if slip.mended is None:
                return None
            lines[slip.line] = slip.mended
            notes.altered.add(slip.line + first_line)
            text = "\n".join(lines)
            continue
        lines = text.split("\n") if slips else []
        for slip in slips:
            _take_down(slip, notes, lines, first_line)
        return tree
    return None


def compose(
    text: str, first_line: int = 1, fast_loader: Any = None
) -> tuple[Node | None, tuple[Slip, ...]]:
    """The tree of the text, and what it holds that strict YAML has not.

    The tree is None when it is nested too deeply. Raises `yaml.YAMLError` for what is not YAML.
    """
    tree = plain_tree(text, first_line)
    if tree is not None:
        return tree, ()
    if fast_loader is not None and is_harmless(text):
        try:
            return grow(events(text, fast_loader), text, first_line)
        except yaml.YAMLError:
            pass  # The pure loader has the last word, and the message.
    return grow(events(text, yaml.SafeLoader), text, first_line)


def events(text: str, loader: Any) -> Iterator[Any]:
    """As `yaml.parse`, which asks before each event whether there is one."""
    return iter(loader(text).get_event, None)


def _take_down(slip: Slip, notes: Notes, lines: list[str], first_line: int) -> None:
    line = slip.line + first_line
    mends: tuple[Mend, ...] = ()
    if slip.mended is not None and slip.is_certain:
        mends = changed(line, lines[slip.line], slip.mended)
    notes.add(notes.rules.yaml, (line, slip.column + 1), slip.message, slip.advice, mends)
