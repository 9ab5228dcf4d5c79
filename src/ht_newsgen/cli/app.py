"""The program `ht-newsgen`: its commands, and how each way of ending becomes an exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

import ht_newsgen
from ht_newsgen.cli.commands import COMMANDS, command_named
from ht_newsgen.cli.crash import OUR_BUG, report_crash
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Flag, Program
from ht_newsgen.errors import NewsgenError

INTERRUPTED = 130
"""128 + SIGINT, as shells count."""
NOBODY_READS = 141
"""128 + SIGPIPE."""


class App(Program):
    """The group of all commands; turns exceptions into sentences and exit codes."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command itself, in the place of its entry in the list."""
        name, entry, rest = super().resolve_command(ctx, args)
        return name, command_named(entry.name) if entry and entry.name else None, rest

    def invoke(self, ctx: click.Context) -> int:
        """Run the command; what is raised in it ends here, but for wrong use (see `run`)."""
        try:
            code: int | None = super().invoke(ctx)
            sys.stdout.flush()
            return code or 0
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except NewsgenError as error:
            click.echo(f"ht-newsgen: {error}", err=True)
            return error.exit_code
        except BrokenPipeError:
            return NOBODY_READS
        except Exception as error:  # noqa: BLE001 - the one place that answers for all of them
            report_crash(error, show=ctx.params["debug"])
            return OUR_BUG


@click.group(
    "ht-newsgen",
    cls=App,
    examples=(
        ("ht-newsgen init my-site", "a site to begin with, in a new folder"),
        ('ht-newsgen new flash "Raids in two countries"', "an item to fill in"),
        ("ht-newsgen build", "the website, in public/"),
        ("ht-newsgen COMMAND --help", "all about one command"),
    ),
)
@click.version_option(
    ht_newsgen.__version__, "--version", cls=Flag, message="%(prog)s %(version)s",
    help="Show the version and exit.",
)  # fmt: skip
@click.option(
    "--debug", cls=Flag, is_flag=True, help="If the program itself fails, show where (a traceback)."
)
def app(debug: bool) -> None:
    """Turn Markdown files into a newsroom's website, with feeds."""
    del debug  # App.invoke reads it from the context


for command, sentence in COMMANDS.items():
    app.add_command(click.Command(command, short_help=sentence))


def run(words: Sequence[str], hands: Hands | None = None) -> int:
    """Run the program with these words; returns its exit code."""
    try:
        code: int = app.main(
            list(words), prog_name="ht-newsgen", standalone_mode=False, obj=hands or Hands()
        )
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return code


def main() -> NoReturn:
    """The console script: run the program, and end it."""
    # Odd names of files must not become an error of their own where the encoding is narrow.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = NOBODY_READS
    with suppress(OSError):
        sys.stderr.flush()
    if sys.gettrace() or sys.getprofile():
        sys.exit(code)  # a debugger or a profiler has something to do yet
    # At once: to take apart all that was loaded and made costs a small build a sixth of its time.
    os._exit(code)
