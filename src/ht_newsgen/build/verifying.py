"""`build --verify`: the proof that what was published is what a clean build would publish.

The clean build goes into our own folder inside the output, knows no cache, and is removed again.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.start import build
from ht_newsgen.build.visible import visible
from ht_newsgen.kit.problems import Problem
from ht_newsgen.writing.ledger import LEDGER, read_manifest
from ht_newsgen.writing.lock import only_build
from ht_newsgen.writing.staging import CLEAN, nothing_left
from ht_newsgen.writing.writer import told_kindly

SHOWN = 72
"""Characters of a line that are shown, around the first one that differs."""


class Difference(Struct, frozen=True, kw_only=True, order=True):
    """Something that a clean build would have made otherwise."""

    path: str
    """Of the output, or of the file with a problem."""
    what: str


def verify(
    options: Options, result: Result, *, waiting: Callable[[], None] = lambda: None
) -> tuple[Difference, ...]:
    """In what the last build differs from a clean one; `result` is what it said.

    Nothing must change in between. Raises what `start.build` raises.
    """
    output = options.output
    clean = output / LEDGER / CLEAN
    if not result.published:
        without = replace(options, cache=False, dry_run=True)
        return tuple(sorted(told_otherwise(result.problems, build(without).problems)))
    with told_kindly(output), only_build(output, waiting=waiting), nothing_left(output):
        shutil.rmtree(clean, ignore_errors=True)
        told = build(replace(options, output=clean, cache=False, dry_run=False))
        found = [*told_otherwise(result.problems, told.problems), *differences(output, clean)]
    return tuple(sorted(found))


def told_otherwise(
    problems: tuple[Problem, ...], of_clean: tuple[Problem, ...]
) -> Iterator[Difference]:
    """Problems that only one of two builds has told."""
    for only, who in (
        (set(problems) - set(of_clean), "only the last build"),
        (set(of_clean) - set(problems), "only a clean build"),
    ):
        for found in only:
            yield Difference(path=found.place.path, what=f"{who} tells {found.rule}")


def differences(output: Path, clean: Path) -> Iterator[Difference]:
    """What differs between two output folders; files of others are left out of account."""
    ours, theirs = read_manifest(output).outputs, read_manifest(clean).outputs
    for path in ours.keys() - theirs.keys():
        yield Difference(path=path, what="a clean build has no such file")
    for path in theirs:
        try:
            data = (output / path).read_bytes()
        except OSError as error:
            yield Difference(path=path, what=f"cannot be read: {error.strerror}")
            continue
        expected = (clean / path).read_bytes()
        if data != expected:
            yield Difference(path=path, what=first_difference(data, expected))
        elif path not in ours:
            yield Difference(path=path, what="is not in the manifest")


def first_difference(data: bytes, expected: bytes) -> str:
    """Where two files begin to differ, and what stands there."""
    try:
        lines, others = data.decode().split("\n"), expected.decode().split("\n")
    except UnicodeDecodeError:
        same = zip(data, expected, strict=False)
        at = next((n for n, (one, other) in enumerate(same) if one != other), len(expected))
        return f"differs from byte {min(at, len(data)):,} on"
    number = next(
        (n for n, (one, other) in enumerate(zip(lines, others, strict=False)) if one != other),
        min(len(lines), len(others)),
    )
    line = lines[number] if number < len(lines) else ""
    other = others[number] if number < len(others) else ""
    return f"line {number + 1:,} is {shown(line, other)}, in a clean build {shown(other, line)}"


def shown(line: str, other: str) -> str:
    """The part of the line in which it differs from the other."""
    pairs = enumerate(zip(line, other, strict=False))
    column = next((n for n, (one, two) in pairs if one != two), min(len(line), len(other)))
    start = max(column - SHOWN // 3, 0)
    part = line[start : start + SHOWN]
    before, after = "…" if start else "", "…" if start + SHOWN < len(line) else ""
    return f"`{before}{visible(part)}{after}`"
