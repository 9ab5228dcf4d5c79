"""What `check --fix` may change: a spot of the file that holds exactly what is to be mended."""

from collections.abc import Sequence
from html import escape

from ht_newsgen.kit.problems import Mend, Place


def spot(lines: Sequence[str], place: Place, old: str, new: str) -> tuple[Mend, ...]:
    """The change from `old` to `new` on the line of this place; none if it is not just so there."""
    if not 0 < place.line <= len(lines):
        return ()
    line = lines[place.line - 1]
    for before, after in ((old, new), (escape(old), escape(new))):
        at = line.find(before, max(0, place.column - 1))
        if at >= 0:
            return (Mend(place.line, at + 1, before, after),)
    return ()
