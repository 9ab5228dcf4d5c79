"""Trying the program with thousands of odd files.

    python3 build.py fuzz                          two minutes, led by which code runs (atheris)
    python3 build.py fuzz --inputs 10000           so many files, however long it takes
    python3 build.py fuzz --by chance --seed 7     by chance alone, the same each time
    python3 build.py fuzz --again .cache/fuzz/…    what was found, once more

Files of the newsroom and of the broken sites are made odd (`mutate.py`) and taken all the way
(`subject.py`). Whatever is raised is told once for each place in the code, and the file is kept.
Atheris is there on Linux with x86-64; elsewhere chance decides.
"""

import argparse
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FOLDER = Path(".cache") / "fuzz"
SLOW = 5.0
"""Seconds for one file; more is a finding."""


class Run:
    """Counts what was tried, and keeps what was found."""

    def __init__(self, inputs: int, minutes: float) -> None:
        self.inputs = inputs
        self.seconds = 60 * minutes
        self.ends = float("inf")
        self.tried = 0
        self.found: Counter[str] = Counter()

    def warm_up(self) -> None:
        """Try a sound file. What is made once is no part of any file's time, nor of the run's."""
        from tests.fuzz.subject import corpus, try_file

        try_file(*corpus()[0])
        self.ends = time.monotonic() + self.seconds

    @property
    def is_over(self) -> bool:
        return bool(self.inputs and self.tried >= self.inputs) or time.monotonic() > self.ends

    def take(self, path: str, data: bytes) -> None:
        """Try one file."""
        from tests.fuzz.subject import try_file

        self.tried += 1
        began = time.monotonic()
        try:
            try_file(path, data)
        except Exception as error:  # noqa: BLE001 - any of them is what is looked for
            self.tell(where(error), path, data, traceback.format_exc())
        seconds = time.monotonic() - began
        if seconds > SLOW:
            self.tell(f"slow: {path}", path, data, f"It took {seconds:.1f} seconds.\n")

    def tell(self, name: str, path: str, data: bytes, story: str) -> None:
        """A finding: at length when it is new."""
        self.found[name] += 1
        if self.found[name] > 1:
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = FOLDER / f"{sha256(data).hexdigest()[:12]}.input"
        file.write_bytes(path.encode() + b"\n" + data)
        sys.stderr.write(f"\n{story}{path}, kept as {file}\n")

    def summary(self) -> str:
        lines = [f"{count:6,} times  {name}" for name, count in self.found.most_common()]
        return "\n".join([f"{self.tried:,} files tried, {len(self.found)} findings.", *lines])


def where(error: BaseException) -> str:
    """The kind of an exception, and the last line of our code that it passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "ht_newsgen" in frame.filename] or list(frames)
    return f"{type(error).__name__} in {Path(ours[-1].filename).name}:{ours[-1].lineno}"


def by_chance(run: Run, seed: int) -> None:
    """One odd file after another, as the dice fall."""
    from tests.fuzz.mutate import mutated
    from tests.fuzz.subject import corpus

    dice = random.Random(seed)
    run.warm_up()
    while not run.is_over:
        path, data = dice.choice(corpus())
        run.take(path, mutated(data, dice.choice(corpus())[1], dice.randrange))


def by_coverage(run: Run, seed: int) -> None:
    """Led by atheris towards code that has not run yet; ends the process."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["ht_newsgen"]):
        from tests.fuzz import subject
    from tests.fuzz.mutate import mutated

    files = subject.corpus()
    run.warm_up()

    def take(decisions: bytes) -> None:
        if run.is_over:
            finish(run)
        provider = atheris.FuzzedDataProvider(decisions)

        def pick(below: int) -> int:
            return int(provider.ConsumeIntInRange(0, below - 1))

        path, data = files[pick(len(files))]
        run.take(path, mutated(data, files[pick(len(files))][1], pick))

    atheris.Setup([sys.argv[0], f"-seed={seed}", "-max_len=512", "-len_control=0"], take)
    atheris.Fuzz()


def finish(run: Run) -> None:
    """Say what came of it. The fuzzer has taken the process over, so it ends at once."""
    sys.stdout.write(f"{run.summary()}\n")
    sys.stdout.flush()
    os._exit(1 if run.found else 0)


def again(file: Path) -> None:
    """Try a file that was kept; what it raises is seen."""
    from tests.fuzz.subject import try_file

    path, _, data = file.read_bytes().partition(b"\n")
    try_file(path.decode(), data)


def parse(words: Sequence[str]) -> Any:
    parser = argparse.ArgumentParser(prog="build.py fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, help="stop then; 2 unless --inputs says otherwise")
    parser.add_argument("--inputs", type=int, default=0, help="stop after so many files")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins; else the clock")
    parser.add_argument(
        "--by", choices=["coverage", "chance"], help="what leads; else what is there"
    )
    parser.add_argument("--again", type=Path, metavar="FILE", help="try one kept file")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Run what the words ask for; 1 if anything was found."""
    wishes = parse(words)
    if wishes.again:
        again(wishes.again)
        return 0
    minutes = wishes.minutes or (float("inf") if wishes.inputs else 2)
    run = Run(wishes.inputs, minutes)
    seed = wishes.seed or time.time_ns() % 2**31
    lead = wishes.by or ("coverage" if find_spec("atheris") else "chance")
    sys.stderr.write(f"Led by {lead}, seed {seed}.\n")
    leads: dict[str, Callable[[Run, int], None]] = {"coverage": by_coverage, "chance": by_chance}
    leads[lead](run, seed)
    finish(run)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
