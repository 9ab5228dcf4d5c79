"""A host of static sites on this machine: what a site's `_headers` say, compression, its 404 page.

The rules are read as Cloudflare Pages and Netlify read them: every rule whose pattern fits adds
its headers, values of one name are joined by commas, `! Name` takes away what came before.
"""

import fnmatch
import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ht_newsgen.model.page import PageKind
from ht_newsgen.serve.media_types import media_type

Rule = tuple[str, tuple[tuple[str, str], ...]]

PACKED = ("text/", "application/json", "application/feed+json", "application/manifest", "image/svg")


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serve the folder while the block runs; gives its address, `http://127.0.0.1:PORT/`.

    The site may be built into the folder later, so that it can know its address.
    """

    class Bound(_Handler):
        root = folder

    with _Server(("127.0.0.1", 0), Bound) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def read_rules(text: str) -> tuple[Rule, ...]:
    """The patterns of a `_headers` file, each with its headers; `!Name` with an empty value."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name.replace("! ", "!"), value.strip()))
        else:
            rules.append((line.strip(), []))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


def headers_for(path: str, rules: tuple[Rule, ...]) -> dict[str, str]:
    """The headers of one path."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if not fnmatch.fnmatchcase(path, pattern):
            continue
        for name, value in headers:
            if name.startswith("!"):
                found.pop(name[1:], None)
            else:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page does not wait for what it had asked for."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.root / path.lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            self._answer(301, b"", {"Location": f"{self.path}/"})
            return
        if file.is_dir():
            file /= "index.html"
        status = 200 if file.is_file() else 404
        if status == 404:
            file = self.root / "404.html"
        headers = {"Content-Type": media_type(file.name, PageKind.ASSET)}
        rules = read_rules((self.root / "_headers").read_text("utf-8"))
        headers |= headers_for(path, rules)
        data = file.read_bytes()
        if headers["Content-Type"].startswith(PACKED):
            data = gzip.compress(data, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self._answer(status, data, headers)

    def _answer(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Standard error is for the tests."""
