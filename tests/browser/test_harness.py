"""The browser of these tests opens pages from this machine, each time as a new visitor."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

FEATURES = re.compile(r"--disable-features=([^\0]*)")


class Newsroom(BaseHTTPRequestHandler):
    """One page, which counts its visits in a cookie."""

    def do_GET(self) -> None:
        """Answer everything alike."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Set-Cookie", "visited=yes")
        self.end_headers()
        seen = self.headers.get("Cookie", "nothing")
        self.wfile.write(f"<title>Ђорђе</title><p>{seen}</p>".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on a free port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Newsroom) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_every_context_is_a_new_visitor(browser: Browser, address: str) -> None:
    """What one test leaves in its profile, no other finds."""
    seen = []
    for _ in range(2):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        seen.append((page.title(), page.inner_text("p")))
        context.close()

    assert seen == [("Ђорђе", "nothing"), ("Ђорђе", "nothing")]


def test_what_playwright_turns_off_stays_off(browser: Browser) -> None:
    """Our own list takes the place of its list; so a new name there must come into ours."""
    browser_itself = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    (pid,) = (one["id"] for one in browser_itself["processInfo"] if one["type"] == "browser")
    theirs, ours = FEATURES.findall(Path(f"/proc/{pid}/cmdline").read_text())

    assert set(theirs.split(",")) - set(ours.split(",")) == set()
