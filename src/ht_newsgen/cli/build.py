"""`ht-newsgen build`: content/ becomes a website."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from ht_newsgen.cli.crash import OUR_BUG
from ht_newsgen.cli.flags import FOLDER, FORMAT, LANGUAGE, QUIET, WISHES, flag, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.language import words_of
from ht_newsgen.cli.telling import as_errors, progress, tell_problems, typed_path
from ht_newsgen.errors import UsageError

if TYPE_CHECKING:
    from ht_newsgen.build.options import Options
    from ht_newsgen.build.result import Result
    from ht_newsgen.build.verifying import Difference

TOLD = 20
"""Differences; where there are more, these will do to find the mistake."""


@click.command(
    "build",
    cls=Page,
    examples=(
        ("ht-newsgen build", "publish into public/"),
        ("ht-newsgen build -D -F -d preview", "with drafts and what is to come, elsewhere"),
        ("ht-newsgen build --strict", "as for the public: a warning is a mistake"),
        ("ht-newsgen build --explain", "what was rendered anew, and why"),
    ),
)
@flag(
    "-d", "--output", group="Output", type=FOLDER, metavar="DIR",
    help="Where the website goes; else public/ in the site's folder.",
)  # fmt: skip
@flag(
    "--specimen", group="Output", is_flag=True,
    help="Also /_specimen/: every component of the theme, with examples.",
)  # fmt: skip
@flag("--dry-run", group="Output", is_flag=True, help="Decide everything, write nothing.")
@flag(
    "--keep-going", group="Output", is_flag=True,
    help="Publish what is good even if something is not; the exit code is 1 all the same.",
)  # fmt: skip
@flag(
    "--force", group="Output", is_flag=True,
    help="Write even into a folder that holds files of others.",
)  # fmt: skip
@flag("--explain", group="Speed", is_flag=True, help="Say of each rendered file why it was.")
@flag("--no-cache", group="Speed", is_flag=True, help="Read every item anew, and keep nothing.")
@flag(
    "--verify", group="Speed", is_flag=True,
    help="Build once more, clean, and compare; a difference is a bug of ours.",
)  # fmt: skip
@flag(
    "-j", "--jobs", group="Speed", type=click.IntRange(min=1), metavar="N",
    help="Processes to work with; else one for each core.",
)  # fmt: skip
@WISHES
@FORMAT
@LANGUAGE
@QUIET
@click.pass_obj
def build_command(
    hands: Hands,
    /,
    *,
    form: str,
    language: str | None,
    quiet: bool,
    verify: bool,
    no_cache: bool,
    jobs: int | None,
    **wishes: Any,
) -> int:
    """Build the website.

    Reads newsgen.yaml and content/, and writes every page and feed into public/.
    If there are problems, all are told (on standard error, unless --format says otherwise), nothing
    is published, and what was published last stays as it is.
    """
    from ht_newsgen.build.reports.tally import tally
    from ht_newsgen.kit.problems import has_errors

    options = make_options(hands, cache=not no_cache, jobs=jobs or 0, **wishes)
    if verify and options.dry_run:
        raise UsageError("--verify compares what was written, and --dry-run writes nothing")

    with progress("Building …", quiet=quiet) as say:
        wait = partial(say, "Waiting for another build of this folder to end …")
        result = hands.build(options, waiting=wait)
    for note in result.notes:
        click.echo(note, err=True)
    if options.explain:
        for path, reason in sorted(result.reasons.items()):
            click.echo(f"{path}: {reason}", err=form != "text")
    problems = as_errors(result.problems) if options.strict else result.problems
    tell_problems(problems, form, root=options.root, environ=hands.environ, language=language)
    if problems and form == "text":
        counts = tally(problems, words_of(language, hands.environ))
        click.echo(f"\n{sentence(counts)} {consequence(options, result)}".rstrip(), err=True)
    if not quiet and (result.published or (options.dry_run and not has_errors(problems))):
        if result.left_out:
            click.echo(left_out_sentence(result), err=True)
        click.echo(outcome(options, result), err=form != "text")
    if verify:
        with progress("Verifying …", quiet=quiet) as say:
            found = hands.verify(options, result, waiting=wait)
        if found:
            tell_differences(found)
            return OUR_BUG
        if not quiet:
            click.echo("A clean build makes the same.", err=form != "text")
    return 1 if has_errors(problems) else 0


def tell_differences(found: "Sequence[Difference]") -> None:
    """Each with its path, and what to do meanwhile."""
    for one in found[:TOLD]:
        click.echo(f"{one.path}: {one.what}", err=True)
    if len(found) > TOLD:
        click.echo(f"… and {len(found) - TOLD:,} more", err=True)
    click.echo(
        "\nht-newsgen: a clean build makes something else; this is a bug in ht-newsgen. Please "
        "report it. To publish meanwhile, delete .cache and the output folder, and build again.",
        err=True,
    )


def consequence(options: "Options", result: "Result") -> str:
    """What the problems mean for the website."""
    if result.published:
        return "The rest was published." if options.keep_going else ""
    if options.dry_run:
        return ""
    stays = options.output.joinpath("index.html").exists()
    return "Nothing was published; the last good site stays." if stays else "Nothing was published."


def outcome(options: "Options", result: "Result") -> str:
    """One line: how much, where, how long it took."""
    from ht_newsgen.build.reports.tally import counted

    if not result.published:
        return f"{counted(result.planned, 'file')} planned, nothing written ({seconds(result)})."
    changes = (
        (len(result.written), "written"),
        (result.unchanged, "unchanged"),
        (len(result.removed), "removed"),
    )
    told = ", ".join(f"{number:,} {word}" for number, word in changes if number)
    where = typed_path(options.output)
    return f"{counted(result.planned, 'file')} in {where}: {told} ({seconds(result)})."


def left_out_sentence(result: "Result") -> str:
    """How many items are not shown, by reason; which ones is told by `list`."""
    reasons: dict[str, int] = {}
    for left_out in result.left_out:
        reasons[left_out.reason.value] = reasons.get(left_out.reason.value, 0) + 1
    told = ", ".join(f"{number:,} {reason}" for reason, number in sorted(reasons.items()))
    return f"Not shown: {told}. Why, and when that changes: ht-newsgen list"


def seconds(result: "Result") -> str:
    """`0.4 s`."""
    return f"{result.seconds:.1f} s"


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
