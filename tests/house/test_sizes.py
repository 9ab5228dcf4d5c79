"""Each file is one idea."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 300
SOURCES = sorted(
    file
    for pattern in ("src/**/*.py", "tests/**/*.py", "templates/**/*.html", "static/**/*.css")
    for file in (*ROOT.glob(pattern), ROOT / "build.py")
)


def laws_in(file: Path) -> Iterator[ast.FunctionDef]:
    """The test functions of a file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    """A longer file holds more than one idea: divide it where they part."""
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in SOURCES
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("tests/**/test_*.py")), ids=lambda file: file.stem
)
def test_every_test_says_its_law(file: Path) -> None:
    """The name is the law, the docstring its sentence."""
    assert [test.name for test in laws_in(file) if not ast.get_docstring(test)] == []
