"""A newsroom in four languages with things to find, and a host that obeys its `_headers`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

CONFIG = """\
base_url: https://example.org/newsroom/
title: The Example
language: en
languages: [en, bs, sr-Cyrl, ar]
social_cards: none
sections:
  - {id: flash, title: {en: News Flash, bs: Kratke vijesti}, kind: flash}
  - {id: stories, title: Stories, kind: story}
  - {id: pages, title: About, kind: page, permalink: "/{slug}/"}
"""
TOPICS = "work: {title: {en: Forced labour, bs: Prisilni rad}}\nlaw: {title: Law}\n"
SOURCES = "wire: {name: The Wire, url: https://wire.example/}\n"


Files = dict[str, str | bytes]


def item(title: str, day: str, text: str, more: str = "") -> str:
    """A Markdown file."""
    return f'---\ntitle: "{title}"\ndate: {day}\n{more}---\n{text}\n'


FILES: Files = {
    "newsgen.yaml": CONFIG,
    "content/data/topics.yaml": TOPICS,
    "content/data/sources.yaml": SOURCES,
    "content/flash/2016/harbour.md": item(
        "Shelter opens by the harbour",
        "2016-03-01",
        "A new shelter for survivors of trafficking.",
        "topics: [work]\nsource: {id: wire, url: https://wire.example/1}\ncountries: [BA]\n",
    ),
    "content/flash/2017/mountain.md": item(
        "Shelter opens in the mountains",
        "2017-05-02",
        "Survivors can stay here. A <b> & 1 < 2.",
        "topics: [law]\nsource: {id: wire, url: https://wire.example/2}\n",
    ),
    "content/stories/2018/valley.md": item(
        "A shelter for the valley",
        "2018-06-03",
        "Told at length. " * 60 + "At its end the trafficked are named.",
        "topics: [work, law]\n",
    ),
    "content/flash/2018/han.md": item(
        "人口贩运受害者", "2018-01-04", "警方解救了十二名受害者。", "language: zh\n"
    ),
    "content/stories/2018/zrtve.md": item(
        "Žrtve trgovine ljudima", "2018-02-05", "Đorđe pomaže žrtvama.", "language: bs\n"
    ),
    "content/stories/2017/rad.md": item(
        "Prisilni rad u šumi", "2017-02-05", "Četvorica su oslobođena.", "language: bs\n"
    ),
    "content/stories/2018/zhrtve.md": item(
        "Жртве трговине људима", "2018-02-06", "Ђорђе помаже жртвама.", "language: sr-Cyrl\n"
    ),
    "content/stories/2018/dahaya.md": item(
        "ضحايا الاتجار", "2018-02-07", "قصة عن الضحايا.", "language: ar\n"
    ),
    "content/pages/about.md": "---\ntitle: About us\n---\nWe are an example.\n",
    # What must not be found:
    "content/flash/2018/unverified.md": item(
        "Rumour from the coast", "2018-03-01", "Zanzibarian shelter.", "rights: unverified\n"
    ),
    "content/flash/2018/withdrawn.md": item(
        "Gone from the coast", "2018-03-02", "Quagmirish shelter.", "status: withdrawn\n"
    ),
    "content/flash/2018/draft.md": item(
        "Draft from the coast", "2018-03-03", "Xylophonic shelter.", "draft: true\n"
    ),
}
"""Of a site with enough volumes to be searched side by side, if they are full with two items."""

MANY: Files = {
    f"content/flash/2015/many-{number:02}.md": item(
        f"Bulletin {number}", f"2015-01-{number:02}", "One of the many."
    )
    for number in range(1, 24)
}


class Host(SimpleHTTPRequestHandler):
    """Serves a folder below `/newsroom/`, with the policies that its `_headers` give.

    As Cloudflare does: all rules that match, and `! NAME` takes off what was said before.
    """

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Standard error is for the tests."""

    def translate_path(self, path: str) -> str:
        """The file for an address."""
        inside = urlsplit(path).path.removeprefix("/newsroom")
        return super().translate_path(inside)

    def end_headers(self) -> None:
        """With those of the site."""
        for name, value in self.of_site(urlsplit(self.path).path):
            if name != "Strict-Transport-Security":
                self.send_header(name, value)
        super().end_headers()

    def of_site(self, path: str) -> list[tuple[str, str]]:
        """The headers for a path."""
        found: list[tuple[str, str]] = []
        for rule in (Path(self.directory) / "_headers").read_text("utf-8").split("\n\n"):
            pattern, *lines = rule.splitlines()
            if not (pattern.endswith("*") and path.startswith(pattern[:-1])):
                continue
            for line in map(str.strip, lines):
                if line.startswith("! "):
                    found = [one for one in found if one[0] != line[2:]]
                else:
                    name, _, value = line.partition(": ")
                    found.append((name, value))
        return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where the site in the folder is served: `http://127.0.0.1:PORT/newsroom/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/newsroom/"
        server.shutdown()
        thread.join()
