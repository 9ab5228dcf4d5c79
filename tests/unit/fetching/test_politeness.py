"""Other people's hosts are asked as one would like to be asked."""

import socket
import threading
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.asking import fetch
from ht_newsgen.fetching.rounds import visit
from tests.support.rough_web import Asked, every_name_is_here, hasty, page, rough_web, says

OK = says("200 OK")


def forgotten(url: str, answer: Answer) -> None:
    """What was learned, where a test is about the asking."""
    del url, answer


def test_a_host_is_asked_one_thing_at_a_time_and_few_hosts_at_once() -> None:
    """However many links lead to it."""
    lock = threading.Lock()
    now: Counter[str] = Counter()
    most: Counter[str] = Counter()

    def counting(connection: socket.socket, asked: Asked, number: int) -> None:
        with lock:
            now.update([asked.host, "all"])
            for name in (asked.host, "all"):
                most[name] = max(most[name], now[name])
        time.sleep(0.03)
        with lock:
            now.subtract([asked.host, "all"])
        OK(connection, asked, number)

    hosts = [f"{name}.example" for name in "abcd"]
    with rough_web(dict.fromkeys(hosts, counting)) as web:
        urls = [web.url(host, f"/{number}") for number in range(3) for host in hosts]
        visit(urls, hasty(at_once=2), forgotten)

    assert most == {**dict.fromkeys(hosts, 1), "all": 2}
    assert sum(one.path != "/robots.txt" for one in web.asked) == len(urls)


def test_between_two_requests_to_a_host_there_is_a_pause() -> None:
    """As long as the host itself asks for, if that is longer."""
    moments: list[float] = []

    def clocked(connection: socket.socket, asked: Asked, number: int) -> None:
        moments.append(time.monotonic())
        OK(connection, asked, number)

    robots = page("User-agent: *\nCrawl-delay: 0.2")
    with rough_web({"a.example": clocked, "a.example/robots.txt": robots}) as web:
        urls = [web.url("a.example", path) for path in "/1 /2 /3".split()]
        visit(urls, hasty(), forgotten)

    assert all(later - first >= 0.19 for first, later in pairwise(moments))
    assert len(moments) == 3


def test_a_host_that_is_not_there_is_looked_for_once() -> None:
    """What holds for one of its pages holds for all."""
    looked_up: list[str] = []
    answers: dict[str, Answer] = {}

    async def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return await every_name_is_here(host, port)

    urls = [f"http://nobody.example/{number}" for number in range(20)]
    visit(urls, hasty(resolve=resolve), answers.__setitem__)

    assert looked_up == ["nobody.example"]
    assert {url: answer.fault for url, answer in answers.items()} == dict.fromkeys(urls, Fault.NAME)


def test_a_host_that_wants_to_rest_is_left_alone() -> None:
    """Nothing is learned of its other pages, so they are asked next time."""
    answers: dict[str, Answer] = {}
    with rough_web({"a.example": says("429 Slow down\nRetry-After: 600")}) as web:
        urls = [web.url("a.example", path) for path in "/1 /2".split()]
        visit(urls, hasty(), answers.__setitem__)

    assert answers == {}
    assert web.paths("a.example") == ["GET /robots.txt", "HEAD /1"]


def test_a_budget_ends_it_all() -> None:
    """What was learned until then is known, and the rest is for the next time."""
    answers: dict[str, Answer] = {}
    with rough_web({"a.example": OK}) as web:
        urls = [web.url("a.example", f"/{number}") for number in range(100)]
        visit(urls, hasty(pause=0.1, budget=1), answers.__setitem__)

    assert 0 < len(answers) <= 10


def test_a_page_is_fetched_with_its_redirects_and_to_a_limit() -> None:
    """Its kind is told too; what comes after the limit is not read."""
    hosts = {
        "a.example": says("302 Elsewhere\nLocation: /page"),
        "a.example/page": page("<title>Raids</title>" + "x" * 50_000),
    }
    with rough_web(hosts) as web:
        answer = fetch(web.url("a.example"), hasty(largest=1000))

    assert (answer.url, answer.status) == (web.url("a.example", "/page"), 200)
    assert answer.content_type == "text/html; charset=utf-8"
    assert (answer.body[:20], len(answer.body), answer.whole) == (
        b"<title>Raids</title>",
        1000,
        False,
    )
