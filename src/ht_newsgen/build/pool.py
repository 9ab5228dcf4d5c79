"""Work shared among the cores.

Workers are forked, so they have all that the build has read and decided, and nothing large
crosses a pipe: a worker is told which numbers to work on, and answers with small values.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, pairwise
from typing import TypeVar

Answer = TypeVar("Answer")

CHUNKS_EACH = 6
"""Chunks for each worker: few enough to cost nothing, enough that none waits long for another."""
Chunks = list[range]
WORTH_A_WORKER = 60
"""Pages or texts below which starting a worker costs more than it saves."""


class WorkerLostError(Exception):
    """A worker was ended from outside, or could not be started."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers_for(tasks: int, jobs: int, cost: int = 0) -> int:
    """How many workers so many tasks are worth; `jobs` 0 is as many as there are cores.

    `cost` is what they cost together, if some cost more than a page or a text does.
    """
    worth = max(tasks, cost) // WORTH_A_WORKER
    return min(jobs or cores(), worth, tasks) if hasattr(os, "fork") else 0


def dealt(tasks: int, number: int) -> Chunks:
    """So many chunks, each of which takes each Nth task, so that all cost about the same."""
    return [range(first, tasks, number) for first in range(number)]


def in_stretches(tasks: int, number: int) -> Chunks:
    """So many chunks of tasks that follow one another, for work that shares with the next."""
    ends = [tasks * place // number for place in range(number + 1)]
    return [range(first, end) for first, end in pairwise(ends)]


@contextmanager
def shared(
    work: Callable[[int], Answer],
    tasks: int,
    jobs: int,
    *,
    cost: int = 0,
    divide: Callable[[int, int], Chunks] = dealt,
) -> Iterator[Iterator[Answer]]:
    """The answers to tasks 0 … `tasks` - 1, as they come; not in their order.

    Without use for two workers this process does it alone; `cost` is as for `workers_for`. Raises
    what the work raises, and WorkerLostError.
    """
    workers = workers_for(tasks, jobs, cost)
    if workers < 2:
        yield map(work, range(tasks))
        return
    from ht_newsgen.build.crew import Crew, forked

    def all_of(numbers: range) -> list[Answer]:
        return [work(number) for number in numbers]

    crew: Crew[range, list[Answer]]
    with forked(all_of, workers) as crew:
        yield chain.from_iterable(crew.map(divide(tasks, workers * CHUNKS_EACH)))
