"""What the program loads for the words it is given."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from ht_newsgen.cli.app import run
run(sys.argv[1:])
print("loaded", *sys.modules)
"""
"""Runs the program, and says at the end what was loaded for it."""


def loaded_by(*words: str) -> set[str]:
    """The modules; those of ours by their rooms, without the name of the package before them."""
    told = told_by(PROGRAM, *words).splitlines()[-1].split()[1:]
    return {name.removeprefix("ht_newsgen.") for name in told if not name.startswith("_")}


def told_by(program: str, *words: str) -> str:
    """What a program in Python says. Python may keep what it compiles, as it does with people."""
    environ = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True, text=True, check=True, env=environ, cwd=Path(__file__).parent,
    )  # fmt: skip
    return done.stdout


def libraries(loaded: set[str]) -> set[str]:
    """Those of them that others wrote and that are not Python's own."""
    first = {name.partition(".")[0] for name in loaded if not is_ours(name)}
    return first - sys.stdlib_module_names


def is_ours(name: str) -> bool:
    """Whether a module, named as above, is of this program."""
    room = name.partition(".")[0]
    package = Path(__file__).parents[2] / "src" / "ht_newsgen"
    return name == "ht_newsgen" or (package / room).is_dir() or (package / f"{room}.py").is_file()
