"""The server: one machine's own, for as long as somebody writes."""

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from importlib.resources import files
from types import FrameType
from urllib.parse import unquote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ht_newsgen.errors import UsageError
from ht_newsgen.serve.additions import HOME
from ht_newsgen.serve.answers import Answer, Answering
from ht_newsgen.serve.wall import Wall

ADDRESS = "127.0.0.1"
"""This machine alone: drafts are for nobody else."""
NAMES = ("127.0.0.1", "localhost")
PORT = 1313
TRIED = 20
"""Ports after the usual one that are tried when it is taken."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""On every answer: nothing is kept, and no other site shows ours or takes from it."""
LASTING = {**HEADERS, "Cache-Control": "private, max-age=31536000, immutable"}
"""On stylesheets, scripts and typefaces that are named by what they hold: after each save, the page
would wait for them once more."""

OWN_FILES = {"reload.js": "text/javascript", "serve.css": "text/css"}


def listening_socket(port: int | None) -> socket.socket:
    """A socket on the port; without one, on the usual port or the first free one after it.

    Raises UsageError when the port that was asked for is taken, or may not be used.
    """
    tried = (port,) if port is not None else range(PORT, PORT + TRIED)
    last = ""
    for one in tried:
        # Named as TCP, so that asyncio sends small packets at once (TCP_NODELAY): 40 ms a save.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":  # there it would let two programs have one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, one))
            listener.listen(100)
        except (OSError, OverflowError) as error:
            listener.close()
            reason = getattr(error, "strerror", None) or str(error)
            last = f"{ADDRESS}:{one} cannot be used: {reason.lower()}"
        else:
            return listener
    raise UsageError(f"{last}. Choose another port with --port, or 0 for any that is free.")


def application(wall: Wall, answer: Answering) -> ASGIApp:
    """The application that answers with the proof on the wall; for this machine's names only."""

    async def own_file(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in OWN_FILES:
            return await page(request)
        data = files("ht_newsgen.serve").joinpath(name).read_bytes()
        return Response(data, 200, HEADERS, OWN_FILES[name])

    async def events(request: Request) -> Response:
        path = request.query_params.get("path", "/")
        news = _news(wall, unquote(path), answer)
        return StreamingResponse(news, headers=HEADERS, media_type="text/event-stream")

    async def page(request: Request) -> Response:
        found = await asyncio.to_thread(answer, wall.proof, request["path"])
        return _response(found)

    routes = [
        Route(f"{HOME}events", events, methods=["GET"]),
        Route(f"{HOME}{{name:str}}", own_file, methods=["GET"]),
        Route("/{path:path}", page, methods=["GET"]),
    ]
    return for_this_machine_only(Starlette(routes=routes))


def for_this_machine_only(app: ASGIApp) -> ASGIApp:
    """Refuse requests under any other name than this machine's own.

    A site that a browser visits could have its name lead to 127.0.0.1 and read drafts as if they
    were its own (DNS rebinding); the Host header then still has that name (RFC 9110, 7.2).
    """

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_own_host(scope["headers"]):
            refusal = Response(
                f"Ask for this server by the name {ADDRESS} or localhost.\n",
                421,
                HEADERS,
                "text/plain",
            )
            await refusal(scope, receive, send)
            return
        await app(scope, receive, send)

    return guarded


def is_own_host(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether the one Host header names this machine, on any port."""
    hosts = [value.decode("latin-1").lower() for name, value in headers if name == b"host"]
    return len(hosts) == 1 and re.sub(r":[0-9]*\Z", "", hosts[0]) in NAMES


def serve(
    app: ASGIApp,
    listener: socket.socket,
    wall: Wall,
    *beside: Callable[[], Awaitable[None]],
) -> None:
    """Answer requests until somebody ends it; the tasks `beside` run meanwhile."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    asyncio.run(_run(_Server(config, wall), listener, beside))


class _Server(uvicorn.Server):
    """One that sends everybody home first, so that open pages do not hold up the end."""

    def __init__(self, config: uvicorn.Config, wall: Wall) -> None:
        super().__init__(config)
        self._wall = wall

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On Ctrl-C, or when the system asks."""
        super().handle_exit(sig, frame)
        self._wall.close()


async def _run(
    server: uvicorn.Server,
    listener: socket.socket,
    beside: tuple[Callable[[], Awaitable[None]], ...],
) -> None:
    tasks = [asyncio.ensure_future(one()) for one in beside]
    try:
        await server.serve(sockets=[listener])
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


async def _news(wall: Wall, path: str, answer: Answering) -> AsyncIterator[str]:
    """Server-sent events (HTML standard, 9.2): the state of a page, now and after each change."""
    last = ""
    async for proof in wall.proofs():
        news = (await asyncio.to_thread(answer, proof, path)).news()
        del proof  # while this waits, nothing shall keep an old site in memory
        if news != last:
            last = news
            yield f"data: {news}\n\n"


def _response(found: Answer) -> Response:
    if found.location:
        return Response(status_code=found.status, headers={**HEADERS, "Location": found.location})
    headers = LASTING if found.lasting else HEADERS
    return Response(found.data, found.status, {**headers, "Content-Type": found.media_type})
