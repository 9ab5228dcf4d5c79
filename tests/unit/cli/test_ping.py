"""`ht-newsgen ping`: a hub is told of the feeds, whatever it and the network do."""

import socket
import time
from pathlib import Path

import pytest

from ht_newsgen.cli.app import run
from ht_newsgen.cli.hub import Patience, Told, tell_hub
from tests.support.hub import Conduct, answering, dripping, endless, hub, raw, silent
from tests.support.sites import make_site

FEEDS = ("https://example.org/rss.xml", "https://example.org/atom.xml")
QUICK = Patience(answer=30, pauses=(0.0, 0.0))
"""What answers is waited for, however busy this machine is."""
SHORT = Patience(answer=0.4, pauses=(0.0, 0.0))
"""For what does not answer."""
DAYS = {"old": "2018-01-05", "new": "2018-02-20"}


def site(root: Path, address: str) -> Path:
    """Two sections, one of which has had no news for a while."""
    configuration = (
        "base_url: https://example.org/\n"
        "sections:\n"
        "  - {id: old, title: Old, kind: flash}\n"
        "  - {id: new, title: New, kind: flash}\n"
        f"feeds: {{authority: example.org, hub: '{address}'}}\n"
    )
    items = {f"content/{name}/a.md": f"---\ndate: {day}\n---\n{name}" for name, day in DAYS.items()}
    make_site(root, {"newsgen.yaml": configuration, **items})
    return root


def fault(conduct: Conduct, patience: Patience = QUICK) -> str:
    with hub(conduct) as made:
        (told,) = tell_hub(made.address, FEEDS, patience)
    assert told.feeds == FEEDS
    return told.fault


def test_a_hub_is_told_of_every_feed_in_one_form() -> None:
    """As hubs take it: PubSubHubbub Core 0.4, section 7."""
    with hub(answering("204 No Content")) as made:
        assert tell_hub(made.address, FEEDS, QUICK) == [Told(feeds=FEEDS)]
        assert made.asked == [{"hub.mode": ["publish"], "hub.url": list(FEEDS)}]


def test_many_feeds_are_told_ten_at_a_time() -> None:
    """No request is so large that a hub refuses it."""
    feeds = [f"https://example.org/{number}/rss.xml" for number in range(23)]

    with hub(answering("202 Accepted\n\nThank you")) as made:
        told = tell_hub(made.address, feeds, QUICK)

    assert [len(asked["hub.url"]) for asked in made.asked] == [10, 10, 3]
    assert [url for one in told for url in one.feeds] == feeds


@pytest.mark.parametrize(
    ("conduct", "expected"),
    [
        (endless, ""),
        (answering("503 Busy", "502 Bad", "204 No Content"), ""),
        (answering("429 Slow down\nRetry-After: 0", "200 OK"), ""),
        (answering("404 Not Found\n\nno such\n  hub"), "answered 404: no such hub"),
        (answering("500 Oops"), "answered 500"),
        (answering("308 Moved\nLocation: https://a.example/"), "has moved to https://a.example/"),
        (answering("301 Moved"), "has moved to an address it does not tell"),
    ],
)
def test_a_hub_may_behave_in_many_ways(conduct: Conduct, expected: str) -> None:
    """Each ends, and in a sentence that says what to look for."""
    assert fault(conduct) == expected


@pytest.mark.parametrize("conduct", [silent, dripping])
def test_a_hub_that_does_not_answer_is_not_waited_for(conduct: Conduct) -> None:
    """Nor one that never comes to an end of it."""
    started = time.monotonic()

    assert fault(conduct, SHORT) == "did not answer within 0.4 seconds"
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("data", [b"", b"HTTP/1.1 2", b"SSH-2.0-OpenSSH_9.9\r\n", b"\0" * 99])
def test_what_is_no_web_server_cannot_be_reached(data: bytes) -> None:
    """The reason is the library's."""
    assert fault(raw(data)).startswith("cannot be reached: ")


def test_a_hub_that_is_not_there_cannot_be_reached() -> None:
    """Nor one whose address is none."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for address in (f"http://127.0.0.1:{port}/", "https://[::1"):
        (told,) = tell_hub(address, FEEDS, QUICK)
        assert told.fault.startswith("cannot be reached: "), address


def test_a_hub_that_failed_is_asked_for_the_rest_only_once() -> None:
    """A deployment need not wait for a dead hub a hundred times."""
    with hub(answering("500 Oops")) as made:
        tell_hub(made.address, [str(number) for number in range(30)], QUICK)

    assert len(made.asked) == 3 + 1 + 1


def test_the_command_tells_of_all_feeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says of how many."""
    with hub(answering("204 No Content")) as made:
        assert run(["ping", "-C", str(site(tmp_path, made.address))]) == 0

    assert capsys.readouterr().out == f"{made.address} was told of 9 feeds.\n"
    assert sum(len(asked["hub.url"]) for asked in made.asked) == 9


def test_the_command_can_tell_of_news_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of feeds in which something is as new as the day."""
    root = str(site(tmp_path, "https://hub.example/"))

    assert run(["ping", "-C", root, "--since", "2018-02-01", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"https://example.org/{folder}{file}"
        for folder in ("", "new/")
        for file in ("rss.xml", "atom.xml", "feed.json")
    ]
    assert run(["ping", "-C", root, "--since", "2018-02-21", "--dry-run"]) == 0
    assert capsys.readouterr().out == ""


def test_feeds_that_the_hub_does_not_know_of_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reason, and exit code 1."""
    with hub(answering("403 Forbidden\n\nnot yours")) as made:
        root = str(site(tmp_path, made.address))
        assert run(["ping", "-C", root, "--since", "2018-02-01"]) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[:2] == [
        f"{made.address} answered 403: not yours; it does not know of:",
        "    https://example.org/rss.xml",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "The site names no hub; write feeds: {hub: https://…} into newsgen.yaml."),
        (["--since", "soon"], "--since: "),
    ],
)
def test_a_ping_that_makes_no_sense_says_so(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2: the command, not the hub, is at fault."""
    root = site(tmp_path, "https://hub.example/")
    if not words:
        file = root / "newsgen.yaml"
        file.write_text(file.read_text().replace(", hub: 'https://hub.example/'", ""))

    assert run(["ping", "-C", str(root), *words]) == 2
    assert told in capsys.readouterr().err
