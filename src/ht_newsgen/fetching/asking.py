"""One address asked, with all that it leads to: whether it answers, or what its page is."""

import asyncio
from collections.abc import Awaitable, Callable
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from msgspec.structs import replace

from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.fetching.exchange import Ask, Reply, in_ascii, opened
from ht_newsgen.kit.urls import is_http_url

PERMANENT = frozenset((301, 308))
REDIRECTS = PERMANENT | {302, 303, 307}
NO_USE = frozenset((Fault.ADDRESS, Fault.PRIVATE, Fault.NAME, Fault.UNREACHABLE, Fault.CERTIFICATE))
"""What another method would not change."""

Hop = Callable[[str], Awaitable[Reply | Fault]]
"""Asks one address and follows nothing."""


def fetch(url: str, caution: Caution) -> Answer:
    """The page at this address; never raises for what a network can do."""

    async def run() -> Answer:
        async with opened(caution) as ask:
            return await follow(lambda at: ask("GET", at, True), url, caution.redirects)

    return asyncio.run(run())


async def look(ask: Ask, url: str) -> Reply | Fault:
    """Whether the address answers, without its page.

    HEAD is asked first, which costs the host least. Many answer it wrongly, so it is believed only
    when it brings good news; else the page is asked for, and let go when it begins to come.
    """
    reply = await ask("HEAD", url, False)
    if isinstance(reply, Fault):
        settled = reply in NO_USE
    else:
        settled = reply.status < 400 or reply.status == 429
    if settled:
        return reply
    return await ask("GET", url, False)


async def follow(hop: Hop, url: str, most: int) -> Answer:
    """What comes of an address after its redirects, of which there are at most so many."""
    seen = {url}
    moved_to, for_good = "", True
    for _ in range(most + 1):
        reply = await hop(url)
        if isinstance(reply, Fault):
            return Answer(url=url, fault=reply, moved_to=moved_to)
        location = reply.headers.get("location", "")
        if reply.status not in REDIRECTS or not location:
            return replace(described(reply), url=url, moved_to=moved_to)
        target = led_to(url, location)
        if not target:
            return Answer(url=url, fault=Fault.ASTRAY, moved_to=moved_to)
        if target in seen:
            break
        for_good = for_good and reply.status in PERMANENT
        moved_to = target if for_good else moved_to
        seen.add(target)
        url = target
    return Answer(url=url, fault=Fault.LOOP, moved_to=moved_to)


def led_to(url: str, location: str) -> str:
    """The address that a redirect names, without a fragment; empty if it is none of the web."""
    try:
        target = urldefrag(in_ascii(urljoin(url, location)))[0]
    except ValueError:  # half an address of IPv6
        return ""
    return target if is_http_url(target) else ""


def described(reply: Reply) -> Answer:
    """An answer made of a reply, for which the address is still to be filled in."""
    return Answer(
        url="",
        status=reply.status,
        wait=retry_after(reply.headers.get("retry-after", ""), reply.headers.get("date", "")),
        # Cloudflare's wall says so (developers.cloudflare.com, "Detect a Challenge Page").
        challenge=reply.headers.get("cf-mitigated", "").lower() == "challenge",
        content_type=reply.headers.get("content-type", ""),
        body=reply.body,
        whole=reply.whole,
    )


def retry_after(value: str, date: str) -> float | None:
    """Seconds until a host may be asked again, from either form (RFC 9110, section 10.2.3).

    A moment counts from the host's own clock (`Date`), which may be wrong, though not twice.
    """
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        seconds = (parsedate_to_datetime(value) - parsedate_to_datetime(date)).total_seconds()
    except (ValueError, TypeError):  # no date at all, or one of the two without its zone
        return None
    return max(seconds, 0.0)
