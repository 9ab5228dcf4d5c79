"""How long a save takes to be seen: `serve` with a real browser.

    python3 build.py bench --serve --growth 1000,10000 --rounds 10

A text is saved, and the clock runs until the page that shows it has been read by the browser, and
until it has been painted. Nobody reloads anything.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.corpus import make_corpus
from benchmarks.generators.generator import item_file, write_site
from benchmarks.generators.ours import CLOCK, OURS
from benchmarks.items import Item
from benchmarks.measure import as_installed
from benchmarks.report import spread
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


def tables(folder: Path, size: int, rounds: int) -> Iterator[str]:
    """Markdown, line by line: for each kind of save both times."""
    yield f"| {size:,} items | read by the browser, ms | painted, ms |"
    yield "|---|---:|---:|"
    with launch() as browser:
        for what, times in measured(folder, size, rounds, browser):
            read, painted = zip(*times, strict=True)
            yield f"| {what} | {spread(read, '{:.0f}')} | {spread(painted, '{:.0f}')} |"


def measured(root: Path, size: int, rounds: int, browser: Browser) -> Iterator[tuple[str, Times]]:
    """The times of each kind of save in a site of this size."""
    write_site(OURS, root, make_corpus(size))
    item = next(one for one in make_corpus(size) if one.section == "resource-center")
    file = item_file(root, item)
    with served(root) as url:
        page = browser.new_page()
        page.add_init_script(NOTE_WHEN_READ)
        page.goto(f"{url}{item.permalink}")
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
    where = [f"--site={root}", f"--clock={CLOCK}", "--port=0"]
    command = [sys.executable, "-m", "ht_newsgen", "serve", *where]
    with subprocess.Popen(command, env=as_installed(), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[0]
        finally:
            server.send_signal(signal.SIGINT)
