"""Rounds over sites of one size: each generator in turn, after the same edits."""

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import make_corpus
from benchmarks.desk import Desk
from benchmarks.edits import CHECKS, KINDS, Edit, History
from benchmarks.generators.generator import write_site
from benchmarks.generators.ours import OURS
from benchmarks.measure import Cost, count
from benchmarks.report import Sample, Series


def measure_size(
    series: Series, wishes: argparse.Namespace, work: Path, say: Callable[[str], None]
) -> None:
    """All rounds over sites of one size; raises `RunFailedError` and `EditNotSeenError`."""
    size = series.items
    desks = [Desk(generator, work / generator.name) for generator in wishes.generators]
    for desk in desks:
        say(f"{size} items: writing the site for {desk.generator.name}")
        write_site(desk.generator, desk.site, make_corpus(size))
    history = History(size)
    for turn in range(1, wishes.rounds + 1):
        for kind in (kind for kind in KINDS if is_due(kind, turn, wishes)):
            edit = history.edit(kind, turn)
            # Whoever is first in one round is last in the next: none has always the same before it.
            for desk in desks if turn % 2 else reversed(desks):
                if kind in CHECKS and desk.generator.check is None:
                    continue
                cost = checked(desk, edit) if kind in CHECKS else built(desk, kind, edit)
                if kind in wishes.only:
                    series.samples.append(Sample(turn, kind, desk.generator.name, cost))
                say(f"round {turn}: {KINDS[kind]}: {desk.generator.name} {cost.wall:.2f} s")
                if kind == "clean":
                    series.made.setdefault(desk.generator.name, count(desk.output))
                if wishes.verify and desk.generator is OURS:
                    desk.build("--verify")


def is_due(kind: str, turn: int, wishes: argparse.Namespace) -> bool:
    """Whether a kind is done in this round.

    The first begins clean in any case: the other kinds need something built. Where sizes are
    compared it is the only clean one, so that a large site has time for several edits.
    """
    if kind == "clean":
        return turn == 1 or (kind in wishes.only and not wishes.growth)
    return kind in wishes.only


def built(desk: Desk, kind: str, edit: Edit) -> Cost:
    """One build after an edit, which its pages show."""
    if kind == "clean":
        desk.forget_builds()
    elif kind in ("checkout", "restored"):
        desk.check_out_anew()
        if kind == "checkout":
            desk.set_aside(desk.output)
    edit.apply(desk)
    cost = desk.build()
    edit.check(desk)
    return cost


def checked(desk: Desk, edit: Edit) -> Cost:
    """One check after an edit to a site that had been checked; then a build, which shows it."""
    desk.check()
    edit.apply(desk)
    cost = desk.check()
    desk.build()
    edit.check(desk)
    return cost
