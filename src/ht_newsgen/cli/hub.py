"""Telling a WebSub hub that feeds have news, over a network that may do anything.

How a publisher tells a hub is left open by WebSub (section 6) and settled by what hubs take: a form
with `hub.mode=publish` and one or more `hub.url` (PubSubHubbub Core 0.4, section 7).
"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

import ht_newsgen
from ht_newsgen.kit.text import cut, one_line

if TYPE_CHECKING:
    import httpx2

BATCH = 10
"""Feeds in one request."""
READ = 2000
"""Bytes of an answer that are read; hubs have little to say."""
SHOWN = 120
"""Characters of it that are told."""
AGAIN = frozenset((429, 500, 502, 503, 504))
"""Answers after which it is worth asking again."""


class Told(Struct, frozen=True, kw_only=True):
    """What came of one request."""

    feeds: tuple[str, ...]
    fault: str = ""
    """Why the hub does not know; empty when it does."""


class Patience(Struct, frozen=True, kw_only=True):
    """How long one waits; all in seconds."""

    answer: float = 30.0
    """For one answer, from the first byte sent to the last one read."""
    pauses: tuple[float, ...] = (2.0, 8.0)
    """Before asking again; a hub may ask for longer, up to `answer`."""


def tell_hub(hub: str, feeds: Sequence[str], patience: Patience) -> list[Told]:
    """Tell the hub of these feeds, ten at a time; never raises for what a network can do."""
    return asyncio.run(_tell_all(hub, feeds, patience))


async def _tell_all(hub: str, feeds: Sequence[str], patience: Patience) -> list[Told]:
    import httpx2

    agent = f"ht-newsgen/{ht_newsgen.__version__}"
    told: list[Told] = []
    async with httpx2.AsyncClient(headers={"User-Agent": agent}, timeout=None) as client:
        for first in range(0, len(feeds), BATCH):
            batch = tuple(feeds[first : first + BATCH])
            # Who was patient once and in vain asks for the rest only once each.
            pauses = () if any(one.fault for one in told) else patience.pauses
            fault = await _tell(client, hub, batch, replace(patience, pauses=pauses))
            told.append(Told(feeds=batch, fault=fault))
    return told


async def _tell(
    client: "httpx2.AsyncClient", hub: str, feeds: tuple[str, ...], patience: Patience
) -> str:
    """One request, asked again while that may help; why it failed in the end, or nothing."""
    fault, wait = await _ask(client, hub, feeds, patience.answer)
    for pause in patience.pauses:
        if not fault or wait is None:
            break
        await asyncio.sleep(max(pause, min(wait, patience.answer)))
        fault, wait = await _ask(client, hub, feeds, patience.answer)
    return fault


async def _ask(
    client: "httpx2.AsyncClient", hub: str, feeds: tuple[str, ...], limit: float
) -> tuple[str, float | None]:
    """What is wrong with the answer, and for how long the hub wants to be left alone.

    None where asking again is no use.
    """
    import httpx2

    form = {"hub.mode": "publish", "hub.url": list(feeds)}
    try:
        # A limit for the whole: a hub that sends a byte a second is never late by any other.
        async with asyncio.timeout(limit), client.stream("POST", hub, data=form) as answer:
            said = b""
            async for chunk in answer.aiter_raw():
                said += chunk
                if len(said) >= READ:
                    break
            return judged(answer.status_code, answer.headers, said[:READ])
    except TimeoutError:
        return f"did not answer within {limit:g} seconds", 0.0
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        return f"cannot be reached: {one_line(str(error)) or type(error).__name__}", 0.0


def judged(
    status: int, headers: "httpx2.Headers | dict[str, str]", said: bytes
) -> tuple[str, float | None]:
    """The answer in words, and when to ask again; nothing if the hub has understood."""
    if 200 <= status < 300:
        return "", None
    if 300 <= status < 400:
        return f"has moved to {headers.get('location', 'an address it does not tell')}", None
    text = cut(one_line(said.decode("utf-8", errors="replace")), SHOWN)
    fault = f"answered {status}" + (f": {text}" if text else "")
    if status not in AGAIN:
        return fault, None
    wait = headers.get("retry-after", "")
    return fault, float(wait) if wait.isdecimal() else 0.0
