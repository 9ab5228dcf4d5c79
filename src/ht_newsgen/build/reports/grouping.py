"""Which problems are told together, and in which order: what stops a build comes first."""

from collections.abc import Iterable

from msgspec import Struct

from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import Sentence

TOGETHER = 3
"""From so many places on, a mistake that is the same in all of them is told once."""


class Told(Struct, frozen=True):
    """One problem, and where else there is the very same."""

    first: Problem
    others: tuple[Place, ...] = ()


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each once: errors first, for only they keep anything from being published; then by place."""
    return sorted(set(problems), key=_order)


def grouped(problems: Iterable[Problem]) -> list[Told]:
    """The problems in order; the same in many places is told at the first of them."""
    same: dict[tuple[Severity, str, Sentence, Sentence], list[Problem]] = {}
    for found in in_order(problems):
        key = (found.severity, found.rule, found.message, found.help)
        same.setdefault(key, []).append(found)
    told: list[Told] = []
    for first, *others in same.values():
        if len(others) + 1 >= TOGETHER:
            told.append(Told(first, tuple(found.place for found in others)))
        else:
            told += map(Told, (first, *others))
    return sorted(told, key=lambda one: _order(one.first))


def _order(found: Problem) -> tuple[bool, Problem]:
    return found.severity is not Severity.ERROR, found
