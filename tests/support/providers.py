"""Stand-ins of newsletter providers: each takes what the real one would, and nothing else.

What they check was read in the providers' own forms and sources: listmonk
`static/public/templates/subscription-form.html`, Keila `public_form_controller.ex`, the embedded
forms of Mailchimp, Brevo and Buttondown, phpList's subscribe page.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from msgspec import Struct

UUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
ADDRESS = "žrtva+vijesti@primjer.example"
"""An address with letters and signs that a wrong encoding would spoil."""


class Expected(Struct, frozen=True, kw_only=True):
    """What one provider takes."""

    settings: str
    """Of `sign_up:`, with `{root}` for the address of the stand-in."""
    path: str
    """With its query."""
    fields: dict[str, str]
    """All of them, `@` standing for the reader's address."""
    host: str = ""
    """Where the provider has one host for everybody."""


PROVIDERS = {
    "listmonk": Expected(
        settings=f"url: {{root}}, list: {UUID}",
        path="/subscription/form",
        fields={"email": "@", "l": UUID, "nonce": ""},
    ),
    "mailchimp": Expected(
        settings='url: "https://example.us1.list-manage.com/subscribe/post?u=0a1b&id=2c3d"',
        path="/subscribe/post?u=0a1b&id=2c3d",
        fields={"EMAIL": "@", "b_0a1b_2c3d": ""},
        host="https://example.us1.list-manage.com",
    ),
    "brevo": Expected(
        settings="url: https://0a1b.sibforms.com/serve/MUIFA-x",
        path="/serve/MUIFA-x",
        fields={"EMAIL": "@", "email_address_check": "", "locale": "en", "html_type": "simple"},
        host="https://0a1b.sibforms.com",
    ),
    "buttondown": Expected(
        settings="user: newsroom",
        path="/api/emails/embed-subscribe/newsroom",
        fields={"email": "@", "embed": "1"},
        host="https://buttondown.com",
    ),
    "phplist": Expected(
        settings="url: {root}lists/, page: 1, list: 2",
        path="/lists/?p=subscribe&id=1",
        fields={
            "email": "@",
            "htmlemail": "1",
            "list[2]": "signup",
            "listname[2]": "Vijesti: žrtve & svjedoci",
            "VerificationCodeX": "",
            "subscribe": "subscribe",
        },
    ),
    "keila": Expected(
        settings="url: {root}, form: nfrm_x1",
        path="/forms/nfrm_x1",
        fields={"contact[email]": "@", "h[url]": ""},
    ),
}


class Desk(BaseHTTPRequestHandler):
    """Accepts the form of the provider whose path is asked for, or says what is wrong with it."""

    def do_POST(self) -> None:
        """200 and "accepted", or 400 and the reason."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        wrong = self.fault(body)
        self.send_response(400 if wrong else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>Provider</title><p>{wrong or 'accepted'}".encode())

    def fault(self, body: str) -> str:
        """What the provider would object to; empty when it takes the form."""
        expected = next((one for one in PROVIDERS.values() if one.path == self.path), None)
        if expected is None:
            return f"nothing is at {self.path}"
        if self.headers["Content-Type"] != "application/x-www-form-urlencoded":
            return f"sent as {self.headers['Content-Type']}"
        if self.headers.get("Referer") is not None:
            return "the page was told on"
        pairs = parse_qsl(body, keep_blank_values=True, strict_parsing=True)
        wanted = {
            name: ADDRESS if value == "@" else value for name, value in expected.fields.items()
        }
        return "" if sorted(pairs) == sorted(wanted.items()) else f"got {pairs}"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def stand_in() -> Iterator[str]:
    """All of them, behind one address of this machine: `http://127.0.0.1:PORT/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
