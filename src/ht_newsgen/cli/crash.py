"""Our own bugs: one sentence, and the details where they can be sent from."""

from pathlib import Path

import click

import ht_newsgen


def report_crash(error: Exception, *, show: bool) -> None:
    """Say that it is our fault, and write the traceback to a file, or show it."""
    details = describe(error)
    click.echo(
        f"ht-newsgen: this is a bug in ht-newsgen, not in your content ({type(error).__name__}).",
        err=True,
    )
    if show:
        click.echo(details, err=True)
        return
    try:
        kept = keep(details)
    except OSError:
        click.echo("To see where it happened: ht-newsgen --debug COMMAND …", err=True)
    else:
        click.echo(f"Where it happened is written in {kept}; please report it.", err=True)


def describe(error: Exception) -> str:
    """The traceback, and what it ran on."""
    import platform
    import traceback

    return (
        f"ht-newsgen {ht_newsgen.__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}\n\n"
        + "".join(traceback.format_exception(error))
    )


def keep(details: str) -> Path:
    """A new file, for the user's eyes alone, in the folder for temporary ones."""
    import tempfile

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", delete=False,
        prefix="ht-newsgen-bug-", suffix=".txt",
    ) as file:  # fmt: skip
        file.write(details)
    return Path(file.name)
