"""First the page, then the site: with a watcher, a clock and a room that do as they are told."""

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from msgspec.structs import replace

from ht_newsgen.serve.loop import QUIET, Hands, keep_new
from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.wall import Wall
from tests.support.apart import run_apart

A, B, TEMPLATE = Path("a.md"), Path("b.md"), Path("page.html")


class Room:
    """Makes proofs whose fault tells what they were made of; keeps a time of its own."""

    def __init__(self) -> None:
        self.time = 0.0
        self.said: list[tuple[float, str]] = []
        self.wall = Wall(Proof(base_url="/", fault="first"))
        self.changes: asyncio.Queue[Collection[Path] | None] = asyncio.Queue()
        self.takes = 0.0
        self.while_composing: Collection[Path] = ()

    async def patch(self, proof: Proof, touched: Collection[Path]) -> Proof | None:
        if TEMPLATE in touched:
            return None
        return replace(proof, fault=f"{proof.fault}+{named(touched)}") if touched else proof

    async def compose(self, proof: Proof, touched: Collection[Path]) -> Proof:
        del proof
        meanwhile, self.while_composing = self.while_composing, ()
        if meanwhile:
            self.changes.put_nowait(meanwhile)
        await self.sleep(self.takes)
        return Proof(base_url="/", fault=f"whole({named(touched)})")

    async def sleep(self, seconds: float) -> None:
        for _ in range(20):
            await asyncio.sleep(0)
        self.time += seconds

    def tell(self, proof: Proof) -> None:
        assert proof is self.wall.proof
        self.said.append((round(self.time, 3), proof.fault))

    async def saved(self) -> AsyncIterator[Collection[Path]]:
        while (touched := await self.changes.get()) is not None:
            yield touched

    def run(self, *saves: Collection[Path]) -> list[tuple[float, str]]:
        """What was told, after these saves and some turns of the loop."""

        async def go() -> None:
            hands = Hands(
                patch=self.patch,
                compose=self.compose,
                tell=self.tell,
                clock=lambda: self.time,
                sleep=self.sleep,
            )
            for save in saves:
                self.changes.put_nowait(save)
            task = asyncio.create_task(keep_new(self.wall, self.saved(), hands))
            for _ in range(400):
                await asyncio.sleep(0)
            self.changes.put_nowait(None)
            await task

        run_apart(go())
        return self.said


def named(touched: Collection[Path]) -> str:
    return ",".join(sorted(map(str, touched)))


def test_a_page_is_shown_at_once_and_the_whole_when_it_is_quiet() -> None:
    """Somebody saves one text."""
    assert Room().run([A]) == [(0.0, "first+a.md"), (QUIET, "whole(a.md)")]


def test_several_saves_are_one_whole() -> None:
    """Somebody types."""
    assert Room().run([A], [A], [B]) == [
        (0.0, "first+a.md"),
        (0.0, "first+a.md+a.md"),
        (0.0, "first+a.md+a.md+b.md"),
        (QUIET, "whole(a.md,b.md)"),
    ]


def test_what_takes_the_whole_does_not_wait() -> None:
    """A template, a register, a new item."""
    assert Room().run([TEMPLATE]) == [(0.0, "whole(page.html)")]


def test_what_is_saved_while_the_whole_is_made_is_not_lost() -> None:
    """It is on the page at once, in the whole when that is ready, and makes it dirty again."""
    room = Room()
    room.takes, room.while_composing = 2.0, [B]

    assert room.run([A]) == [
        (0.0, "first+a.md"),
        (QUIET, "first+a.md+b.md"),
        (QUIET + 2, "whole(a.md)+b.md"),
        (QUIET + 4, "whole(b.md)"),
    ]


def test_the_first_look_finds_what_was_saved_before_the_watch_began() -> None:
    """The watch begins with a change of nothing."""
    assert Room().run([]) == [(0.0, "first"), (QUIET, "whole()")]
