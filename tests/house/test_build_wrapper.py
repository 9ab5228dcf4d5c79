"""build.py: what it makes of a fresh, a broken, a changed and a busy checkout."""

import ast
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.checkout import ROOT, run, succeed

PYTHON = getattr(sys, "_base_executable", sys.executable)

# A stand-in for the project, which builds itself (PEP 517, PEP 660): a set-up takes seconds, and
# asks no registry.
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "ht-newsgen"
version = "1"
"""
BACKEND = """
import os, zipfile

FILES = {
    "METADATA": "Metadata-Version: 2.1\\nName: ht-newsgen\\nVersion: 1\\n",
    "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "entry_points.txt": "[console_scripts]\\nht-newsgen = ht_newsgen:main\\n",
    "RECORD": "",
}

def build_editable(folder, *_):
    name = "ht_newsgen-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("newsgen.pth", os.path.abspath("src"))
        for path, content in FILES.items():
            wheel.writestr("ht_newsgen-1.dist-info/" + path, content)
    return name
"""
PROGRAM = """
import sys

def main():
    print(*sys.argv[1:])
    return 7
"""
MAKING, INSTALLING, READY = "Making .venv", "Installing requirements/", "Ready after"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project with the real build.py; its command line answers 7 to everything."""
    return lay_out(tmp_path / "a newsroom")  # with a blank, as folders have


def lay_out(folder: Path) -> Path:
    """The files of the small project."""
    (folder / "src" / "ht_newsgen").mkdir(parents=True)
    (folder / "requirements").mkdir()
    shutil.copy(ROOT / "build.py", folder)
    for name in ("build", "runtime", "test", "fuzz"):
        (folder / "requirements" / f"{name}.txt").write_text("# nothing\n")
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "src" / "ht_newsgen" / "__init__.py").write_text(PROGRAM)
    return folder


def call(checkout: Path, *words: str, **more: str) -> tuple[int, str, list[str]]:
    """Exit code, standard output, and the sentences of the set-up without their particulars."""
    done = run([PYTHON, "build.py", *words], checkout, **more)
    known = (MAKING, INSTALLING, READY)
    lines = done.stderr.splitlines()
    return (
        done.returncode,
        done.stdout,
        [next((start for start in known if line.startswith(start)), line) for line in lines],
    )


FIRST = [MAKING, INSTALLING, INSTALLING, READY]


@pytest.fixture(scope="module")
def first_call(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, object]:
    """A checkout that has been set up, a copy of it as it was then, and what the set-up said."""
    folder = tmp_path_factory.mktemp("set-up")
    checkout = lay_out(folder / "a newsroom")
    answer = call(checkout)
    kept = shutil.copytree(checkout, folder / "kept", symlinks=True)
    return checkout, kept, answer


@pytest.fixture
def ready(first_call: tuple[Path, Path, object]) -> Path:
    """A checkout that has just been set up: in its old place, since an environment cannot move."""
    checkout, kept, _ = first_call
    shutil.rmtree(checkout)
    return Path(shutil.copytree(kept, checkout, symlinks=True))


@pytest.mark.slow
def test_the_first_call_sets_up_and_later_ones_say_nothing(
    first_call: tuple[Path, Path, object], ready: Path
) -> None:
    """Words and exit code pass through; without words it builds."""
    assert first_call[2] == (7, "build\n", FIRST)
    assert call(ready, "new", "flash", "A title") == (7, "new flash A title\n", [])
    assert call(ready, "--help") == (7, "--help\n", [])

    code, _, said = call(ready, "test")
    assert said[:2] == [INSTALLING, READY], "what tests need is added to what is there"
    assert code != 0, "the stand-in has neither tools nor pytest"
    assert call(ready) == (7, "build\n", [])


@pytest.mark.slow
def test_it_does_again_only_what_has_changed(ready: Path) -> None:
    """A changed project is installed anew; a changed lock file makes a new environment."""
    lock, project = ready / "requirements" / "runtime.txt", ready / "pyproject.toml"

    project.write_text(PYPROJECT.replace('version = "1"', 'version = "2"'))
    assert call(ready) == (7, "build\n", [READY])
    lock.write_text("# still nothing\n")
    assert call(ready) == (7, "build\n", FIRST)
    assert call(ready) == (7, "build\n", [])


@pytest.mark.slow
def test_an_interrupted_set_up_is_mended_once_by_the_next_calls(checkout: Path) -> None:
    """Killed in the middle, it begins anew. Of two calls the second waits, and finds all done."""
    interrupted = subprocess.Popen([PYTHON, "build.py"], cwd=checkout, stderr=subprocess.DEVNULL)
    while not (checkout / ".venv" / "bin").exists() and interrupted.poll() is None:
        time.sleep(0.01)
    interrupted.kill()
    interrupted.wait()
    assert not list((checkout / ".venv").glob("ready-*"))

    calls = [
        subprocess.Popen([PYTHON, "build.py"], cwd=checkout, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in calls]

    assert [process.returncode for process in calls] == [7, 7]
    starts = [line for one in said for line in one.splitlines()]
    assert [line.startswith(start) for line, start in zip(starts, FIRST, strict=True)] == [True] * 4
    assert call(checkout) == (7, "build\n", [])


def test_a_python_without_venv_is_told_which_package_to_install(checkout: Path) -> None:
    """Debian keeps `ensurepip` apart; a traceback would not say so."""
    (checkout / "ensurepip.py").write_text("raise ImportError('No module named ensurepip')")

    code, _, said = call(checkout, PYTHONPATH=str(checkout))

    assert (code, len(said)) == (2, 1)
    assert "cannot make virtual environments (No module named ensurepip)" in said[0]
    wanted = "python{}.{}-venv".format(*sys.version_info)
    assert (wanted if shutil.which("apt-get") else "python-venv") in said[0]


def test_an_incomplete_checkout_is_told_what_it_lacks(checkout: Path) -> None:
    """A missing lock file is a sentence."""
    (checkout / "requirements" / "build.txt").unlink()

    missing = "requirements/build.txt: No such file or directory; this checkout is not complete."
    assert call(checkout) == (2, "", [missing])


def test_an_old_python_is_told_which_one_is_needed() -> None:
    """It can parse the file, and reaches the sentence before anything it does not know."""
    source = (ROOT / "build.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))

    pretend = "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = ['build.py'];"
    code = f"{pretend} runpy.run_path('build.py', run_name='__main__')"
    done = run([sys.executable, "-c", code], ROOT)

    assert (done.returncode, done.stderr) == (
        2,
        f"ht-newsgen needs Python 3.11 or newer; this is 3.9 ({sys.executable}).\n",
    )


def test_a_checkout_that_was_moved_needs_a_new_environment(checkout: Path) -> None:
    """The commands in .venv name the folder they were made in."""
    command = [PYTHON, "-c", "import build; print(build.stamp('run'))"]
    here = succeed(run(command, checkout))
    moved = checkout.rename(checkout.with_name("moved"))

    assert succeed(run(command, moved)).splitlines()[0] != here.splitlines()[0]
    assert succeed(run(command, moved.rename(checkout))) == here


def test_a_later_call_loads_nothing_it_does_not_need(tmp_path: Path) -> None:
    """The wrapper stands before every command: what it imports, every command waits for."""
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
before = set(sys.modules)
import build
build.is_ready("test")
print(*sorted({{name.partition(".")[0] for name in set(sys.modules) - before}}))
"""
    loaded = succeed(run([sys.executable, "-I", "-c", code], tmp_path)).split()

    assert loaded == ["_blake2", "_hashlib", "build", "hashlib"]
