"""Work shared among the cores, through `concurrent.futures`.

Workers are forked, so they have all that the build has read and decided, and nothing large
crosses a pipe: a worker is told which numbers to work on, and answers with small values.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Answer = TypeVar("Answer")

CHUNKS_EACH = 6
"""Chunks for each worker: few enough to cost nothing, enough that none waits long for another."""
WORTH_A_WORKER = 60
"""Pages or texts below which starting a worker costs more than it saves."""

_work: Callable[[int], object] | None = None
"""What this worker does; set once, when it is forked."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers_for(tasks: int, jobs: int) -> int:
    """How many workers so many tasks are worth; `jobs` 0 is as many as there are cores."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return min(jobs or cores(), tasks // WORTH_A_WORKER) if can_fork else 0


@contextmanager
def executor_for(work: Callable[[int], object], workers: int) -> Iterator[Executor | None]:
    """An executor whose workers can `do` the work; None when this process does it alone."""
    if workers < 2:
        yield None
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_take_up, initargs=(work,)
    ) as executor:
        yield executor


def in_chunks(
    work: Callable[[int], Answer], tasks: int, executor: Executor | None, workers: int
) -> Iterator[Answer]:
    """The answers to tasks 0 … `tasks` - 1, chunk by chunk; not in their order.

    Every chunk takes each Nth task, so that all cost about the same.
    """
    if executor is None:
        yield from map(work, range(tasks))
        return
    step = workers * CHUNKS_EACH
    chunks = [range(first, tasks, step) for first in range(step)]
    for answers in executor.map(_do_all, chunks):
        yield from answers  # type: ignore[misc]


def _take_up(work: Callable[[int], object]) -> None:
    global _work  # noqa: PLW0603 - a process's own work, as the pool's initialiser sets it
    _work = work


def _do_all(numbers: Sequence[int]) -> list[object]:
    assert _work is not None
    return [_work(number) for number in numbers]
