"""What `check --fix` and `check --diff` do with the problems that can be mended."""

import sys
from gettext import NullTranslations
from typing import TYPE_CHECKING

import click

from ht_newsgen.cli.hands import Hands

if TYPE_CHECKING:
    from ht_newsgen.build.mending import Proposal
    from ht_newsgen.build.options import Options
    from ht_newsgen.build.result import Result
    from ht_newsgen.kit.sentences import Sentence

MOST_ROUNDS = 5
"""Checks of the whole site: with the configuration mended, items can be read, and so on."""


class Aside:
    """Says what is not the answer itself, in the language of the words; nothing where quiet."""

    def __init__(self, words: NullTranslations, *, quiet: bool, err: bool) -> None:
        self.words = words
        self.quiet = quiet
        self.err = err

    def __call__(self, sentence: "Sentence", end: str = "\n") -> None:
        """Say the sentence, if it says anything."""
        from ht_newsgen.build.visible import visible
        from ht_newsgen.kit.sentences import spoken

        if sentence and not self.quiet:
            click.echo(visible(spoken(sentence, self.words)) + end, err=self.err, nl=False)


def mend_files(hands: Hands, options: "Options", result: "Result", aside: Aside) -> "Result":
    """Mend the files, tell what was mended, and check again; the last check is the answer."""
    from ht_newsgen.build.reports.tally import in_files
    from ht_newsgen.kit.sentences import say, say_counted
    from ht_newsgen.writing.amending import amend

    mended, files = 0, set()
    for _ in range(MOST_ROUNDS):
        proposals = hands.propose(options, result.problems)
        if not proposals:
            break
        for proposal in proposals:
            amend(options.root, proposal.path, proposal.before, proposal.after)
            tell(proposal, aside)
            mended += len(proposal.problems)
            files.add(proposal.path)
        result = hands.check(options)
    where = in_files(len(files))
    sentence = say_counted(
        "Mended {count} problem {where}.", "Mended {count} problems {where}.",
        count=mended, where=where,
    )  # fmt: skip
    aside(sentence if mended else say("Nothing can be mended."), end="\n\n" if mended else "\n")
    return result


def tell(proposal: "Proposal", aside: Aside) -> None:
    """One line for each problem that is none any more."""
    from ht_newsgen.build.reports.text import place_text
    from ht_newsgen.kit.sentences import say

    for found in proposal.problems:
        place = place_text(found.place)
        aside(
            say(
                "{place}: mended: {rule}: {message}",
                place=place, rule=found.rule, message=found.message,
            )
        )  # fmt: skip


def show_diff(hands: Hands, options: "Options", result: "Result", aside: Aside) -> None:
    """The changes on standard output, for `git apply` or `patch`; nothing is written."""
    from ht_newsgen.build.mending import as_diff
    from ht_newsgen.build.reports.tally import in_files
    from ht_newsgen.kit.sentences import say, say_counted

    proposals = hands.propose(options, result.problems)
    out = sys.stdout.buffer
    for proposal in proposals:
        out.write(as_diff(proposal).encode())
    out.flush()
    mended = sum(len(proposal.problems) for proposal in proposals)
    sentence = say_counted(
        "--fix would mend {count} problem {where}.", "--fix would mend {count} problems {where}.",
        count=mended, where=in_files(len(proposals)),
    )  # fmt: skip
    aside(sentence if mended else say("Nothing can be mended."))
