"""How long a save takes to be seen: `serve` with a real browser, on corpora of several sizes.

    python3 build.py test --collect-only -q     once: the browser belongs to the tests
    .venv/bin/python -m benchmarks.serve --items 1000,10000 --rounds 10

A text is saved, and the clock runs until the page that shows it has been read by the browser, and
until it has been painted. Nobody reloads anything.
"""

import argparse
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.corpus import make_corpus
from benchmarks.generators.generator import item_file, write_site
from benchmarks.generators.ours import OURS
from benchmarks.items import Item
from tests.support.browser import launch

NOTE_WHEN_READ = "addEventListener('DOMContentLoaded', () => { window.read = Date.now() })"
READ = "window.read"
PAINTED = """(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return paint && performance.timeOrigin + paint.startTime;
})()"""
REST = 4.0
"""Seconds between two saves, so that each finds the server at rest."""
PATIENCE = 30.0

Times = list[tuple[float, float]]
"""Milliseconds until a page was read, and until it was painted."""


def main(words: Sequence[str]) -> int:
    """Print a table: for each size and kind of save, the median and the worst."""
    parser = argparse.ArgumentParser(prog="benchmarks.serve")
    parser.add_argument("--items", default="1000,10000", help="sizes of the sites")
    parser.add_argument("--rounds", type=int, default=10)
    wishes = parser.parse_args(words)
    print("| items | what is saved | read by the browser, ms | painted, ms |")  # noqa: T201
    print("|---:|---|---:|---:|")  # noqa: T201
    with launch() as browser:
        for size in map(int, wishes.items.split(",")):
            for what, times in measured(size, wishes.rounds, browser):
                read, painted = zip(*times, strict=True)
                print(f"| {size:,} | {what} | {told(read)} | {told(painted)} |", flush=True)  # noqa: T201
    return 0


def measured(size: int, rounds: int, browser: Browser) -> Iterator[tuple[str, Times]]:
    """The times of each kind of save in a site of this size."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        items = list(make_corpus(size))
        write_site(OURS, root, items)
        item = next(one for one in items if one.section == "resource-center")
        file = item_file(root, item)
        with served(root) as url:
            page = browser.new_page()
            page.add_init_script(NOTE_WHEN_READ)
            page.goto(f"{url}{item.section}/{item.date.year}/{item.slug}/")
            text = file.read_text("utf-8")
            yield (
                "a body, on its page",
                [seen(page, file, lambda mark: f"{text}\n\n{mark}\n") for _ in range(rounds)],
            )
            yield (
                "a title, on its page",
                [seen(page, file, lambda mark: titled(text, mark)) for _ in range(rounds)],
            )
            page.goto(f"{url}{item.section}/")
            text = text.replace(item.date.isoformat(), "2026-03-01")
            names = [f"new-item-{number}" for number in range(rounds)]
            yield (
                "a new item, on its list",
                [seen(page, file.with_name(f"{name}.md"), new(text, item, name)) for name in names],
            )
            page.close()


def new(text: str, item: Item, slug: str) -> Callable[[str], str]:
    """The text of a new item, given its title."""
    return lambda mark: titled(text.replace(item.slug, slug), mark)


def titled(text: str, mark: str) -> str:
    """The item with the mark as its title."""
    return "\n".join(
        f"title: {mark}" if line.startswith(("title:", '"title":')) else line
        for line in text.split("\n")
    )


def seen(page: Page, file: Path, edit: Callable[[str], str]) -> tuple[float, float]:
    """How long one save took; then a rest."""
    mark = f"Mark{time.time_ns()}"
    text = edit(mark)
    began = time.time()
    file.write_text(text, encoding="utf-8")
    page.get_by_text(mark).first.wait_for(state="attached", timeout=PATIENCE * 1000)
    read, painted = (soon(page, script) for script in (READ, PAINTED))
    time.sleep(REST)
    return read - began * 1000, painted - began * 1000


def soon(page: Page, script: str) -> float:
    """What the script tells, as soon as it has something to tell."""
    given_up = time.monotonic() + PATIENCE
    while not (told := page.evaluate(script)):
        assert time.monotonic() < given_up
        time.sleep(0.002)
    return float(told)


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Where the site is served."""
    command = [sys.executable, "-m", "ht_newsgen", "serve", f"--site={root}", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[0]
        finally:
            server.send_signal(signal.SIGINT)


def told(times: Sequence[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(times):.0f} (at most {max(times):.0f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
