"""What the search index costs, and how long a reader waits for the first result.

    python3 build.py test --collect-only -q     once: the browser belongs to the tests
    .venv/bin/python -m benchmarks.search --items 10000 --rounds 5

Builds with and without an index, by turns; the indexer's memory; the index by way of all HTML
files instead of our records; and in a real browser the time from the last key to the first result.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.corpus import make_corpus
from benchmarks.generators.generator import item_file, write_site
from benchmarks.generators.ours import OURS, command
from benchmarks.items import Item
from ht_newsgen.kit.folding import without_accents
from ht_newsgen.render.pagefind import indexer
from tests.support.browser import launch
from tests.support.searching import served

OFF, ON = '"search": "off"', '"search": "on"'
FIRST = """() => new Promise((done) => {
    const list = document.querySelector(".search__results");
    const input = document.querySelector("[type=search]");
    let last = 0;
    addEventListener("input", () => { last = performance.now(); }, true);
    new MutationObserver(() => list.children.length && done(performance.now() - last))
        .observe(list, { childList: true });
    input.focus();
})"""


def main(words: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.search")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    wishes = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for line in tables(Path(folder), wishes.items, wishes.rounds):
            print(line, flush=True)  # noqa: T201
    return 0


def tables(folder: Path, size: int, rounds: int) -> Iterator[str]:
    """Markdown, line by line."""
    yield f"| {size:,} items | without an index, s | with one, s |"
    yield "|---|---:|---:|"
    times: dict[str, dict[str, list[float]]] = {}
    for switch in (OFF, ON):
        root = folder / switch[-4:-1].strip('"')
        items = list(make_corpus(size))
        write_site(OURS, root, items)
        config = root / "newsgen.yaml"
        config.write_text(config.read_text("utf-8").replace(OFF, switch), "utf-8")
        dated = sorted((one for one in items if one.topics), key=lambda one: one.date)
        edits = {
            "clean": lambda: None,
            "nothing changed": lambda: None,
            "a text of the newest year": edited(item_file(root, dated[-1])),
            "a text of the oldest year": edited(item_file(root, dated[0])),
        }
        for what, edit in edits.items():
            for _ in range(1 if what == "clean" else rounds):
                edit()
                times.setdefault(what, {}).setdefault(switch, []).append(built(root))
    for what, by_switch in times.items():
        off, on = (statistics.median(by_switch[switch]) for switch in (OFF, ON))
        yield f"| {what} | {off:.2f} | {on:.2f} |"
    output = folder / "on" / "public"
    yield ""
    yield from pieces(output)
    yield from by_html(output, folder / "by-html")
    with launch() as browser, served(output) as address:
        for typed in typed_words(make_corpus(size)):
            waits = [first_result(browser, address, typed) for _ in range(rounds)]
            yield (
                f"- first result of `{typed}` after the last key: {statistics.median(waits):.0f} ms"
                f" (slowest {max(waits):.0f})"
            )


def typed_words(items: Iterable[Item]) -> Iterator[str]:
    """In each of three languages a long word of a headline, its beginning, and without accents."""
    titles = {item.language: item.title for item in items}
    for language in ("en", "bs", "sr-Cyrl"):
        word = max(re.findall(r"\w+", titles[language]), key=len)
        yield from dict.fromkeys((word, word[:4], without_accents(word)))


def edited(file: Path) -> Callable[[], None]:
    """Another sentence at the end of the file each time."""
    text, number = file.read_text("utf-8"), iter(range(1000))
    return lambda: (file.write_text(f"{text}\n\nAddition {next(number)}.\n", "utf-8"), None)[1]


def built(root: Path) -> float:
    """The seconds that a build takes."""
    started = time.perf_counter()
    subprocess.run(command(root, root / "public"), check=True)
    return time.perf_counter() - started


def pieces(output: Path) -> Iterator[str]:
    """How many files there are, how large, and the memory of the largest process so far."""
    volumes = sorted(folder for folder in (output / "search" / "index").iterdir())
    sizes = [file.stat().st_size for file in (output / "search").rglob("*") if file.is_file()]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    yield f"- {len(volumes)} volumes: {', '.join(folder.name for folder in volumes)}"
    yield f"- {len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB"
    yield f"- largest process of all these builds: {memory} MB"


def by_html(site: Path, output: Path) -> Iterator[str]:
    """One index of all HTML files of the site, by Pagefind's command."""
    words = [str(indexer()), "--silent", f"--site={site}", f"--output-path={output}"]
    started = time.perf_counter()
    subprocess.run(words, check=True)
    took = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    yield f"- one index of all HTML files instead: {took:.1f} s, {memory} MB"


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
