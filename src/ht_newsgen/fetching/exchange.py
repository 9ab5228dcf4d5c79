"""One request and its answer, over a network that may do anything.

A host's addresses are looked up and judged here, and the connection goes to one of those that were
judged: a name cannot stand for a public address when it is looked at, and for a private one when it
is asked. The certificate is still the name's.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from ht_newsgen.fetching.answer import Fault
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.fetching.guard import is_public
from ht_newsgen.fetching.unpacking import unpack
from ht_newsgen.kit.urls import is_http_url

if TYPE_CHECKING:
    import httpx2

TRIED = 3
"""Addresses of one host, before nobody is there."""


class Reply(Struct, frozen=True, kw_only=True):
    """What a host said to one request."""

    status: int
    headers: dict[str, str]
    """By their names in lower case."""
    body: bytes = b""
    whole: bool = True


Ask = Callable[[str, str, bool], Awaitable[Reply | Fault]]
"""Given a method, an address, and whether the body is wanted."""


@asynccontextmanager
async def opened(caution: Caution) -> AsyncIterator[Ask]:
    """A function that makes one request; it follows nothing and remembers nothing."""
    import httpx2

    # The transport beneath the library's client: no cookies, no passwords, no proxy, no redirects.
    # Each request has a connection of its own, since hosts may share an address, not a certificate.
    transport = httpx2.AsyncHTTPTransport(
        verify=caution.trust or True,
        trust_env=False,
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
    )

    async def ask(method: str, url: str, wanted: bool) -> Reply | Fault:
        try:
            async with asyncio.timeout(caution.total):
                return await _ask(transport, method, url, caution, wanted)
        except TimeoutError:
            return Fault.SLOW

    async with transport:
        yield ask


async def _ask(
    transport: "httpx2.AsyncHTTPTransport", method: str, url: str, caution: Caution, wanted: bool
) -> Reply | Fault:
    import httpx2

    try:
        target = httpx2.URL(url)
    except httpx2.InvalidURL:
        return Fault.ADDRESS
    if not is_http_url(url) or target.userinfo:
        return Fault.ADDRESS
    addresses = await _addresses(target, caution)
    if isinstance(addresses, Fault):
        return addresses
    fault = Fault.UNREACHABLE
    for address in addresses:
        request = _request(method, target, address, caution)
        try:
            response = await transport.handle_async_request(request)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            fault = Fault.CERTIFICATE if _is_of_tls(error) else Fault.UNREACHABLE
        except (httpx2.HTTPError, OSError, ValueError) as error:
            return _fault_of(error)
        else:
            return await _reply(response, caution, wanted)
    return fault


async def _addresses(target: "httpx2.URL", caution: Caution) -> list[str] | Fault:
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        found = await caution.resolve(target.raw_host.decode("ascii"), port)
    except (OSError, UnicodeError):
        return Fault.NAME
    allowed = [address for address in found if caution.private or is_public(address)]
    if not allowed:
        return Fault.PRIVATE if found else Fault.NAME
    return allowed[:TRIED]


def _request(method: str, target: "httpx2.URL", address: str, caution: Caution) -> "httpx2.Request":
    import httpx2

    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": caution.agent,
        "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    waits = {"connect": caution.connect, "read": caution.read, "write": caution.read}
    name = target.raw_host.decode("ascii")
    return httpx2.Request(
        method,
        target.copy_with(host=address),
        headers=headers,
        extensions={"sni_hostname": name, "timeout": {**waits, "pool": None}},
    )


async def _reply(response: "httpx2.Response", caution: Caution, wanted: bool) -> Reply | Fault:
    """The answer with as much of its body as one wants; the connection is closed in any case."""
    import httpx2

    headers = {name.lower(): value for name, value in response.headers.items()}
    try:
        if not wanted:
            return Reply(status=response.status_code, headers=headers)
        packed, ended = b"", True
        async for piece in response.aiter_raw():
            packed += piece
            if len(packed) > caution.largest:
                ended = False
                break
    except (httpx2.HTTPError, OSError) as error:
        return _fault_of(error)
    finally:
        await response.aclose()
    encoding = headers.get("content-encoding", "").strip().lower()
    unpacked = unpack(packed, encoding, caution.largest)
    if unpacked is None:
        return Fault.GARBLED
    body, whole = unpacked
    return Reply(status=response.status_code, headers=headers, body=body, whole=whole and ended)


def _fault_of(error: Exception) -> Fault:
    """What the library's exception means to whoever asked."""
    import httpx2

    if isinstance(error, httpx2.TimeoutException):
        return Fault.SLOW
    if _is_of_tls(error):
        return Fault.CERTIFICATE
    if isinstance(error, httpx2.RemoteProtocolError):
        return Fault.CUT if "without sending" in str(error) else Fault.GARBLED
    return Fault.CUT if isinstance(error, httpx2.NetworkError | OSError) else Fault.GARBLED


def _is_of_tls(error: BaseException | None) -> bool:
    """Whether TLS is at the bottom of it: the library wraps exceptions in its own."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def in_ascii(target: str) -> str:
    """An address that a host names (`Location`), with what cannot stand in one escaped."""
    return quote(target, safe="%/:?#[]@!$&'()*+,;=-._~")
