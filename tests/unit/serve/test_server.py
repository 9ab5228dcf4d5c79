"""The server: for this machine, under its own name, and never a copy for later."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.types import ASGIApp

from ht_newsgen.errors import UsageError
from ht_newsgen.serve.answers import Answer
from ht_newsgen.serve.proof import Proof
from ht_newsgen.serve.server import PORT, application, listening_socket
from ht_newsgen.serve.wall import Wall
from tests.support.apart import run_apart

OWN = ("127.0.0.1", "127.0.0.1:1313", "localhost:8000", "LOCALHOST")
FOREIGN = (
    "evil.example", "evil.example:1313", "127.0.0.1.evil.example", "localhost.evil.example:1313",
    "127.0.0.1:1313@evil.example", "0.0.0.0", "192.168.0.7:1313", "", "127.0.0.1:x", "[::1]:1313",
)  # fmt: skip


def answer(proof: Proof, path: str) -> Answer:
    return Answer(status=404 if path == "/no" else 200, data=f"{proof.fault} {path}".encode())


def made(wall: Wall | None = None) -> ASGIApp:
    return application(wall or Wall(Proof(base_url="/", fault="proof")), answer)


def ask(
    app: ASGIApp, path: str, *hosts: str, method: str = "GET", query: str = ""
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer to one request."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", host.encode()) for host in hosts or OWN[:1]],
    }

    async def go() -> None:
        await app(scope, receive, send)

    run_apart(go())
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize("host", [*OWN, *FOREIGN])
def test_only_the_names_of_this_machine_are_answered(host: str) -> None:
    """A name of somebody else's may lead here (DNS rebinding); it is refused."""
    assert ask(made(), "/a", host)[0] == (200 if host in OWN else 421)


def test_no_host_or_two_are_refused() -> None:
    """RFC 9112, section 3.2."""
    assert ask(made(), "/a", "127.0.0.1", "127.0.0.1")[0] == 421


@pytest.mark.parametrize("path", ["/a", "/no", "/_serve/reload.js", "/_serve/serve.css"])
def test_nothing_is_kept_and_nobody_else_may_use_it(path: str) -> None:
    """Whatever is asked for."""
    headers = ask(made(), path)[1]

    assert {
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
    }.items() <= headers.items()


def test_what_is_named_by_what_it_holds_is_kept() -> None:
    """A page that is loaded anew has its stylesheet already."""
    wall = Wall(Proof(base_url="/"))
    kept = application(wall, lambda _proof, _path: Answer(status=200, lasting=True))
    assert ask(kept, "/assets/site.0123456789.css")[1]["cache-control"] == (
        "private, max-age=31536000, immutable"
    )


def test_the_answer_is_passed_on() -> None:
    """Status, type and bytes."""
    status, headers, body = ask(made(), "/no")

    assert (status, headers["content-type"], body) == (
        404,
        "text/html; charset=utf-8",
        b"proof /no",
    )


def test_only_looking_is_allowed() -> None:
    """Nothing here can be changed over the wire."""
    assert [ask(made(), "/a", method=method)[0] for method in ("POST", "PUT", "DELETE")] == [
        405
    ] * 3


def test_events_tell_the_state_now_and_after_each_change() -> None:
    """As server-sent events; what did not change is not said twice, and the end is an end."""
    wall = Wall(Proof(base_url="/", fault="one"))
    told: list[Proof] = []

    def by_fault(proof: Proof, path: str) -> Answer:
        told.append(proof)
        return Answer(status=200, state=f"{proof.fault} {path}")

    app = application(wall, by_fault)
    sent: list[bytes] = []

    async def go() -> None:
        async def receive() -> dict[str, Any]:
            await asyncio.sleep(20)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message.get("body"):
                sent.append(message["body"])
                step = ["one", "two", ""][len(sent)]
                wall.hang(Proof(base_url="/", fault=step)) if step else wall.close()

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/_serve/events",
            "query_string": b"path=%2Fa%2F",
            "headers": [(b"host", b"127.0.0.1")],
        }
        watcher = asyncio.ensure_future(app(scope, receive, send))
        while len(told) < 2:
            await asyncio.sleep(0.01)
        wall.hang(Proof(base_url="/", fault="two"))
        await asyncio.wait_for(watcher, 20)

    run_apart(go())
    assert sent == [
        b'data: {"state":"one /a/","styles":[]}\n\n',
        b'data: {"state":"two /a/","styles":[]}\n\n',
    ]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_asked_for_and_taken_is_said(taken: int) -> None:
    """Whoever names a port has a reason; no other is taken in its place."""
    with pytest.raises(UsageError, match=f"127.0.0.1:{taken} cannot be used"):
        listening_socket(taken)


def test_without_a_wish_the_first_free_port_is_taken() -> None:
    """Two sites can be looked at side by side."""
    with listening_socket(None) as first, listening_socket(None) as second:
        ports = [one.getsockname() for one in (first, second)]

    assert {address for address, _ in ports} == {"127.0.0.1"}
    assert PORT <= ports[0][1] < ports[1][1]
