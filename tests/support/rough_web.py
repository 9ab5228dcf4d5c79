"""Hosts on this machine, as good or as bad as a test wants them; every name leads to them."""

import functools
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ht_newsgen.fetching.caution import Caution

CERTIFICATES = Path(__file__).parent / "certificates"


class Asked(NamedTuple):
    """One request."""

    method: str
    host: str
    """Without its port."""
    path: str
    headers: dict[str, str]


Conduct = Callable[[socket.socket, Asked, int], None]
"""What a host does with a request; the last is how many of this method and path came before."""


def says(*answers: str, body: bytes = b"") -> Conduct:
    """Gives these answers one after the other, the last one ever after: a status, then lines."""

    def conduct(connection: socket.socket, asked: Asked, number: int) -> None:
        head = answers[min(number, len(answers) - 1)]
        lines = [f"HTTP/1.1 {head}", f"Content-Length: {len(body)}", "Connection: close", "", ""]
        text = "\n".join(lines).replace("\n", "\r\n")
        connection.sendall(text.encode("latin-1") + (b"" if asked.method == "HEAD" else body))

    return conduct


def by_method(**conducts: Conduct) -> Conduct:
    """Another conduct for each method."""
    return lambda connection, asked, number: conducts[asked.method](connection, asked, number)


def page(text: str, content_type: str = "text/html; charset=utf-8", **headers: str) -> Conduct:
    """A page, as it should be."""
    more = "".join(f"\n{name.replace('_', '-')}: {value}" for name, value in headers.items())
    return says(f"200 OK\nContent-Type: {content_type}{more}", body=text.encode())


def redirects_to(location: str, status: int = 302) -> Conduct:
    """Sends one elsewhere, perhaps to another path of its own."""
    return says(f"{status} Elsewhere\nLocation: {location}")


class Web:
    """The hosts, and what they were asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[Asked] = []

    def url(self, host: str, path: str = "/", scheme: str = "http") -> str:
        """An address of one of the hosts."""
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self, host: str) -> list[str]:
        """What this host was asked for, in order: `GET /robots.txt`."""
        return [f"{one.method} {one.path}" for one in self.asked if one.host == host]


@contextmanager
def rough_web(conducts: Mapping[str, Conduct], certificate: str = "") -> Iterator[Web]:
    """Hosts that behave like this, by `host/path` or `host`, as long as the block lasts.

    Whatever is not named is not there. With a certificate they speak TLS.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
    if context:
        context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    with socket.create_server(("127.0.0.1", 0)) as server:
        web = Web(server.getsockname()[1])

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    threading.Thread(target=attend, args=(connection,), daemon=True).start()

        def attend(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                connection.settimeout(5)
                if context:
                    with context.wrap_socket(connection, server_side=True) as sealed:
                        answer(sealed)
                else:
                    answer(connection)

        def answer(connection: socket.socket) -> None:
            asked = read_request(connection)
            number = sum(one[:3] == asked[:3] for one in web.asked)
            web.asked.append(asked)
            whole = f"{asked.host}{asked.path}"
            alone = asked.host if asked.path != "/robots.txt" else ""
            conduct = conducts.get(whole) or conducts.get(alone) or says("404 Not Found")
            conduct(connection, asked, number)

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield web
        finally:
            server.shutdown(socket.SHUT_RDWR)


def read_request(connection: socket.socket) -> Asked:
    """The head of a request; there is never a body."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            raise OSError
        data += more
    first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    return Asked(method, headers["host"].partition(":")[0], path, headers)


async def every_name_is_here(host: str, port: int) -> Sequence[str]:
    """A resolver for which all hosts are this machine, but for a few."""
    del port
    if host.startswith("nobody."):
        raise OSError(-2, "Name or service not known")
    return ("10.0.0.7",) if host.startswith("inside.") else ("127.0.0.1",)


@functools.cache
def trusting() -> ssl.SSLContext:
    """The authority of the tests, and no other."""
    return ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem"))


SHORT = {"connect": 0.4, "read": 0.3, "total": 0.6}
"""Limits for hosts that do not answer."""


def hasty(**more: object) -> Caution:
    """As careful as ever, without a pause; what answers is waited for, however busy we are."""
    limits: dict[str, object] = {
        "connect": 30.0,
        "read": 30.0,
        "total": 60.0,
        "pause": 0.0,
        "patience": 1.0,
        "largest": 100_000,
        "private": True,
        "resolve": every_name_is_here,
        "trust": trusting(),
    }
    return Caution(**(limits | more))  # type: ignore[arg-type]
