"""What the search index costs, and how long a reader waits for the first result.

    python3 build.py bench --search --items 10000 --rounds 5

Builds with and without an index, by turns; the indexer's memory; the index by way of all HTML
files instead of our records; and in a real browser the time from the last key to the first result.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from benchmarks.corpus import make_corpus
from benchmarks.desk import Desk
from benchmarks.generators.generator import write_item, write_site
from benchmarks.generators.ours import OURS, write
from benchmarks.items import Item
from benchmarks.measure import measure
from benchmarks.report import spread
from ht_newsgen.kit.folding import without_accents
from ht_newsgen.render.pagefind import indexer
from tests.support.browser import launch
from tests.support.searching import served

Edit = Callable[[Desk, int], None]
"""What is done to a site in this round."""
FIRST = """() => new Promise((done) => {
    const list = document.querySelector(".search__results");
    const input = document.querySelector("[type=search]");
    let last = 0;
    addEventListener("input", () => { last = performance.now(); }, true);
    new MutationObserver(() => list.children.length && done(performance.now() - last))
        .observe(list, { childList: true });
    input.focus();
})"""


def tables(folder: Path, size: int, rounds: int) -> Iterator[str]:
    """Markdown, line by line."""
    off, on = (make_desk(folder / switch, size, switch) for switch in ("off", "on"))
    edits: dict[str, Edit] = {
        "clean": lambda desk, _: desk.forget_builds(),
        "nothing changed": lambda _desk, _: None,
        "a text of the newest year": adding(max(dated(size), key=lambda item: item.date)),
        "a text of the oldest year": adding(min(dated(size), key=lambda item: item.date)),
    }
    yield f"| {size:,} items | without an index, s | with one, s |"
    yield "|---|---:|---:|"
    memory = 0
    for what, edit in edits.items():
        times: dict[str, list[float]] = {}
        for turn in range(1, rounds + 1):
            for desk in (off, on) if turn % 2 else (on, off):
                edit(desk, turn)
                cost = desk.build()
                times.setdefault(desk.folder.name, []).append(cost.wall)
                memory = max(memory, cost.memory)
        yield f"| {what} | {spread(times['off'])} | {spread(times['on'])} |"
    yield ""
    yield from pieces(on.output / "search")
    yield f"- largest process of all these builds: {memory / 1e6:.0f} MB"
    yield by_html(on.output, folder)
    with launch() as browser, served(on.output) as address:
        for typed in typed_words(make_corpus(size)):
            waits = [first_result(browser, address, typed) for _ in range(rounds)]
            yield f"- first result of `{typed}` after the last key: {spread(waits, '{:.0f}')} ms"


def make_desk(folder: Path, size: int, switch: str) -> Desk:
    """A site with search switched on or off."""
    desk = Desk(OURS, folder)
    write_site(OURS, desk.site, make_corpus(size))
    file = desk.site / "newsgen.yaml"
    write(file, yaml.safe_load(file.read_text("utf-8")) | {"search": switch})
    return desk


def dated(size: int) -> Iterator[Item]:
    """The items of the corpus, one at a time, so that this process stays small (see `measure`)."""
    return (item for item in make_corpus(size) if item.topics)


def adding(item: Item) -> Edit:
    """Another sentence at the end of a text each time."""

    def edit(desk: Desk, turn: int) -> None:
        body = f"{item.body}\nAddition {turn}.\n"
        write_item(desk.generator, desk.site, replace(item, body=body))

    return edit


def pieces(search: Path) -> Iterator[str]:
    """How many files there are, and how large."""
    volumes = sorted(folder.name for folder in (search / "index").iterdir())
    sizes = [file.stat().st_size for file in search.rglob("*") if file.is_file()]
    yield f"- {len(volumes)} volumes: {', '.join(volumes)}"
    yield f"- {len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB"


def by_html(site: Path, folder: Path) -> str:
    """One index of all HTML files of the site, by Pagefind's command."""
    words = [str(indexer()), "--silent", f"--site={site}", f"--output-path={folder / 'by-html'}"]
    cost = measure(words, folder, folder / "log")
    return f"- one index of all HTML files instead: {cost.wall:.1f} s, {cost.memory / 1e6:.0f} MB"


def typed_words(items: Iterable[Item]) -> Iterator[str]:
    """In each of three languages a long word of a headline, its beginning, and without accents."""
    titles = {item.language: item.title for item in items}
    for language in ("en", "bs", "sr-Cyrl"):
        word = max(re.findall(r"\w+", titles[language]), key=len)
        yield from dict.fromkeys((word, word[:4], without_accents(word)))


def first_result(browser: Browser, address: str, typed: str) -> float:
    """Milliseconds from the last key until there is a result, on a page just loaded."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}search/", wait_until="networkidle")
    handle = page.evaluate_handle(f"({{wait: ({FIRST})()}})")
    page.keyboard.type(typed, delay=40)  # quicker than the page asks, so that it asks once
    wait = float(handle.evaluate("(one) => one.wait"))
    context.close()
    return wait
