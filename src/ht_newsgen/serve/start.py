"""Everything put together: read the site, serve it, and keep it new until somebody ends it."""

import asyncio
import sys
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from gettext import NullTranslations
from pathlib import Path

from ht_newsgen.build.options import Options
from ht_newsgen.kit.sentences import ENGLISH
from ht_newsgen.serve.answers import answering
from ht_newsgen.serve.compose import compose
from ht_newsgen.serve.loop import Hands, keep_new
from ht_newsgen.serve.means import Means
from ht_newsgen.serve.patch import patched
from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.server import ADDRESS, application, listening_socket, serve
from ht_newsgen.serve.texts import Reader
from ht_newsgen.serve.wall import Wall
from ht_newsgen.serve.watch import changes

TURN = 0.001
"""Seconds after which a thread gives way to another. A page must not wait while a large site is
made beside it; Python's own five milliseconds add up over the steps of a request."""


def start(
    options: Options,
    *,
    port: int | None,
    now: Callable[[], datetime],
    bug: Callable[[Exception], str],
    ready: Callable[[Proof], None],
    tell: Callable[[Proof], None],
    words: NullTranslations = ENGLISH,
) -> None:
    """Serve the site. `ready` is called once, when it can be looked at; `tell` with every proof.

    Problems are told in these `words`. Raises UsageError when there is no port, and nothing for
    what is wrong with the site.
    """
    listener = listening_socket(port)
    with listener:
        origin = f"http://{ADDRESS}:{listener.getsockname()[1]}"
        means = Means(
            options=options,
            origin=origin,
            now=now,
            read=Reader(options),
            recent={},
            bug=bug,
        )
        first = compose(means, Proof(base_url=f"{origin}/"), ())
        ready(first)
        sys.setswitchinterval(TURN)
        wall = Wall(first)
        app = application(wall, answering(options.root, bug, words))
        serve(app, listener, wall, lambda: _keep_new(means, wall, tell))


async def _keep_new(means: Means, wall: Wall, tell: Callable[[Proof], None]) -> None:
    async def patch(proof: Proof, touched: Collection[Path]) -> Proof | None:
        with suppress(Exception):  # the whole comes next, and tells what is wrong
            return await asyncio.to_thread(patched, means, proof, touched)
        return None

    async def whole(proof: Proof, touched: Collection[Path]) -> Proof:
        return await asyncio.to_thread(compose, means, proof, touched)

    hands = Hands(patch=patch, compose=whole, tell=tell, clock=time.monotonic)
    await keep_new(wall, changes(means.options), hands)
