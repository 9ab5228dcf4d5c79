"""Set-up as a newcomer does it: clones, empty environments, commands run in them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Settings of the run in progress that a newcomer's shell does not have.
FOREIGN = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "SOURCE_DATE_EPOCH", "FORCE_COLOR")


def shell(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell as CI does: stop at the first failure, no standard input."""
    return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command], folder, **more)


def run(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; `more` are variables of its environment."""
    environment = {key: value for key, value in os.environ.items() if key not in FOREIGN}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | {"CI": "true", "PATH": path_with_this_python()} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def succeed(done: subprocess.CompletedProcess[str]) -> str:
    """What a command printed; fails the test with all it said if it did not succeed."""
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def clone(target: Path) -> Path:
    """A clean clone of this checkout: what is committed, and nothing else."""
    succeed(run(["git", "clone", "--quiet", str(ROOT), str(target)], ROOT))
    return target


def empty_environment(target: Path) -> Path:
    """A new virtual environment with nothing in it; returns the folder of its commands."""
    succeed(run([sys.executable, "-m", "venv", "--without-pip", str(target)], target.parent))
    return target / ("Scripts" if sys.platform == "win32" else "bin")


def pip(commands: Path, folder: Path, *words: str) -> str:
    """Run pip for an environment, which need not have one of its own."""
    python = str(commands / "python")
    return succeed(run([sys.executable, "-m", "pip", "--python", python, *words], folder))


def path_with_this_python() -> str:
    """A search path on which `python3` is the Python that runs the tests."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
