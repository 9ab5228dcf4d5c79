"""A mail server on this machine, for as long as a test needs it."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.smtp import SMTP


@contextmanager
def mail_server(handler: object, **settings: Any) -> Iterator[int]:
    """Serve SMTP on a free port of 127.0.0.1, by aiosmtpd and its settings; gives the port.

    With `ssl`, a context, the connection is encrypted from its beginning.
    """
    implicit = settings.pop("ssl", None)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def begin() -> asyncio.Server:
        return await loop.create_server(
            lambda: SMTP(handler, loop=loop, hostname="localhost", **settings),
            "127.0.0.1",
            0,
            ssl=implicit,
        )

    async def end(server: asyncio.Server) -> None:
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    server = asyncio.run_coroutine_threadsafe(begin(), loop).result(10)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
