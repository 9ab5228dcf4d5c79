"""How carefully other hosts are asked: every limit, in one value."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

import ht_newsgen

if TYPE_CHECKING:
    import ssl

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""From a host and a port to its addresses. Raises OSError when it has none."""


async def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system knows them; those of IPv4 first.

    Many machines that run such programs have no way out over IPv6, and learn that slowly.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found.sort(key=lambda one: one[0] != socket.AF_INET)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


class Caution(Struct, frozen=True, kw_only=True):
    """All times in seconds, all sizes in bytes."""

    agent: str = f"ht-newsgen/{ht_newsgen.__version__}"
    """Who asks (`User-Agent`); a product's name and version, perhaps with an address behind it."""
    connect: float = 10.0
    """Until somebody takes the connection."""
    read: float = 10.0
    """Between two pieces of an answer."""
    total: float = 30.0
    """For one whole exchange: a host that sends a byte a second is never late by any other."""
    redirects: int = 10
    """As many as the old standard of the web's own library followed; browsers follow twenty."""
    largest: int = 2 * 1024 * 1024
    """Of a page, packed and unpacked; what it says of itself stands near its beginning."""
    at_once: int = 8
    """Requests at the same time, each to another host."""
    pause: float = 1.0
    """Between two requests to one host, which are never made at the same time."""
    patience: float = 60.0
    """The longest wait that a host may ask for (`Retry-After`)."""
    budget: float | None = None
    """For all requests together."""
    private: bool = False
    """Whether this machine and private networks may be asked, as in tests."""
    resolve: Resolve = look_up
    trust: "ssl.SSLContext | None" = None
    """Whose certificates count; None are those that the system trusts."""
