"""Hosts that misbehave in every way: each is bounded in time, and answered with a word."""

import gzip
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from ht_newsgen.fetching.answer import Answer
from ht_newsgen.fetching.rounds import visit
from tests.support.rough_web import (
    SHORT,
    Asked,
    Conduct,
    Web,
    by_method,
    every_name_is_here,
    hasty,
    page,
    redirects_to,
    rough_web,
    says,
)


def silent(connection: socket.socket, *_: object) -> None:
    """Never says anything."""
    with suppress(OSError):
        connection.recv(1)


def drips(connection: socket.socket, *_: object) -> None:
    """Never comes to the end of its headers, and is never late by more than a moment."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def pours_headers(connection: socket.socket, *_: object) -> None:
    """Never comes to the end of its headers, as fast as it can."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-More: of the same\r\n" * 1000)


def pours_a_body(connection: socket.socket, *_: object) -> None:
    """Is well, and does not stop talking."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"and so on " * 1000)


def resets(connection: socket.socket, *_: object) -> None:
    """Slams the door."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hangs_up(*_: object) -> None:
    """Takes the question and leaves."""


def utters(data: bytes) -> Conduct:
    """Sends these bytes."""
    return lambda connection, *_: connection.sendall(data)


def leads_on(connection: socket.socket, asked: Asked, number: int) -> None:
    """To an address that is always a new one."""
    redirects_to(f"{asked.path}x")(connection, asked, number)


BOMB = gzip.compress(b"\0" * 30_000_000)
OK = says("200 OK")
NO_HEAD = says("405 Method Not Allowed")

HOSTS: dict[str, tuple[Conduct, str]] = {
    "well.example": (OK, "200"),
    "silent.example": (silent, "slow"),
    "drips.example": (drips, "slow"),
    "pours-headers.example": (pours_headers, "garbled"),
    "pours-a-body.example": (pours_a_body, "200"),
    "huge.example": (by_method(HEAD=NO_HEAD, GET=pours_a_body), "200"),
    "bomb.example": (says("200 OK\nContent-Encoding: gzip", body=BOMB), "200"),
    "resets.example": (resets, "cut"),
    "hangs-up.example": (hangs_up, "cut"),
    "garbage.example": (utters(b"\0\xff no such protocol\r\n\r\n"), "garbled"),
    "ssh.example": (utters(b"SSH-2.0-OpenSSH_9.9\r\n"), "cut"),
    "http-0-9.example": (utters(b"<title>Before there were headers</title>"), "cut"),
    "status.example": (utters(b"HTTP/1.1 two hundred\r\n\r\n"), "garbled"),
    "half.example": (utters(b"HTTP/1.1 2"), "cut"),
    "no-head-405.example": (by_method(HEAD=NO_HEAD, GET=OK), "200"),
    "no-head-501.example": (by_method(HEAD=says("501 No"), GET=OK), "200"),
    "no-head-403.example": (by_method(HEAD=says("403 No"), GET=OK), "200"),
    "no-head-404.example": (by_method(HEAD=says("404 No"), GET=OK), "200"),
    "no-head-cut.example": (by_method(HEAD=hangs_up, GET=OK), "200"),
    "gone.example": (says("410 Gone"), "410"),
    "forbidden.example": (says("403 Forbidden"), "403"),
    "once-500.example": (by_method(HEAD=says("500 Oops"), GET=says("500 Oops", "200 OK")), "200"),
    "ever-500.example": (says("500 Oops"), "500"),
    "wait.example": (says("429 Slow down\nRetry-After: 0", "200 OK"), "200"),
    "wait-date.example": (
        says(
            "429 Slow down\nDate: Sat, 28 Nov 2026 12:00:00 GMT"
            "\nRetry-After: Sat, 28 Nov 2026 12:00:00 GMT",
            "200 OK",
        ),
        "200",
    ),
    "wait-long.example": (says("429 Slow down\nRetry-After: 3600"), "nothing"),
    "wait-long-date.example": (
        says(
            "503 Resting\nDate: Sat, 28 Nov 2026 12:00:00 GMT"
            "\nRetry-After: Sat, 28 Nov 2026 14:00:00 GMT"
        ),
        "nothing",
    ),
    "wait-odd.example": (says("429 Slow down\nRetry-After: soon"), "429"),
    "wall.example": (says("503 Just a moment\ncf-mitigated: challenge"), "503"),
    "loop.example": (redirects_to("/"), "loop"),
    "longer-loop.example": (leads_on, "loop"),
    "to-a-file.example": (redirects_to("file:///etc/passwd"), "astray"),
    "to-a-script.example": (redirects_to("javascript:alert(1)"), "astray"),
    "to-nobody.example": (redirects_to("http://nobody.example/"), "name"),
    "to-nonsense.example": (redirects_to("http://[::1/"), "astray"),
    "to-nowhere.example": (says("302 Elsewhere"), "302"),
    "odd-location.example": (redirects_to("/a page"), "200"),
    "odd-location.example/a%20page": (OK, ""),
    "xn--rtve-kbb.example": (OK, ""),
    "no-robots.example/robots.txt": (page("User-agent: *\nDisallow: /"), ""),
    "no-robots.example": (OK, "robots"),
    "robots-500.example/robots.txt": (says("500 Oops"), ""),
    "robots-500.example": (OK, "500"),
    "nobody.example": (OK, "name"),
}
"""What each host does, and what is told of its front page; "" for what is not asked itself."""
OTHERS = {
    "http://žrtve.example:{port}/": "200",
    "http://well.example:1/": "unreachable",
    "http://exa mple/": "address",
    "http://[::1/": "address",
    "ftp://well.example/": "address",
    "http://me:secret@well.example:{port}/": "address",
}
"""The same of whole addresses."""


@pytest.fixture(scope="module")
def seen() -> Iterator[tuple[Web, dict[str, Answer], float]]:
    """All of them visited, the slow ones last: the hosts, the answers, and how long it took."""
    answers: dict[str, Answer] = {}
    with rough_web({host: conduct for host, (conduct, _) in HOSTS.items()}) as web:
        names = [host for host, (_, told) in HOSTS.items() if told]
        slow = [web.url(name) for name in names if HOSTS[name][1] == "slow"]
        urls = [web.url(name) for name in names if HOSTS[name][1] != "slow"]
        urls += [other.format(port=web.port) for other in OTHERS]
        started = time.monotonic()
        visit(urls, hasty(redirects=5), answers.__setitem__)
        visit(slow, hasty(redirects=5, **SHORT), answers.__setitem__)
        yield web, answers, time.monotonic() - started


def told(answers: dict[str, Answer], url: str) -> str:
    """The answer in a word."""
    answer = answers.get(url)
    if answer is None:
        return "nothing"
    return answer.fault.value if answer.fault else str(answer.status)


@pytest.mark.parametrize("host", [host for host, (_, expected) in HOSTS.items() if expected])
def test_a_host_may_do_what_it_wants(host: str, seen: tuple[Web, dict[str, Answer], float]) -> None:
    """It is told in a word, and of a host that wants to be left alone nothing is."""
    web, answers, _ = seen

    assert told(answers, web.url(host)) == HOSTS[host][1]


@pytest.mark.parametrize("url", OTHERS)
def test_an_address_may_be_odd(url: str, seen: tuple[Web, dict[str, Answer], float]) -> None:
    """A name of other letters is asked in its ASCII form, a port may have nobody behind it."""
    web, answers, _ = seen

    assert told(answers, url.format(port=web.port)) == OTHERS[url]


def test_all_of_them_together_end_soon(seen: tuple[Web, dict[str, Answer], float]) -> None:
    """Each exchange has a limit as a whole."""
    assert seen[2] < 30


def test_nobody_was_told_a_password(seen: tuple[Web, dict[str, Answer], float]) -> None:
    """Nor a cookie, nor where the link stands; but who asks."""
    sent = {name for one in seen[0].asked for name in one.headers}

    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert {one.headers["user-agent"].partition("/")[0] for one in seen[0].asked} == {"ht-newsgen"}


@pytest.mark.parametrize(
    ("certificate", "host", "expected"),
    [
        ("good", "good.example", "200"),
        ("good", "wrong-host.example", "certificate"),
        ("expired", "good.example", "certificate"),
        ("self-signed", "good.example", "certificate"),
    ],
)
def test_a_host_proves_that_it_is_the_one(certificate: str, host: str, expected: str) -> None:
    """The certificate is that of the name, though it is an address that is connected to."""
    answers: dict[str, Answer] = {}
    with rough_web({"good.example": OK, "wrong-host.example": OK}, certificate) as web:
        url = web.url(host, scheme="https")
        visit([url], hasty(), answers.__setitem__)

    assert told(answers, url) == expected


def test_without_further_words_the_system_says_whom_to_trust() -> None:
    """It does not know the authority of these tests."""
    answers: dict[str, Answer] = {}
    with rough_web({"good.example": OK}, "good") as web:
        url = web.url("good.example", scheme="https")
        visit([url], hasty(trust=None), answers.__setitem__)

    assert told(answers, url) == "certificate"


def test_a_host_that_speaks_no_tls_is_not_understood() -> None:
    """It is no reason to ask it in the open."""
    answers: dict[str, Answer] = {}
    with rough_web({"well.example": OK}) as web:
        url = web.url("well.example", scheme="https")
        visit([url], hasty(**SHORT), answers.__setitem__)

    assert told(answers, url) in ("certificate", "garbled")
    assert web.asked == []


def test_private_networks_are_not_asked() -> None:
    """Neither by name, nor by number, nor when a public host leads there."""
    inside = ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://printer/"]
    inside += ["http://192.168.1.1/", "http://inside.example/", "http://[::ffff:10.0.0.1]/"]
    answers: dict[str, Answer] = {}
    connected: list[str] = []

    async def resolve(host: str, port: int) -> tuple[str, ...]:
        connected.append(host)
        return tuple(await every_name_is_here(host, port))

    visit(inside, hasty(private=False, resolve=resolve), answers.__setitem__)

    assert {told(answers, url) for url in inside} == {"private"}
    assert connected == ["inside.example"]
