"""Mails in a browser, made anew whenever one is looked at; for this machine alone."""

import html
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from msgspec import Struct

from ht_newsgen.kit.problems import Problem
from ht_newsgen.newsletter.compose import Mail
from ht_newsgen.newsletter.files import mail_files

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".eml": "message/rfc822",
}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A mail may have styles in its elements, and nothing else."""


class Shown(Struct, frozen=True):
    """What there is to see at this moment."""

    mails: tuple[Mail, ...]
    problems: tuple[Problem, ...]


def make_server(look: Callable[[], Shown], port: int) -> ThreadingHTTPServer:
    """A server on 127.0.0.1 that is not yet running; port 0 takes a free one. Raises OSError."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """The list of mails, or a file of one; nothing for a foreign name that leads here."""
            name = self.headers.get("Host", "").rpartition(":")[0]
            if name not in ("127.0.0.1", "localhost"):
                return self.answer(403, "text/plain; charset=utf-8", b"Not for this name.")
            shown = look()
            for mail in shown.mails:
                for extension, data in mail_files(mail).items():
                    if self.path == f"/{mail.name}{extension}":
                        return self.answer(200, TYPES[extension], data)
            if self.path == "/":
                return self.answer(200, TYPES[".html"], contents(shown).encode())
            return self.answer(404, "text/plain; charset=utf-8", b"There is no such mail.")

        def answer(self, status: int, kind: str, data: bytes) -> None:
            """Not to be kept, not to be framed, not to be guessed at."""
            self.send_response(status)
            for header, value in (
                ("Content-Type", kind),
                ("Content-Length", str(len(data))),
                ("Cache-Control", "no-store"),
                ("Content-Security-Policy", POLICY),
                ("X-Content-Type-Options", "nosniff"),
            ):
                self.send_header(header, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Who looks at what is nobody's business."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def contents(shown: Shown) -> str:
    """The page that lists the mails, with their sizes and what is wrong."""
    rows = "".join(
        f"<li><h2>{html.escape(mail.edition.title)}</h2>"
        f"<p>{html.escape(mail.edition.path)}, {mail.size:,} bytes of HTML</p><p>"
        + " · ".join(
            f'<a href="/{html.escape(mail.name)}{extension}">{word}</a>'
            for extension, word in ((".html", "HTML"), (".txt", "text"), (".eml", "message"))
        )
        + "</p></li>"
        for mail in shown.mails
    )
    wrong = "".join(
        f"<li>{html.escape(one.place.path)}:{one.place.line}: {html.escape(str(one.message))}</li>"
        for one in (*shown.problems, *(one for mail in shown.mails for one in mail.problems))
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><title>Mails</title>'
        "<style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}"
        "ul{padding:0;list-style:none}</style>"
        f"<main><h1>Mails</h1><ul>{rows or '<li>There is no edition yet.</li>'}</ul>"
        + (f"<h2>Problems</h2><ul>{wrong}</ul>" if wrong else "")
        + "</main></html>"
    )
