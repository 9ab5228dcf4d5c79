"""From a change on the disk to a new proof on the wall: first one page, then the whole site.

The page whose text was saved is set anew at once (`patch.py`). The whole is made when nothing has
been saved for a moment, beside the server, in a thread of its own; what is saved meanwhile is set
into it when it is ready, and makes it dirty again.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from pathlib import Path

from msgspec import Struct

from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.wall import Wall

QUIET = 0.25
"""Seconds without a save after which the whole is made, if one page was all that had to be at once.
The browser has fetched the page by then; while somebody types, the computer stays quiet."""


class Hands(Struct, frozen=True, kw_only=True):
    """What the loop reaches out to."""

    patch: Callable[[Proof, Collection[Path]], Awaitable[Proof | None]]
    compose: Callable[[Proof, Collection[Path]], Awaitable[Proof]]
    tell: Callable[[Proof], None]
    """Called with every proof that is hung."""
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


async def keep_new(wall: Wall, changes: AsyncIterator[Collection[Path]], hands: Hands) -> None:
    """Hang a new proof after each change, until the changes end."""
    pending = Pending(hands.clock)
    composing = asyncio.create_task(_keep_whole(wall, pending, hands))
    try:
        async for touched in changes:
            pending.paths |= set(touched)
            was_enough = await _set_anew(wall, touched, hands)
            pending.due_in(QUIET if was_enough else 0)
    finally:
        composing.cancel()


async def _set_anew(wall: Wall, touched: Collection[Path], hands: Hands) -> bool:
    """Hang the proof with these files set anew, if that can be; the whole may come in between."""
    while True:
        proof = wall.proof
        quick = await hands.patch(proof, touched)
        if wall.proof is proof:
            break
    if quick is None:
        return False
    _hang(wall, quick, hands)
    return True


async def _keep_whole(wall: Wall, pending: "Pending", hands: Hands) -> None:
    while True:
        taken = await pending.taken(hands.sleep)
        whole = await hands.compose(wall.proof, taken)
        done: frozenset[Path] = frozenset()
        while pending.paths != done:
            done = frozenset(pending.paths)
            whole = await hands.patch(whole, done) or whole
        _hang(wall, whole, hands)
        del whole  # while this waits, nothing shall keep an old site in memory


def _hang(wall: Wall, proof: Proof, hands: Hands) -> None:
    wall.hang(proof)
    hands.tell(proof)


class Pending:
    """What has changed since the last whole proof was begun, and when the next is due."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.paths: set[Path] = set()
        self._clock = clock
        self._due = 0.0
        self._some = asyncio.Event()

    def due_in(self, wait: float) -> None:
        """The whole is to be made after so many seconds from now."""
        self._due = self._clock() + wait
        self._some.set()

    async def taken(self, sleep: Callable[[float], Awaitable[None]]) -> frozenset[Path]:
        """Everything pending, as soon as it is due."""
        await self._some.wait()
        while (left := self._due - self._clock()) > 0:
            await sleep(left)
        taken = frozenset(self.paths)
        self.paths.clear()
        self._some.clear()
        return taken
