"""A WebSub hub on this machine, as good or as bad as a test wants it."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs

Conduct = Callable[[socket.socket, int], None]
"""What a hub does with a connection whose request it has read; the second is the request's number,
from 0."""


def answering(*answers: str) -> Conduct:
    """Gives these answers one after the other, the last one ever after."""

    def conduct(connection: socket.socket, number: int) -> None:
        head, _, body = answers[min(number, len(answers) - 1)].partition("\n\n")
        lines = [f"HTTP/1.1 {head}", f"Content-Length: {len(body)}", "Connection: close", "", body]
        connection.sendall("\r\n".join(lines).encode())

    return conduct


def raw(data: bytes) -> Conduct:
    """Sends these bytes."""
    return lambda connection, _: connection.sendall(data)


def silent(connection: socket.socket, _: int) -> None:
    """Never says anything."""
    with suppress(OSError):
        connection.recv(1)


def dripping(connection: socket.socket, _: int) -> None:
    """Says one byte at a time, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def endless(connection: socket.socket, _: int) -> None:
    """Has taken the news, and does not stop talking."""
    connection.sendall(b"HTTP/1.1 202 Accepted\r\n\r\n")
    while True:
        connection.sendall(b"thank you " * 1000)


class Hub:
    """What a hub was asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[dict[str, list[str]]] = []


@contextmanager
def hub(conduct: Conduct) -> Iterator[Hub]:
    """A hub that behaves like this, as long as the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        made = Hub(f"http://127.0.0.1:{server.getsockname()[1]}/hub")

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    threading.Thread(target=attend, args=(connection,), daemon=True).start()

        def attend(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                made.asked.append(request(connection))
                conduct(connection, len(made.asked) - 1)

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield made
        finally:
            server.shutdown(socket.SHUT_RDWR)


def request(connection: socket.socket) -> dict[str, list[str]]:
    """The form of a request."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        int(line.partition(b":")[2])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    )
    while len(body) < length:
        body += connection.recv(65536)
    return parse_qs(body.decode())
