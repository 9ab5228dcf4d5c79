"""Telling problems: which stream, which form, and the sentence that closes them.

Standard output is for results. The problems are the result of `check`, and of every command that
is asked for them in a form for programs; otherwise they go to the error stream.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ht_newsgen.cli.language import words_of

if TYPE_CHECKING:
    from ht_newsgen.kit.problems import Problem, Rule


def tell_problems(
    problems: "Iterable[Problem]",
    form: str,
    *,
    root: Path,
    environ: Mapping[str, str],
    language: str | None = None,
    err: bool = True,
) -> None:
    """All problems in the form that was asked for; a form for programs goes to standard output.

    They are told in the language, else in that of the environment.
    """
    from ht_newsgen.build.report import Format, report
    from ht_newsgen.build.reports.lines import line_reader

    chosen, problems = Format(form), tuple(problems)
    if not problems and chosen is Format.TEXT:
        return
    err = err and chosen is Format.TEXT
    text = report(
        problems,
        chosen,
        line_reader(root),
        words_of(language, environ),
        colour=may_colour(sys.stderr if err else sys.stdout, environ),
        folder=folder_in_repository(root, environ),
        rules=_rules() if chosen is Format.SARIF else (),
    )
    if text:
        click.echo(text, err=err, color=True)


def _rules() -> "Iterable[Rule]":
    """All of them; they bring every room with them, so only those forms ask that tell rules."""
    from ht_newsgen.cli.rules import RULES

    return RULES


def as_errors(problems: "Iterable[Problem]", *, but: Collection[str] = ()) -> "tuple[Problem, ...]":
    """What `--strict` makes of warnings, but for those of some rules."""
    from msgspec.structs import replace

    from ht_newsgen.kit.problems import Severity

    return tuple(
        found if found.rule in but else replace(found, severity=Severity.ERROR)
        for found in problems
    )


def may_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Only a terminal, and only if it is not asked to be plain (https://no-color.org)."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def folder_in_repository(root: Path, environ: Mapping[str, str]) -> str:
    """Where the site lies in the checkout that GitHub annotates; empty if it is its top."""
    workspace = Path(environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    resolved = root.resolve()
    inside = resolved.is_relative_to(workspace) and resolved != workspace
    return resolved.relative_to(workspace).as_posix() if inside else ""


@contextmanager
def progress(doing: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """What is being done, on the terminal's last line while it lasts; elsewhere nothing.

    Gives a function that says a sentence of its own on the error stream meanwhile.
    """
    shown = sys.stderr.isatty() and not quiet

    def show() -> None:
        if shown:
            click.echo(doing, err=True, nl=False)

    def clear() -> None:
        if shown:
            click.echo(f"\r{' ' * len(doing)}\r", err=True, nl=False)

    def say(sentence: str) -> None:
        clear()
        click.echo(sentence, err=True)
        show()

    show()
    try:
        yield say
    finally:
        clear()


def typed_path(path: Path) -> str:
    """The path as one would type it here."""
    absolute, here = path.absolute(), Path.cwd()
    return os.fspath(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
