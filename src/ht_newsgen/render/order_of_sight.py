"""A line of mixed directions in the order in which its letters stand beside each other.

The Unicode Bidirectional Algorithm (UAX 9) for one line without embeddings and isolates, which
headlines do not have.
"""

import unicodedata
from collections.abc import Sequence

_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "A"}
"""Of the classes of characters that matter: left, right, number, number among Arabic letters."""
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


def in_order_of_sight(text: str, *, rtl: bool) -> str:
    """The characters from left to right; brackets within words from the right are turned (L4)."""
    levels = _levels(text, base=int(rtl))
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        _reverse_runs(order, levels, level)
    return "".join(
        _MIRRORED.get(text[at], text[at]) if levels[at] % 2 else text[at] for at in order
    )


def _reverse_runs(order: list[int], levels: Sequence[int], level: int) -> None:
    """What lies at this level or above is turned around, each run by itself (rule L2)."""
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = reversed(order[start:end])
        start = end + 1


def _levels(text: str, base: int) -> list[int]:
    """0 from left to right, 1 from right to left, 2 from left to right within that (I1, I2)."""
    side = "R" if base else "L"
    kinds = _numbers([unicodedata.bidirectional(char) for char in text], side)
    resolved = []
    for at, kind in enumerate(kinds):
        if kind == "O":
            before = next((one for one in reversed(kinds[:at]) if one != "O"), side)
            after = next((one for one in kinds[at:] if one != "O"), side)
            sides = {"L" if one == "L" else "R" for one in (before, after)}
            kind = sides.pop() if len(sides) == 1 else side  # noqa: PLW2901 - N1, else N2
        resolved.append(kind)
    levels = {"L": 2 if base else 0, "R": 1, "N": 2, "A": 2}
    return [levels[kind] for kind in resolved]


def _numbers(classes: Sequence[str], side: str) -> list[str]:
    """The kinds, O for others; what belongs to a number is one: `1,000`, `€5` (W2 to W7)."""
    kinds = [_KINDS.get(one, "O") for one in classes]
    strong = ""
    for at, one in enumerate(classes):
        strong = one if one in {"L", "R", "AL"} else strong
        if one == "EN" and strong == "AL":
            kinds[at] = "A"
    for at, one in enumerate(classes):
        near = "".join(kinds[at - 1 : at] + kinds[at + 1 : at + 2])
        if (one == "CS" and near in {"NN", "AA"}) or (one == "ES" and near == "NN"):
            kinds[at] = near[0]
        elif one == "ET" and "N" in near:
            kinds[at] = "N"
    strong = side
    for at, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        if kind == "N" and strong == "L":
            kinds[at] = "L"
    return kinds
