#!/usr/bin/env python3
"""The one command of this project; Python's standard library is all it needs.

    python3 build.py                 build content/ into public/
    python3 build.py WORDS...        hand WORDS to the command line, as in: python3 build.py serve
    python3 build.py test [ARGS]     run the test suite (ARGS go to pytest)
    python3 build.py lint            run ruff, mypy and import-linter
    python3 build.py lock            renew requirements/ from pyproject.toml

The first call makes .venv from the lock files in requirements/. A stamp in .venv says what it was made from and is
written last, so an interrupted set-up is noticed, and mended, by the next call.
"""

# Kept readable for every Python 3.6 and later (no future annotations, no new syntax): an older one shall be told
# what is wrong instead of showing a syntax error. Modules needed for set-up alone are imported there.
import os
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
WINDOWS = os.name == "nt"
SCRIPTS = os.path.join(VENV, "Scripts" if WINDOWS else "bin")
PYTHON = os.path.join(SCRIPTS, "python.exe" if WINDOWS else "python")

# What each set is locked in. The build back-ends come first and are used without isolation, so that nothing is
# installed, not even for the time of a build, that has no hash here.
LOCKS = {"build": ("requirements/build.txt",), "run": ("requirements/runtime.txt",), "test": ("requirements/test.txt",)}
SETS = {"run": ("build", "run"), "test": ("build", "run", "test")}


class Stop(Exception):  # noqa: N818 - it ends the run with a sentence; it is not a failure of this file
    """Ends the run with one sentence for a human."""


def main(words: "list[str]") -> int:
    """Prepare what the words need, then run them; returns (or becomes) their exit code."""
    if sys.version_info < OLDEST:
        say("ht-newsgen needs Python 3.11 or newer; this is %d.%d (%s)." % (sys.version_info[:2] + (sys.executable,)))
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
        prepare("run")
        return become([script("ht-newsgen"), word] + rest)
    except Stop as sentence:
        say(str(sentence))
        return 2
    except KeyboardInterrupt:
        return 130


def test(args: "list[str]") -> int:
    """The test suite, after the outside tools it needs have been made ready."""
    prepare("test")
    ready = run([PYTHON, "-m", "tests.support.tools"])
    if ready != 0:
        return ready
    return become([PYTHON, "-m", "pytest"] + (args or ["--numprocesses=auto", "--dist=worksteal"]))


def lint() -> int:
    """Every check of the code that is no test; all of them run, the worst exit code wins."""
    prepare("test")
    commands = (
        [script("ruff"), "check"],
        [script("ruff"), "format", "--check"],
        [script("mypy")],
        [script("lint-imports")],
    )
    codes = []
    for command in commands:
        say("- %s" % " ".join([os.path.basename(command[0])] + command[1:]))
        codes.append(run(command))
    return max(codes)


def lock() -> int:
    """Renew requirements/*.txt: exact versions with hashes, for every Python and system that is supported."""
    prepare("test")
    compile_ = [script("uv"), "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--upgrade"]
    compile_ += ["--python-version", "%d.%d" % OLDEST, "--generate-hashes"]
    # Where this machine gets its packages from is its own affair and no part of the lock.
    compile_ += ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    build, runtime = "requirements/build.txt", "requirements/runtime.txt"
    alone = [word for word in compile_ if word != "pyproject.toml"]
    steps = (
        alone + ["--group", "build", "--output-file", build],
        compile_ + ["--output-file", runtime],
        compile_
        + ["--group", "build", "--group", "test", "--constraints", build, "--constraints", runtime]
        + ["--output-file", "requirements/test.txt"],
    )
    for step in steps:
        code = run(step)
        if code != 0:
            return code
    say("requirements/ is renewed; `python3 build.py test` tries it.")
    return 0


# -- the environment


def prepare(wanted: str) -> None:
    """Make sure that .venv holds the set of packages `wanted` ("run" or "test"); does nothing if it does."""
    if is_ready(wanted):
        return
    with one_at_a_time():
        if not is_ready(wanted):  # it may have become so while we waited
            set_up(wanted)


def is_ready(wanted: str) -> bool:
    """Whether the stamp of .venv is that of the lock files, the project and this Python."""
    return os.path.exists(PYTHON) and read_stamp(wanted) == stamp(wanted)


def set_up(wanted: str) -> None:
    """Make or mend .venv, the stamp last."""
    import time

    began = time.monotonic()
    done = [name for name in SETS if packages_are_right(name)]
    base = done[-1] if done else None
    for name in SETS:
        if os.path.exists(stamp_path(name)):
            os.remove(stamp_path(name))
    if base is None:
        make_venv()
    for name in SETS[wanted]:
        if base is None or name not in SETS[base]:
            install(name)
    install_project()
    finished = wanted if base is None or wanted == "test" else base
    for name in SETS[finished]:
        if name in SETS:
            with open(stamp_path(name), "w", encoding="utf-8") as file:
                file.write(stamp(name))
    say("Ready after %d seconds." % round(time.monotonic() - began))


def packages_are_right(name: str) -> bool:
    """Whether all of the set but perhaps the project itself is installed as locked."""
    return os.path.exists(PYTHON) and read_stamp(name).splitlines()[:1] == stamp(name).splitlines()[:1]


def make_venv() -> None:
    """A new, empty .venv in place of whatever is there."""
    import shutil
    import subprocess

    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
        import venv  # noqa: F401
    except ImportError as error:
        version = "%d.%d" % sys.version_info[:2]
        hint = "apt install python%s-venv" % version if shutil.which("apt-get") else "see your system's packages of Python"
        raise Stop("This Python %s cannot make virtual environments: %s. Install what is missing: %s" % (version, error, hint)) from None
    say("Making .venv with Python %d.%d ..." % sys.version_info[:2])
    if os.path.isdir(VENV) and not os.path.islink(VENV):
        shutil.rmtree(VENV)
    elif os.path.lexists(VENV):
        os.remove(VENV)
    # Called from inside a .venv, the Python behind it: the one in front is about to be replaced.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([python, "-m", "venv", VENV]) != 0:
        raise Stop("Python could not make .venv; what it said stands above.")


def install(name: str) -> None:
    """The packages of one set, each version and hash as locked."""
    locks = LOCKS[name]
    say("Installing %s ..." % " and ".join(locks))
    words = ["--require-hashes", "--no-deps"]
    if name != "build":
        words += ["--no-build-isolation", "--use-pep517"]
    for path in locks:
        words += ["--requirement", path]
    pip(words)


def install_project() -> None:
    """This project, so that a change in src/ needs no new set-up."""
    pip(["--no-deps", "--no-build-isolation", "--editable", "."])


def pip(words: "list[str]") -> None:
    """`pip install`, quiet unless it fails."""
    quiet = ["-qq", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    if run([PYTHON, "-m", "pip", "install"] + quiet + words) != 0:
        raise Stop("pip could not install what is needed; what it said stands above. The next call tries again.")


def stamp(name: str) -> str:
    """What .venv must have been made from: a line for the packages, a line for the project."""
    import hashlib

    packages = hashlib.sha256()
    packages.update(("%s %s" % (sys.implementation.cache_tag, ROOT)).encode())
    for part in SETS[name]:
        for path in LOCKS[part]:
            packages.update(read(path))
    return "%s\n%s\n" % (packages.hexdigest(), hashlib.sha256(read("pyproject.toml")).hexdigest())


def stamp_path(name: str) -> str:
    """Where the stamp of a set lies."""
    return os.path.join(VENV, "ready-%s" % name)


def read_stamp(name: str) -> str:
    """The stamp of a set; empty if it was never finished."""
    try:
        with open(stamp_path(name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


class one_at_a_time:  # noqa: N801 - used like a function, in a `with`
    """Holds the lock of the set-up; a second call waits here until the first has finished or died."""

    def __enter__(self) -> None:
        """Wait for the lock."""
        os.makedirs(os.path.join(ROOT, ".cache"), exist_ok=True)
        self.file = open(os.path.join(ROOT, ".cache", "setup.lock"), "a+")  # noqa: SIM115 - closed by __exit__
        if WINDOWS:
            import msvcrt
            import time

            while True:
                try:
                    return msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, no-any-return, unused-ignore]
                except OSError:
                    time.sleep(0.2)
        import fcntl

        fcntl.flock(self.file, fcntl.LOCK_EX)
        return None

    def __exit__(self, *_: object) -> None:
        """Closing the file lets go of the lock on every system, as does the end of the process."""
        self.file.close()


# -- small things


def script(name: str) -> str:
    """A command installed in .venv."""
    return os.path.join(SCRIPTS, name + (".exe" if WINDOWS else ""))


def run(command: "list[str]") -> int:
    """Run a command and wait for its exit code."""
    import subprocess

    sys.stderr.flush()
    return subprocess.call(command)


def become(command: "list[str]") -> int:
    """Run a command in place of this process; where that is not possible, run it and return its exit code."""
    if WINDOWS:  # exec there returns to the shell at once, with the new process still running
        return run(command)
    sys.stderr.flush()
    os.execv(command[0], command)
    return 0


def read(path: str) -> bytes:
    """The bytes of a file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Stop("%s cannot be read (%s); the checkout is not complete." % (path, error.strerror)) from None


def say(sentence: str) -> None:
    """Tell a human; standard output is for results."""
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
