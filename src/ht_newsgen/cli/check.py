"""`ht-newsgen check`: reads everything, looks at what would be published, reports."""

from typing import Any

import click

from ht_newsgen.cli.fixing import Aside, mend_files, show_diff
from ht_newsgen.cli.flags import FORMAT, LANGUAGE, QUIET, WISHES, flag, make_options, together
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.language import words_of
from ht_newsgen.cli.telling import as_errors, progress, tell_problems
from ht_newsgen.errors import UsageError

EXTERNAL = together(
    flag("--external", group="Links out of the site", is_flag=True,
         help="Ask whether they work, and keep what was learned in the link report."),
    flag("--external-limit", group="Links out of the site", type=click.IntRange(min=1),
         metavar="N", help="Ask at most so many; the most urgent come first."),
    flag("--external-minutes", group="Links out of the site", type=click.FloatRange(min=0.01),
         metavar="N", help="Stop asking after so many minutes; the rest is asked next time."),
)  # fmt: skip


@click.command(
    "check",
    cls=Page,
    examples=(
        ("ht-newsgen check", "before you commit"),
        ("ht-newsgen check --diff", "what the program can mend by itself, and how"),
        ("ht-newsgen check --fix", "mend that, and tell what remains"),
        ("ht-newsgen check --format github", "in CI: mistakes appear in the pull request"),
        ("ht-newsgen check --format json", "for an editor or a script"),
        ("ht-newsgen check --external --external-limit 200", "every night: 200 links are asked"),
    ),
)
@flag("--fix", group="Mend", is_flag=True, help="Mend what has exactly one right answer.")
@flag("--diff", group="Mend", is_flag=True, help="Show what --fix would change; write nothing.")
@WISHES
@FORMAT
@LANGUAGE
@EXTERNAL
@QUIET
@click.pass_obj
def check_command(
    hands: Hands,
    /,
    *,
    form: str,
    language: str | None,
    quiet: bool,
    fix: bool,
    diff: bool,
    external: bool,
    external_limit: int | None,
    external_minutes: float | None,
    **wishes: Any,
) -> int:
    """Find the mistakes in a site.

    Reads newsgen.yaml and content/, makes what the website would be, looks at all of it by the
    rules of docs/rules.md, and tells every problem with its place and with help. Writes
    nothing, unless it is asked to --fix.

    With --external it first asks sources and other links out of the site whether they still work,
    as far as it is time to ask again, and keeps what it learned in content/data/link-report.json.
    Commit that file: a link is dead only once it has failed on several days. What the file knows is
    told by every check, without asking anybody.
    """
    from ht_newsgen.build.reports.tally import mendable, tally
    from ht_newsgen.checks.external.rules import FROM_OUTSIDE
    from ht_newsgen.kit.problems import has_errors
    from ht_newsgen.kit.sentences import spoken

    if diff and (fix or form != "text"):
        raise UsageError("--diff is an answer of its own; leave out --fix and --format")
    options = make_options(hands, dry_run=True, **wishes)
    words = words_of(language, hands.environ)
    if external or external_limit is not None or external_minutes is not None:
        from ht_newsgen.cli.looking_outside import look_outside

        with progress("Asking whether links work …", quiet=quiet) as tell:
            seen = look_outside(
                hands,
                options,
                external_limit,
                external_minutes,
                lambda sentence: None if quiet else tell(spoken(sentence, words)),
            )
        if not quiet:
            click.echo(spoken(seen, words), err=True)
    with progress("Checking …", quiet=quiet):
        result = hands.check(options)
    aside = Aside(words, quiet=quiet, err=diff or form != "text")
    if fix:
        result = mend_files(hands, options, result, aside)
    problems = result.problems
    if options.strict:
        problems = as_errors(problems, but=FROM_OUTSIDE)
    if diff:
        show_diff(hands, options, result, aside)
        return 1 if has_errors(problems) else 0
    tell_problems(
        problems, form, root=options.root, environ=hands.environ, language=language, err=False
    )
    if not quiet:
        summary = tally(problems, words)
        line_before = "\n" if problems and form == "text" else ""
        click.echo(f"{line_before}{summary[:1].upper()}{summary[1:]}.", err=form != "text")
        if not fix:
            aside(mendable(problems))
    return 1 if has_errors(problems) else 0
