"""Many addresses asked politely: one at a time from each host, a few hosts at once."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from urllib.parse import urlsplit

from msgspec.structs import replace

from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.asking import follow, look
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.fetching.exchange import Ask, opened
from ht_newsgen.fetching.guard import is_private_host
from ht_newsgen.fetching.robots import LARGEST, may_ask, parse_robots
from ht_newsgen.kit.urls import is_http_url

Learn = Callable[[str, Answer], None]
"""Is told of each address and its answer, as soon as there is one."""

OF_THE_HOST = frozenset((Fault.NAME, Fault.UNREACHABLE, Fault.PRIVATE, Fault.CERTIFICATE))
"""What holds for every address of a host; it is not asked for the others."""
PASSING = frozenset((500, 502, 503, 504))
"""Answers after which it is worth asking once more."""


def visit(urls: Iterable[str], caution: Caution, learn: Learn) -> None:
    """Ask each address whether it answers, until all are asked or the budget is spent.

    An address about which nothing was learned is one to ask next time. Never raises for what a
    network can do; an interruption leaves what was learned until then.
    """
    asyncio.run(_visit(urls, caution, learn))


async def _visit(urls: Iterable[str], caution: Caution, learn: Learn) -> None:
    by_host: dict[str, dict[str, list[str]]] = {}
    for url in urls:
        if is_http_url(url):
            parts = urlsplit(url)
            origins = by_host.setdefault(parts.hostname or "", {})
            origins.setdefault(f"{parts.scheme}://{parts.netloc}".lower(), []).append(url)
        else:
            learn(url, Answer(url=url, fault=Fault.ADDRESS))
    hosts = deque(by_host.values())

    async def walk() -> None:
        while hosts:
            for origin, those in hosts.popleft().items():
                await _round(origin, those, ask, caution, learn)

    async with opened(caution) as ask:
        with suppress(TimeoutError):
            async with asyncio.timeout(caution.budget), asyncio.TaskGroup() as group:
                for _ in range(min(caution.at_once, len(hosts))):
                    group.create_task(walk())


async def _round(origin: str, urls: list[str], ask: Ask, caution: Caution, learn: Learn) -> None:
    """The addresses of one origin, in their order, with pauses, as the host allows."""

    def all_the_same(answer: Answer, which: list[str]) -> None:
        for url in which:
            learn(url, replace(answer, url=url))

    if not caution.private and is_private_host(urlsplit(urls[0]).hostname or ""):
        return all_the_same(Answer(url="", fault=Fault.PRIVATE), urls)
    first = f"{origin}/robots.txt"
    said = await follow(lambda at: ask("GET", at, True), first, caution.redirects)
    if said.status >= 500 or (said.fault in OF_THE_HOST and said.url == first):
        # What such a host allows cannot be known, so nothing is asked of it (RFC 9309, 2.3.1.4).
        return all_the_same(said, urls)
    text = said.body[:LARGEST].decode("utf-8", errors="replace") if said.status == 200 else ""
    robots = parse_robots(text)
    pause = max(caution.pause, robots.delay)
    for number, url in enumerate(urls):
        parts = urlsplit(url)
        if not may_ask(robots, f"{parts.path}?{parts.query}" if parts.query else parts.path):
            learn(url, Answer(url=url, fault=Fault.ROBOTS))
            continue
        await asyncio.sleep(pause)
        answer = await _patiently(url, ask, caution, pause)
        if answer.fault is Fault.BUSY:
            return None
        if answer.fault in OF_THE_HOST and answer.url == url:
            return all_the_same(answer, urls[number:])
        learn(url, answer)
    return None


async def _patiently(url: str, ask: Ask, caution: Caution, pause: float) -> Answer:
    """What comes of the address; asked once more where that may help, after a wait."""

    async def once() -> Answer:
        return await follow(lambda at: look(ask, at), url, caution.redirects)

    answer = await once()
    passing = answer.status in PASSING or answer.fault is Fault.CUT
    if answer.challenge or not (passing or answer.status == 429):
        return answer
    wait = pause if answer.wait is None else answer.wait
    if wait > caution.patience:
        return Answer(url=url, fault=Fault.BUSY)
    await asyncio.sleep(wait)
    return await once()
