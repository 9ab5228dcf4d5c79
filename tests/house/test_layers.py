"""The order of rooms holds."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_rooms_import_only_to_their_right() -> None:
    """The contract stands in pyproject.toml and is drawn in ARCHITECTURE.md."""
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
