"""What `check --fix` and `check --diff` do with the problems that can be mended."""

import sys
from typing import TYPE_CHECKING

import click

from ht_newsgen.cli.hands import Hands

if TYPE_CHECKING:
    from ht_newsgen.build.mending import Proposal
    from ht_newsgen.build.options import Options
    from ht_newsgen.build.result import Result

MOST_ROUNDS = 5
"""Checks of the whole site: with the configuration mended, items can be read, and so on."""


def mend_files(
    hands: Hands, options: "Options", result: "Result", *, quiet: bool, err: bool
) -> "Result":
    """Mend the files, tell what was mended, and check again; the last check is the answer."""
    from ht_newsgen.build.reports.tally import counted
    from ht_newsgen.writing.amending import amend

    mended = files = 0
    for _ in range(MOST_ROUNDS):
        proposals = hands.propose(options, result.problems)
        if not proposals:
            break
        for proposal in proposals:
            amend(options.root, proposal.path, proposal.before, proposal.after)
            if not quiet:
                tell(proposal, err=err)
            mended, files = mended + len(proposal.problems), files + 1
        result = hands.check(options)
    if not quiet:
        sentence = f"Mended {counted(mended, 'problem')} in {counted(files, 'file')}."
        click.echo(f"{sentence}\n" if mended else "Nothing can be mended.", err=err)
    return result


def tell(proposal: "Proposal", *, err: bool) -> None:
    """One line for each problem that is none any more."""
    from ht_newsgen.build.reports.text import place_text
    from ht_newsgen.build.visible import visible

    for found in proposal.problems:
        message = visible(str(found.message))
        click.echo(f"{place_text(found.place)}: mended: {found.rule}: {message}", err=err)


def show_diff(hands: Hands, options: "Options", result: "Result", *, quiet: bool) -> None:
    """The changes on standard output, for `git apply` or `patch`; nothing is written."""
    from ht_newsgen.build.mending import as_diff
    from ht_newsgen.build.reports.tally import counted

    proposals = hands.propose(options, result.problems)
    out = sys.stdout.buffer
    for proposal in proposals:
        out.write(as_diff(proposal).encode())
    out.flush()
    if not quiet:
        mended = sum(len(proposal.problems) for proposal in proposals)
        files = counted(len(proposals), "file")
        sentence = f"--fix would mend {counted(mended, 'problem')} in {files}."
        click.echo(sentence if mended else "Nothing can be mended.", err=True)
