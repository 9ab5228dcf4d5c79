"""Texts mended in single spots: every other byte stays as it is.

A problem may say what mends it (`problems.Mend`). Here these spots are found in the bytes of a file
and changed, and what comes of it is judged anew, until nothing is left that can be mended. A file
in which something else would be wrong afterwards stays as it was.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Mend, Problem, Severity

MOST_ROUNDS = 20
"""Times that a file is judged anew; a mend may bring to light what another hid."""

_BOM = "\ufeff"
_LINE_END = regex(r"\r\n|\r|\n")

Spot = tuple[int, int, str]
"""Where it begins and ends in the text, and what is put there."""


class Judgement(Struct, frozen=True, kw_only=True):
    """What is wrong with a file."""

    reading: tuple[Problem, ...]
    """Told while it was read."""
    checks: tuple[Problem, ...] = ()
    """Told of what came of it; nothing, as long as nothing does."""


Judge = Callable[[bytes], Judgement]


class Mended(Struct, frozen=True, kw_only=True):
    """A file after its mending."""

    data: bytes
    problems: tuple[Problem, ...]
    """What was mended, each at its place at that time."""


def mend(data: bytes, judge: Judge) -> Mended:
    """Mend whatever the judge knows how to mend.

    All at once, where that does no harm; else one thing after another, leaving out what does.
    """
    now = judge(data)
    told: list[Problem] = []
    for _ in range(MOST_ROUNDS):
        mendable = [found for found in (*now.reading, *now.checks) if found.mends]
        better = _all_at_once(data, now, mendable, judge) or _one_by_one(data, now, mendable, judge)
        if better is None:
            break
        data, now, problems = better
        told += problems
    return Mended(data=data, problems=tuple(told))


_Better = tuple[bytes, Judgement, Sequence[Problem]]


def _all_at_once(
    data: bytes, before: Judgement, mendable: Sequence[Problem], judge: Judge
) -> _Better | None:
    changed, used = apply(data, mendable)
    if not used:
        return None
    after = judge(changed)
    return (changed, after, used) if is_better(before, after, used) else None


def _one_by_one(
    data: bytes, before: Judgement, mendable: Sequence[Problem], judge: Judge
) -> _Better | None:
    """The first mend that does no harm."""
    singly = (_all_at_once(data, before, [found], judge) for found in mendable)
    return next((better for better in singly if better is not None), None)


def is_better(before: Judgement, after: Judgement, mended: Sequence[Problem]) -> bool:
    """Whether what was mended is told no more, and nothing is wrong now that was not before."""
    told = Counter(map(_named, (*before.reading, *before.checks)))
    tells = Counter(map(_named, (*after.reading, *after.checks)))
    if any(
        told[name] - tells[name] < count for name, count in Counter(map(_named, mended)).items()
    ):
        return False
    harm = Counter(map(_named, _errors(after.reading)))
    if not _errors(before.reading):
        # Else nothing came of the file before, so its checks begin to speak only now.
        harm.update(map(_named, _errors(after.checks)))
    return not harm - told


def _errors(problems: Sequence[Problem]) -> list[Problem]:
    return [found for found in problems if found.severity is Severity.ERROR]


def _named(found: Problem) -> tuple[str, str]:
    """A problem without its place, which moves while other spots are mended."""
    return found.rule, str(found.message)


def apply(data: bytes, problems: Sequence[Problem]) -> tuple[bytes, list[Problem]]:
    """The bytes with the mends of these problems, and the problems whose mends could be made.

    Left out is a problem with a spot that is not as it says, or that another one mends already.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data, []
    lines = _starts(text)
    ending = _LINE_END.search(text)
    spots: list[Spot] = []
    used: list[Problem] = []
    for found in problems:
        new = [_spot(text, lines, one, ending[0] if ending else "\n") for one in found.mends]
        if all(new) and not _overlap([*spots, *filter(None, new)]):
            spots += filter(None, new)
            used.append(found)
    for start, end, put in sorted(spots, reverse=True):
        text = text[:start] + put + text[end:]
    return text.encode(), used


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    first = len(_BOM) if text.startswith(_BOM) else 0
    return [first, *(found.end() for found in _LINE_END.finditer(text))]


def _spot(text: str, lines: list[int], mend: Mend, ending: str) -> Spot | None:
    """The spot of a mend; None if something else stands there."""
    if not 0 < mend.line <= len(lines):
        return None
    start = lines[mend.line - 1] + mend.column - 1
    if not text.startswith(mend.old, start):
        return None
    return start, start + len(mend.old), mend.new.replace("\n", ending)


def _overlap(spots: list[Spot]) -> bool:
    ordered = sorted(spots)
    return any(one[0] == other[0] or one[1] > other[0] for one, other in pairwise(ordered))
