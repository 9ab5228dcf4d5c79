#!/usr/bin/env python3
"""The one command of this project; Python's standard library is all it needs.

    python3 build.py                 build content/ into public/
    python3 build.py WORDS...        hand WORDS to the command line, as in: python3 build.py check
    python3 build.py test [ARGS]     run the test suite (ARGS go to pytest)
    python3 build.py lint            run ruff, mypy and import-linter
    python3 build.py lock            renew requirements/ from pyproject.toml
    python3 build.py messages        gather the theme's sentences, and see which lack a translation
    python3 build.py fuzz [ARGS]     try the program with thousands of odd files (tests/fuzz/run.py)
    python3 build.py bench [ARGS]    compare with other generators (docs/performance.md)

The first call makes .venv from the lock files in requirements/. A stamp in .venv says what it was
made from and is written last, so an interrupted set-up is noticed, and mended, by the next call.
"""

# Every Python from 3.6 on can parse this file (hence the quoted annotations), so that an old one
# can say what is wrong. What only the set-up needs is imported there: later calls start at once.
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
WINDOWS = os.name == "nt"

# The lock files of each set, in the order of installing. The build back-ends come first: they build
# what is published as source alone, so that nothing runs that has no hash here.
RUN = ("requirements/build.txt", "requirements/runtime.txt")
TEST = (*RUN, "requirements/test.txt")
SETS = {"run": RUN, "test": TEST, "fuzz": (*TEST, "requirements/fuzz.txt")}


class Stop(Exception):
    """Ends the run with one sentence for a human."""


def main(words: "list[str]") -> int:
    """Prepare what the words need, then run them; returns their exit code, or becomes them."""
    if sys.version_info < OLDEST:
        running = (*sys.version_info[:2], sys.executable)
        say("ht-newsgen needs Python 3.11 or newer; this is %d.%d (%s)." % running)
        return 2
    os.chdir(ROOT)
    word, rest = (words[0], words[1:]) if words else ("build", [])
    try:
        if word == "test":
            return test(rest)
        if word == "lint":
            return lint()
        if word == "lock":
            return lock()
        if word == "messages":
            prepare("test")
            return become([script("python"), "-m", "tests.support.messages", *rest])
        if word == "fuzz":
            prepare("fuzz")
            return become([script("python"), "-m", "tests.fuzz.run", *rest])
        looks = word == "bench" and {"--serve", "--search"} & set(rest)  # by the tests' browser
        prepare("test" if looks else "run")
        if word == "bench":
            return become([script("python"), "-m", "benchmarks.run", *rest])
        return become([script("ht-newsgen"), word, *rest])
    except Stop as sentence:
        say(str(sentence))
        return 2
    except KeyboardInterrupt:
        return 130


def test(args: "list[str]") -> int:
    """The test suite, after the outside tools it needs have been made ready."""
    prepare("test")
    code = run([script("python"), "-m", "tests.support.tools"])
    if code != 0:
        return code
    # To start workers takes longer than the few tests of a file that somebody names.
    named = any(os.path.exists(arg.partition("::")[0]) for arg in args)
    by_files = ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
    return become([script("python"), "-m", "pytest", *([] if named else by_files), *args])


def lint() -> int:
    """Every check of the code that is not a test; all of them run, the worst exit code wins."""
    prepare("test")
    codes = []
    for name, *args in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        say(" ".join(["-", name, *args]))
        codes.append(run([script(name), *args]))
    say("- import-linter")
    codes.append(run([script("lint-imports")]))
    return max(codes)


def lock() -> int:
    """Renew the lock files: exact versions with hashes, for every supported Python and system."""
    prepare("test")
    (build, runtime, test, fuzz), bench = SETS["fuzz"], "requirements/bench.txt"
    everything = ["pyproject.toml", "--group=build", "--group=test"]
    for path, what in (
        (build, ["--group=build"]),
        (runtime, ["pyproject.toml"]),
        (test, [*everything, "--constraints=" + build, "--constraints=" + runtime]),
        (fuzz, ["requirements/fuzz.in", "--constraints=" + test]),
        (bench, ["requirements/bench.in", "--constraints=" + build, "--constraints=" + runtime]),
    ):
        # Where this machine gets its packages from is its own affair and no part of the lock.
        private = ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        options = ["--quiet", "--upgrade", "--universal", "--python-version=%d.%d" % OLDEST]
        uv = [script("uv"), "pip", "compile", *options, "--generate-hashes", *private]
        if run([*uv, *what, "--output-file=" + path]) != 0:
            return 1
    say("The lock files are renewed; `python3 build.py test` tries them.")
    return 0


# -- the environment


def prepare(wanted: str) -> None:
    """Make sure that .venv holds the set "run" or "test"; costs nothing if it does."""
    if is_ready(wanted):
        return
    with wait_for_turn():
        if not is_ready(wanted):  # another call may have done it while this one waited
            set_up(wanted)


def is_ready(wanted: str) -> bool:
    """Whether .venv was made, to its end, from today's lock files, project and Python."""
    return read_stamp(wanted) == stamp(wanted) and os.path.exists(script("ht-newsgen"))


def set_up(wanted: str) -> None:
    """Make .venv, or add to it, or install the project anew; the stamps last."""
    import time

    began = time.monotonic()
    stamps = {name: read_stamp(name) for name in SETS}
    kept = {name for name in SETS if os.path.exists(script("python")) and is_made_of(name)}
    if any(stamps[name] for name in SETS if name not in kept):
        kept = set()  # some lock file has changed: what it no longer names shall be gone
    for name, content in stamps.items():
        if content:
            os.remove(stamp_path(name))
    if not kept:
        make_venv()
    for path in SETS[wanted]:
        if not any(path in SETS[name] for name in kept):
            install(path)
    pip(["--no-deps", "--no-build-isolation", "--editable", "."])
    # By all cores, and not by pip. Who may write no bytecode later on would compile at each call.
    run([script("python"), "-m", "compileall", "-qq", "-j0", VENV, os.path.join(ROOT, "src")])
    for name, paths in SETS.items():
        if name in kept or set(paths) <= set(SETS[wanted]):
            with open(stamp_path(name), "w", encoding="utf-8") as file:
                file.write(stamp(name))
    say("Ready after %d seconds." % round(time.monotonic() - began))


def make_venv() -> None:
    """A new, empty .venv in place of whatever is there."""
    import shutil

    version = "%d.%d" % sys.version_info[:2]
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
        import venv  # noqa: F401
    except ImportError as error:
        debian = shutil.which("apt-get") is not None
        package = "apt install python%s-venv" % version if debian else "your system's python-venv"
        reason = "This Python %s cannot make virtual environments (%s)." % (version, error)
        raise Stop("%s Please install: %s" % (reason, package)) from None
    say("Making .venv with Python %s ..." % version)
    if os.path.isdir(VENV) and not os.path.islink(VENV):
        shutil.rmtree(VENV)
    elif os.path.lexists(VENV):
        os.remove(VENV)
    # When the Python running this is that of the old .venv, the one behind it makes the new one.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if run([python, "-m", "venv", VENV]) != 0:
        raise Stop("Python could not make .venv; what it said stands above.")


def install(path: str) -> None:
    """The packages of a lock file, each in its version and with its hash."""
    say("Installing %s ..." % path)
    pip(["--require-hashes", "--no-deps", "--no-build-isolation", "--requirement", path])


def pip(words: "list[str]") -> None:
    """`pip install`, silent unless it fails."""
    silent = ["-qq", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    command = [script("python"), "-m", "pip", "install", *silent, "--no-compile", "--use-pep517"]
    if run([*command, *words]) != 0:
        raise Stop("pip failed; what it said stands above. The next call begins anew.")


def wait_for_turn() -> "TextIO":
    """Hold the lock of the set-up until the returned file is closed, or this process ends.

    What it started inherits the lock: if this process is killed alone, the next call waits until
    its pip has ended too, before it clears away what they left.
    """
    os.makedirs(os.path.join(ROOT, ".cache"), exist_ok=True)
    file = open(os.path.join(ROOT, ".cache", "setup.lock"), "a+")
    os.set_inheritable(file.fileno(), True)
    if not WINDOWS:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
        return file
    import msvcrt
    import time

    while True:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            time.sleep(0.2)
        else:
            return file


# -- stamps


def stamp(name: str) -> str:
    """What .venv is made from: a line for the packages of a set, a line for the project."""
    import hashlib

    packages = hashlib.sha256(("%s %s" % (sys.implementation.cache_tag, ROOT)).encode())
    for path in SETS[name]:
        packages.update(read(path))
    project = hashlib.sha256(read("pyproject.toml"))
    return "%s\n%s\n" % (packages.hexdigest(), project.hexdigest())


def is_made_of(name: str) -> bool:
    """Whether the packages of a set are those locked; the project may have changed since."""
    return read_stamp(name).splitlines()[:1] == stamp(name).splitlines()[:1]


def read_stamp(name: str) -> str:
    """The stamp of a set; empty if its set-up was never finished."""
    try:
        with open(stamp_path(name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def stamp_path(name: str) -> str:
    """Where the stamp of a set lies."""
    return os.path.join(VENV, "ready-" + name)


def read(path: str) -> bytes:
    """The bytes of a file of the project."""
    try:
        with open(os.path.join(ROOT, path), "rb") as file:
            return file.read()
    except OSError as error:
        raise Stop("%s: %s; this checkout is not complete." % (path, error.strerror)) from None


# -- programs


def script(name: str) -> str:
    """A command of .venv."""
    return os.path.join(VENV, *(("Scripts", name + ".exe") if WINDOWS else ("bin", name)))


def run(command: "list[str]") -> int:
    """Run a command and wait for its exit code."""
    import subprocess

    return subprocess.call(command, close_fds=False)  # see wait_for_turn


def become(command: "list[str]") -> int:
    """Run a command in place of this process; where a system cannot, run it and wait."""
    if not WINDOWS:  # there exec returns to the shell at once, while the new process goes on
        os.execv(command[0], command)
    return run(command)


def say(sentence: str) -> None:
    """Tell a human; standard output is for results."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
