"""The benchmark: equal sites of several generators, built in turn after the same edits.

    python3 build.py bench --items 10000                      all peers, five rounds
    python3 build.py bench --items 2000 --peers hugo --rounds 3 --only clean,nothing,body
    python3 build.py bench --growth 1000,10000,100000 --peers hugo --rounds 1
    python3 build.py bench --micro                            the rooms by themselves

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
from benchmarks.corpus import make_corpus
from benchmarks.desk import Desk
from benchmarks.edits import KINDS, EditNotSeenError, History
from benchmarks.generators.eleventy import ELEVENTY
from benchmarks.generators.generator import ROOT, TOOLS, Generator, write_site
from benchmarks.generators.hugo import HUGO
from benchmarks.generators.ours import OURS
from benchmarks.generators.pelican import PELICAN
from benchmarks.measure import RunFailedError, count
from benchmarks.report import Sample, Series, as_json, growth_tables, tables

PEERS = {peer.name: peer for peer in (HUGO, PELICAN, ELEVENTY)}
GROWTH_KINDS = ("clean", "nothing", "body")


def main(words: Sequence[str]) -> int:
    """Run what the words ask for; results on standard output, progress on standard error."""
    wishes = parse(words)
    peers.install_python()
    if wishes.micro:
        return measure_rooms()
    if ELEVENTY in wishes.generators:
        peers.install_npm()
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
    series = [Series(items=size) for size in wishes.growth or [wishes.items]]
    failed = False
    try:
        for one in series:
            measure_size(one, wishes, work / str(one.items))
    except (RunFailedError, EditNotSeenError) as failure:
        say(f"{failure}\nWhat was measured until then:")
        failed = True
    sys.stdout.write(growth_tables(series) if wishes.growth else tables(series[0]))
    sys.stdout.flush()
    if wishes.json:
        wishes.json.write_text(json.dumps(as_json(series), indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


def measure_size(series: Series, wishes: argparse.Namespace, work: Path) -> None:
    """All rounds over sites of one size; raises `RunFailedError` and `EditNotSeenError`."""
    size = series.items
    desks = [Desk(generator, work / generator.name) for generator in wishes.generators]
    for desk in desks:
        say(f"{size} items: writing the site for {desk.generator.name}")
        write_site(desk.generator, desk.site, make_corpus(size))
    history = History(size)
    for turn in range(1, wishes.rounds + 1):
        for kind in KINDS:
            if kind not in wishes.only and (turn > 1 or kind != "clean"):
                continue  # but the first round begins clean: the other kinds need something built
            edit = history.edit(kind, turn)
            # Whoever is first in one round is last in the next: none has always the same before it.
            for desk in desks if turn % 2 else reversed(desks):
                prepare(desk, kind)
                edit.apply(desk)
                cost = desk.build()
                edit.check(desk)
                if kind in wishes.only:
                    series.samples.append(Sample(turn, kind, desk.generator.name, cost))
                say(f"round {turn}: {KINDS[kind]}: {desk.generator.name} {cost.wall:.2f} s")
                if kind == "clean":
                    series.made.setdefault(desk.generator.name, count(desk.output))
                if wishes.verify and desk.generator is OURS:
                    desk.build("--verify")


def prepare(desk: Desk, kind: str) -> None:
    """Set aside what this kind of build does not find."""
    if kind == "clean":
        desk.forget_builds()
    elif kind in ("checkout", "restored"):
        desk.check_out_anew()
        if kind == "checkout":
            desk.set_aside(desk.output)


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
    parser = argparse.ArgumentParser(prog="build.py bench", description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("--items", type=int, default=10_000, help="how many items the sites have (10000)")
    add("--rounds", type=int, default=5, help="how often everything is measured (5)")
    add("--peers", type=names(PEERS), default=list(PEERS), help=f"of {','.join(PEERS)}, or none")
    add("--only", type=names(KINDS), default=list(KINDS), help=f"of {','.join(KINDS)}")
    add("--growth", type=sizes, metavar="SIZES", help="sites of these sizes, as in 1000,10000")
    add("--verify", action="store_true", help="after each build of ours, build --verify")
    add("--json", type=Path, metavar="FILE", help="write every measurement there")
    add("--keep", action="store_true", help="leave the sites under .cache/bench")
    add("--micro", action="store_true", help="measure the rooms one by one instead")
    wishes = parser.parse_args(words)
    wishes.generators = [OURS, *(PEERS[name] for name in wishes.peers)]
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
