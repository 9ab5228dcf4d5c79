"""Help that reads well: options in groups, examples, and what the exit codes mean."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

EXIT_CODES = (
    ("0", "fine"),
    ("1", "there are problems in the content"),
    ("2", "the command was not used rightly, or cannot work here"),
    ("3", "a bug in ht-newsgen"),
)

Example = tuple[str, str]
"""A command and what it is for."""


WIDEST = 100
"""Columns of a page of help, however wide the terminal is."""


class Flag(click.Option):
    """An option that stands in a group of the help."""

    def __init__(self, *names: Any, group: str = "General", **kwargs: Any) -> None:
        super().__init__(*names, **kwargs)
        self.group = group


class Page(click.Command):
    """A command whose help is a page: text, groups of options, examples, exit codes."""

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **kwargs: Any) -> None:
        kwargs["context_settings"] = {
            "help_option_names": ["-h", "--help"],
            "max_content_width": WIDEST,
        }
        super().__init__(*args, **kwargs)
        self.examples = examples

    def get_help(self, ctx: click.Context) -> str:
        """The page, as wide as Click would make it."""
        ctx.terminal_width = max(min(_columns(), WIDEST) - 2, 50)
        return super().get_help(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each group under its name; General comes last."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record and isinstance(parameter, click.Option):
                groups.setdefault(getattr(parameter, "group", "General"), []).append(record)
        for name in sorted(groups, key="General".__eq__):
            with formatter.section(name):
                formatter.write_dl(groups[name])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, then the exit codes."""
        del ctx
        if self.examples:
            with formatter.section("Examples"):
                formatter.write_dl(self.examples, col_max=60)
        with formatter.section("Exit codes"):
            formatter.write_dl(EXIT_CODES)


class Program(Page, click.Group):
    """A group of commands, listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Not by the alphabet."""
        del ctx
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands first: they are what one looks for."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)


def _columns() -> int:
    """As `shutil.get_terminal_size` tells it, which takes longer to load than help to write."""
    with suppress(KeyError, ValueError):
        if (columns := int(os.environ["COLUMNS"])) > 0:
            return columns
    with suppress(ValueError, OSError):
        if sys.__stdout__:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80
    return 80
