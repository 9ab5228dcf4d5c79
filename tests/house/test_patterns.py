"""A start waits for no regular expression that it may not need."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "ht_newsgen"
FILES = [file for file in sorted(SOURCE.rglob("*.py")) if "re.compile" in file.read_text("utf-8")]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def run_by_loading(node: ast.AST) -> Iterator[ast.AST]:
    """What is run when the file is loaded: all but the insides of functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, FUNCTIONS):
            yield child
            yield from run_by_loading(child)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_pattern_is_compiled_when_a_file_is_loaded(file: Path) -> None:
    """It is written as `regex(…)`, which waits until it is used."""
    calls = run_by_loading(ast.parse(file.read_text("utf-8")))
    assert [
        f"{file.name}:{node.lineno}"
        for node in calls
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
    ] == []
