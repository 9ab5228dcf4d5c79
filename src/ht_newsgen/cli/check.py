"""`ht-newsgen check`: reads everything, looks at what would be published, reports."""

from typing import Any

import click

from ht_newsgen.cli.flags import FORMAT, QUIET, WISHES, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.telling import as_errors, progress, tell_problems


@click.command(
    "check",
    cls=Page,
    examples=(
        ("ht-newsgen check", "before you commit"),
        ("ht-newsgen check --format github", "in CI: mistakes appear in the pull request"),
        ("ht-newsgen check --format json", "for an editor or a script"),
    ),
)
@WISHES
@FORMAT
@QUIET
@click.pass_obj
def check_command(hands: Hands, /, *, form: str, quiet: bool, **wishes: Any) -> int:
    """Find the mistakes in a site.

    Reads newsgen.yaml and content/, makes what the website would be, looks at all of it by the
    rules of docs/rules.md, and tells every problem with its place and with help. Writes nothing.
    """
    from ht_newsgen.build.report import tally
    from ht_newsgen.kit.problems import has_errors

    options = make_options(hands, dry_run=True, **wishes)
    with progress("Checking …", quiet=quiet):
        result = hands.check(options)
    problems = as_errors(result.problems) if options.strict else result.problems
    tell_problems(problems, form, root=options.root, environ=hands.environ, err=False)
    if not quiet:
        summary = tally(problems)
        line_before = "\n" if problems and form == "text" else ""
        click.echo(f"{line_before}{summary[:1].upper()}{summary[1:]}.", err=form != "text")
    return 1 if has_errors(problems) else 0
