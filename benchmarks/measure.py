"""What one run of a program costs: time, work, memory; and what it made."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


class RunFailedError(Exception):
    """A program ended with an error; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of work, of the program and all it waited for, in user and system mode."""
    memory: int
    """Bytes; the peak of the largest of its processes."""


@dataclass(frozen=True, slots=True)
class Made:
    """What lies in an output folder."""

    html: int
    files: int
    size: int
    """Bytes."""


def measure(command: list[str], folder: Path, log: Path) -> Cost:
    """Run a command in a folder and wait for it; raises `RunFailedError`.

    A process counts the peak of the one that made it as its own (getrusage(2)), so whoever calls
    this has to be small itself: no corpus is kept in memory here.
    """
    os.sync()  # nobody shall wait for what another has left to be written
    with log.open("wb") as file:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=as_installed(),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RunFailedError(f"{' '.join(command)}\nended with {process.returncode}:\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def as_installed() -> dict[str, str]:
    """The environment, in which programs in Python keep their bytecode, as they do with people."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def count(output: Path) -> Made:
    """Count the files of a site."""
    html = files = size = 0
    for folder, _, names in os.walk(output):
        for name in names:
            html += name.endswith(".html")
            files += 1
            size += os.path.getsize(os.path.join(folder, name))  # noqa: PTH118, PTH202 - of 10,000s
    return Made(html, files, size)
