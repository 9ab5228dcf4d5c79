"""The wall on which the newest proof hangs: whoever looks sees it, whoever waits is told."""

import asyncio
from collections.abc import AsyncIterator

from ht_newsgen.serve.proof import Proof


class Wall:
    """Holds one proof. Used by one event loop."""

    def __init__(self, proof: Proof) -> None:
        self.proof = proof
        self._turned = asyncio.Event()
        self._closed = False

    def hang(self, proof: Proof) -> None:
        """Put another proof in place of the one that hangs there."""
        self.proof = proof
        self._wake()

    def close(self) -> None:
        """Let all go home who are watching."""
        self._closed = True
        self._wake()

    async def proofs(self) -> AsyncIterator[Proof]:
        """The proof that hangs there, and each that takes its place; a slow watcher misses some."""
        while not self._closed:
            turned = self._turned
            yield self.proof
            await turned.wait()

    def _wake(self) -> None:
        self._turned.set()
        self._turned = asyncio.Event()
