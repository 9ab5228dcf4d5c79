"""Our own bugs: one sentence, and the details where they can be sent from."""

from typing import TYPE_CHECKING

import click

import ht_newsgen

if TYPE_CHECKING:
    from pathlib import Path

OUR_BUG = 3
"""The exit code."""
OUR_FAULT = "this is a bug in ht-newsgen, not in your content"


def report_crash(error: Exception, *, show: bool) -> None:
    """Say that it is our fault, and write the traceback to a file, or show it."""
    if show:
        click.echo(f"ht-newsgen: {OUR_FAULT} ({type(error).__name__}).", err=True)
        click.echo(describe(error), err=True)
    else:
        click.echo(f"ht-newsgen: {crash_sentence(error)}", err=True)


def crash_sentence(error: Exception) -> str:
    """That it is our fault, and where the traceback was written."""
    said = f"{OUR_FAULT} ({type(error).__name__})."
    try:
        kept = keep(describe(error))
    except OSError:
        return f"{said}\nTo see where it happened: ht-newsgen --debug COMMAND …"
    return f"{said}\nWhere it happened is written in {kept}; please report it."


def describe(error: Exception) -> str:
    """The traceback, and what it ran on."""
    import platform
    import traceback

    return (
        f"ht-newsgen {ht_newsgen.__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}\n\n"
        + "".join(traceback.format_exception(error))
    )


def keep(details: str) -> "Path":
    """A new file, for the user's eyes alone, in the folder for temporary ones."""
    import tempfile
    from pathlib import Path

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", delete=False,
        prefix="ht-newsgen-bug-", suffix=".txt",
    ) as file:  # fmt: skip
        file.write(details)
    return Path(file.name)
