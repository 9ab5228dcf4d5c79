"""Workers: forked processes, each with a pipe of its own to its parent.

The pool of `concurrent.futures` has one pipe for the answers of all workers. If one of them is
killed in the middle of an answer, the others and the parent wait for its end for ever. Here only
its own pipe breaks, which is noticed at once; and no worker outlives its parent by more than the
chunk that it works on. See `docs/decisions/0017-workers.md`.
"""

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

from ht_newsgen.build.pool import WorkerLostError

Chunk = TypeVar("Chunk")
Answer = TypeVar("Answer")


class Crew(Generic[Chunk, Answer]):
    """Workers that wait for chunks of their work."""

    def __init__(self, ends: list[Connection]) -> None:
        self._ends = ends

    def map(self, chunks: Sequence[Chunk]) -> Iterator[Answer]:
        """The answer to each chunk as it comes.

        Each worker has a stretch of the chunks for itself, since those next to each other may have
        much in common; one that is done helps out where most is left. Raises what the work raised,
        and WorkerLostError.
        """
        share = -(-len(chunks) // len(self._ends))
        waiting = {
            end: deque(chunks[place * share : (place + 1) * share])
            for place, end in enumerate(self._ends)
        }

        def hand_next(end: Connection) -> bool:
            longest = max(waiting.values(), key=len)
            if waiting[end]:
                _hand(end, waiting[end].popleft())
            elif longest:
                _hand(end, longest.pop())
            else:
                return False
            return True

        busy = [end for end in self._ends if hand_next(end)]
        while busy:
            ready = set(wait(busy))
            for end in [end for end in busy if end in ready]:
                answer: Answer = _take(end)
                if not hand_next(end):
                    busy.remove(end)
                yield answer


@contextmanager
def forked(work: Callable[[Chunk], Answer], number: int) -> Iterator[Crew[Chunk, Answer]]:
    """So many workers, which have all that this process has, and end with the block.

    Raises WorkerLostError when the system allows no more processes.
    """
    context = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    processes = []
    try:
        try:
            for _ in range(number):
                ours, theirs = context.Pipe()
                ends.append(ours)
                process = context.Process(
                    target=_serve, args=(work, theirs, tuple(ends)), daemon=True
                )
                process.start()
                processes.append(process)
                theirs.close()
        except OSError as error:
            raise WorkerLostError(str(error)) from error
        yield Crew(ends)
    finally:
        for end in ends:
            end.close()
        for process in processes:
            process.terminate()
            process.join()


def _hand(end: Connection, chunk: object) -> None:
    try:
        end.send(chunk)
    except OSError as error:
        raise WorkerLostError("a worker is gone") from error


def _take(end: Connection) -> Any:
    try:
        answer, error = end.recv()
    except (EOFError, OSError) as lost:
        raise WorkerLostError("a worker is gone") from lost
    if error is not None:
        raise error
    return answer


def _serve(
    work: Callable[[Chunk], Answer], end: Connection, of_parent: tuple[Connection, ...]
) -> None:
    """What a worker does all its life."""
    # Ctrl-C reaches the whole group, and the parent ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # So that every pipe has two ends, and breaks when one of them goes.
    for other in of_parent:
        other.close()
    while True:
        try:
            chunk = end.recv()
            end.send(_answer(work, chunk))
        except (EOFError, OSError):
            return  # the parent is done, or gone


def _answer(work: Callable[[Chunk], Answer], chunk: Chunk) -> tuple[Answer | None, object]:
    """The answer, or what the work raised."""
    try:
        return work(chunk), None
    except Exception as error:  # noqa: BLE001 - it is raised where the answer is taken
        return None, _sendable(error)


def _sendable(error: Exception) -> Exception:
    """The error with the place where it arose, in a form that crosses the pipe."""
    error.add_note(traceback.format_exc())
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:  # noqa: BLE001 - whatever an odd exception does when it is copied
        return RuntimeError(traceback.format_exc())
    return error
