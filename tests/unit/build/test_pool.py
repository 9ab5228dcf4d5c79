"""Work shared among processes."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable
from itertools import chain

import pytest

from ht_newsgen.build.crew import forked
from ht_newsgen.build.pool import (
    WORTH_A_WORKER,
    Chunks,
    WorkerLostError,
    dealt,
    in_stretches,
    shared,
    workers_for,
)
from ht_newsgen.errors import ThemeBroken
from tests.support.killing import gone

Divide = Callable[[int, int], Chunks]


def test_little_work_is_worth_no_worker() -> None:
    """Starting one costs more than it saves; and nobody is there for nothing."""
    assert workers_for(2 * WORTH_A_WORKER - 1, 8) < 2
    assert workers_for(2 * WORTH_A_WORKER, 8) == 2
    assert workers_for(100 * WORTH_A_WORKER, 8) == 8
    assert workers_for(100 * WORTH_A_WORKER, 1) == 1


@pytest.mark.parametrize(("tasks", "jobs"), [(0, 2), (7, 2), (500, 1), (500, 2), (181, 3)])
def test_every_task_is_answered_once(tasks: int, jobs: int) -> None:
    """By whomever."""
    with shared(lambda number: (number, os.getpid()), tasks, jobs) as answers:
        done = list(answers)
    assert sorted(number for number, _ in done) == list(range(tasks))
    processes = {process for _, process in done}
    assert (os.getpid() in processes) == (0 < tasks < 2 * WORTH_A_WORKER or jobs == 1)


@pytest.mark.parametrize("divide", [dealt, in_stretches])
@pytest.mark.parametrize(("tasks", "number"), [(0, 4), (3, 4), (24, 4), (101, 12)])
def test_every_task_is_in_one_chunk(divide: Divide, tasks: int, number: int) -> None:
    """And no chunk is much larger than another."""
    chunks = divide(tasks, number)

    assert sorted(chain.from_iterable(chunks)) == list(range(tasks))
    assert len(chunks) == number
    assert max(map(len, chunks)) - min(map(len, chunks)) <= 1


def test_neighbours_are_dealt_to_all_or_kept_together() -> None:
    """As the work wants it."""
    assert [list(chunk) for chunk in dealt(6, 3)] == [[0, 3], [1, 4], [2, 5]]
    assert [list(chunk) for chunk in in_stretches(6, 3)] == [[0, 1], [2, 3], [4, 5]]


def test_a_worker_keeps_to_its_stretch_and_helps_out_from_the_far_end() -> None:
    """So that most of what its chunks have in common is made by one worker alone."""
    done = multiprocessing.get_context("fork").Event()

    def work(chunk: int) -> tuple[int, int]:
        if chunk == 0:
            done.wait(60)
        if chunk == 1:  # the last that is left of the stretch of the other
            done.set()
        return chunk, os.getpid()

    with forked(work, 2) as crew:
        answers = list(crew.map(range(8)))

    assert [chunk for chunk, _ in answers][:6] == [4, 5, 6, 7, 3, 2]
    assert len({process for _, process in answers[:6]}) == 1
    assert sorted(chunk for chunk, _ in answers[6:]) == [0, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_here(jobs: int) -> None:
    """With its words, and with the place where it arose."""

    def work(number: int) -> int:
        if number == 100:
            raise ThemeBroken("base.html, line 3: no")
        return number

    with (
        pytest.raises(ThemeBroken, match=r"base\.html, line 3") as raised,
        shared(work, 200, jobs) as answers,
    ):
        list(answers)
    if jobs > 1:
        assert 'raise ThemeBroken("base.html, line 3: no")' in raised.value.__notes__[0]


class OddError(Exception):
    """One that cannot be copied, as some libraries have them."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one}, {two}")


def test_an_error_that_cannot_cross_the_pipe_is_told_in_words() -> None:
    """Nothing is lost."""

    def work(_: int) -> int:
        raise OddError("one", "two")

    with (
        pytest.raises(RuntimeError, match="OddError: one, two"),
        shared(work, 200, 2) as answers,
    ):
        list(answers)


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_a_worker_that_is_killed_is_noticed(size: int) -> None:
    """Even in the middle of a long answer, which a shared pipe would wait for for ever."""

    def work(number: int) -> bytes:
        if number == 1:
            # Half of the answer is in the pipe when the end comes.
            threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGKILL)).start()
            return bytes(50 * size)
        return bytes(size)

    def first_slowly(answers: Iterable[bytes]) -> None:
        for _ in answers:
            threading.Event().wait(0.1)

    with pytest.raises(WorkerLostError, match="gone"), forked(work, 2) as crew:
        first_slowly(crew.map([*range(8), *range(8, 40)]))


def test_a_worker_that_cannot_be_started_is_a_lost_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system allows so many processes and no more."""

    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    with pytest.raises(WorkerLostError, match="too many"), forked(abs, 2):
        pass


def test_workers_end_with_the_block() -> None:
    """Also when nobody has asked for all the answers."""

    def process_of(_: int) -> int:
        return os.getpid()

    with forked(process_of, 2) as crew:
        first = next(crew.map(range(50)))
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert gone(first)
