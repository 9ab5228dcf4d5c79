"""What is decided about an exchange without a network: patience, redirects, robots, unpacking."""

import asyncio
import gzip

import pytest

from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.asking import follow, retry_after
from ht_newsgen.fetching.exchange import Reply
from ht_newsgen.fetching.guard import is_private_host, is_public
from ht_newsgen.fetching.robots import may_ask, parse_robots
from ht_newsgen.fetching.unpacking import unpack

NOON = "Sat, 28 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("0", "", 0.0),
        ("120", NOON, 120.0),
        (" 5 ", "", 5.0),
        ("Sat, 28 Nov 2026 12:02:00 GMT", NOON, 120.0),
        ("Saturday, 28-Nov-26 12:02:00 GMT", NOON, 120.0),
        ("Sat, 28 Nov 2026 11:00:00 GMT", NOON, 0.0),
        ("Sat, 28 Nov 2026 12:02:00 GMT", "", None),
        ("Sat, 28 Nov 2026 12:02:00 -0000", NOON, None),
        ("soon", NOON, None),
        ("-5", NOON, None),
        ("1.5", NOON, None),
        ("٣", NOON, None),
        ("9" * 400, "", 999999999.0),
        ("", "", None),
    ],
)
def test_a_host_says_in_two_ways_how_long_it_wants_to_rest(
    value: str, date: str, seconds: float | None
) -> None:
    """A number of seconds, or a moment by its own clock; anything else is as good as nothing."""
    assert retry_after(value, date) == seconds


A, B, C = "https://a.example/", "https://b.example/", "https://c.example/"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({A: "200"}, Answer(url=A, status=200)),
        ({A: f"301 {B}", B: "200"}, Answer(url=B, status=200, moved_to=B)),
        ({A: f"308 {B}", B: f"301 {C}", C: "200"}, Answer(url=C, status=200, moved_to=C)),
        ({A: f"301 {B}", B: f"302 {C}", C: "200"}, Answer(url=C, status=200, moved_to=B)),
        ({A: f"302 {B}", B: f"301 {C}", C: "200"}, Answer(url=C, status=200)),
        ({A: f"307 {B}", B: "404"}, Answer(url=B, status=404)),
        ({A: f"303 {B}#part", B: "200"}, Answer(url=B, status=200)),
        ({A: "301 /x", f"{A}x": "200"}, Answer(url=f"{A}x", status=200, moved_to=f"{A}x")),
        ({A: "301 //b.example", "https://b.example": "200"},
         Answer(url="https://b.example", status=200, moved_to="https://b.example")),
        ({A: f"301 {A}"}, Answer(url=A, fault=Fault.LOOP)),
        ({A: f"301 {B}", B: f"301 {A}"}, Answer(url=B, fault=Fault.LOOP, moved_to=B)),
        ({A: "301 ftp://a.example/"}, Answer(url=A, fault=Fault.ASTRAY)),
        ({A: "304"}, Answer(url=A, status=304)),
    ],
    ids=str,
)  # fmt: skip
def test_redirects_are_followed_and_those_for_good_are_told(
    steps: dict[str, str], expected: Answer
) -> None:
    """As far as they come first: what a page that rests for a day leads to is not its address."""

    async def hop(url: str) -> Reply:
        status, _, location = steps[url].partition(" ")
        return Reply(status=int(status), headers={"location": location} if location else {})

    assert asyncio.run(follow(hop, A, 5)) == expected


ROBOTS = """\
User-agent: other-bot
User-agent: HT-Newsgen/2.0
Disallow: /private/ # really
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search*q=
Crawl-delay: 3

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("", True),
        ("/private", True),
        ("/private/x", False),
        ("/private/open", True),
        ("/%70rivate/x", False),
        ("/report.pdf", False),
        ("/report.pdf?x", True),
        ("/search?lang=en&q=raids", False),
        ("/search", True),
    ],
)
def test_a_host_says_what_programs_may_ask_for(path: str, may: bool) -> None:
    """Of two lines that fit, the longer counts (RFC 9309)."""
    assert may_ask(parse_robots(ROBOTS), path) is may


@pytest.mark.parametrize(
    ("text", "may", "delay"),
    [
        ("", True, 0),
        ("<!doctype html><title>Not found</title>", True, 0),
        ("User-agent: *\nDisallow: /", False, 0),
        ("User-agent: *\nDisallow:", True, 0),
        ("User-agent: *\nDisallow: /\nUser-agent: ht-newsgen\nDisallow:", True, 0),
        ("User-agent: x\n\nUser-agent: *\nDisallow: /", False, 0),
        ("Disallow: /", True, 0),
        ("user-AGENT : *\nDISALLOW : /a$\ncrawl-delay: 900", True, 10),
        ("User-agent: *\nDisallow: /" + "*a" * 2000, True, 0),
    ],
)
def test_what_is_no_rule_forbids_nothing(text: str, may: bool, delay: float) -> None:
    """And nobody waits for a quarter of an hour."""
    robots = parse_robots(text)

    assert (may_ask(robots, "/x" + "a" * 1000), robots.delay) == (may, delay)


def gzipped(data: bytes) -> bytes:
    """Without the time, which would be in the name of the test, another one in each worker."""
    return gzip.compress(data, mtime=0)


@pytest.mark.parametrize(
    ("packed", "encoding", "expected"),
    [
        (b"page", "", (b"page", True)),
        (b"page", "identity", (b"page", True)),
        (b"a longer page", "", (b"a lon", False)),
        (gzipped(b"page"), "gzip", (b"page", True)),
        (gzipped(b"a longer page"), "gzip", (b"a lon", False)),
        (gzipped(b"\0" * 10_000_000), "gzip", (b"\0" * 5, False)),
        (gzipped(b"page")[:-9], "gzip", (b"page", False)),
        (b"page", "gzip", None),
        (b"page", "br", None),
    ],
)
def test_a_page_is_unpacked_to_a_limit(
    packed: bytes, encoding: str, expected: tuple[bytes, bool] | None
) -> None:
    """What is cut off is said to be; what cannot be unpacked is none."""
    assert unpack(packed, encoding, 5) == expected


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::93.184.216.34", True),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_only_public_addresses_are_asked(address: str, public: bool) -> None:
    """An address of IPv4 inside one of IPv6 counts for what it is."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("post.example", False),
        ("localhost", True),
        ("LOCALHOST.", True),
        ("me.localhost", True),
        ("printer", True),
        ("printer.local", True),
        ("router.home.arpa", True),
        ("notlocal.example", False),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("::1", True),
        ("93.184.216.34", False),
    ],
)
def test_some_names_are_never_public(host: str, private: bool) -> None:
    """Nobody has to be asked to know."""
    assert is_private_host(host) is private
