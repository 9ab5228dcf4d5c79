"""`ht-newsgen serve`: the site in a browser, new after every save."""

import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ht_newsgen.cli.clock import choose_now
from ht_newsgen.cli.crash import crash_sentence
from ht_newsgen.cli.flags import CLOCK, LANGUAGE, QUIET, SITE, flag, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.language import words_of
from ht_newsgen.cli.telling import progress, tell_problems

if TYPE_CHECKING:
    from ht_newsgen.serve.proof import Proof

USUAL_PORT = 1313
LARGEST_PORT = 65535


@click.command(
    "serve",
    cls=Page,
    examples=(
        ("ht-newsgen serve --open", "look at the site while you write; Ctrl-C ends it"),
        ("ht-newsgen serve --no-drafts --no-future", "as readers will see it"),
        ("ht-newsgen serve -p 8000", "at another port"),
    ),
)
@flag(
    "-p", "--port", type=click.IntRange(0, LARGEST_PORT), metavar="PORT",
    help=f"The port to listen on; else {USUAL_PORT}, or the next one that is free.",
)  # fmt: skip
@flag("--open", "open_browser", is_flag=True, help="Open the site in your browser.")
@flag(
    "-D/ ", "--drafts/--no-drafts", group="Preview", default=True, show_default=False,
    help="Show drafts, marked as such; unless you say no.",
)  # fmt: skip
@flag(
    "-F/ ", "--future/--no-future", group="Preview", default=True, show_default=False,
    help="Show what is yet to be published, marked; unless you say no.",
)  # fmt: skip
@flag("-E", "--expired", group="Preview", is_flag=True, help="Show what has expired.")
@SITE
@CLOCK
@LANGUAGE
@QUIET
@click.pass_obj
def serve_command(
    hands: Hands,
    /,
    *,
    port: int | None,
    open_browser: bool,
    quiet: bool,
    site: Path,
    clock: str | None,
    drafts: bool,
    future: bool,
    expired: bool,
    language: str | None,
) -> int:
    """Look at the site while you write.

    Shows the website in a browser on this machine, and nowhere else. Every save is seen there at
    once, and so is every mistake, with its file, its line, and help. Writes nothing into public/.
    """
    options = make_options(
        hands, site=site, clock=clock, drafts=drafts, future=future, expired=expired
    )
    words = words_of(language, hands.environ)
    tell = teller(options.root, hands.environ, language)
    with ExitStack() as until_ready:

        def ready(proof: "Proof") -> None:
            until_ready.close()
            if port is None and f":{USUAL_PORT}/" not in proof.base_url:
                click.echo(f"Port {USUAL_PORT} is taken, so this is another one.", err=True)
            click.echo(f"{proof.base_url} shows every save. Ctrl-C ends it.")
            sys.stdout.flush()
            tell(proof)
            if open_browser:
                hands.browse(proof.base_url)

        until_ready.enter_context(progress("Reading …", quiet=quiet))
        try:
            hands.serve(
                options,
                port=port,
                now=lambda: choose_now(clock, hands.environ, hands.now).astimezone(UTC),
                bug=crash_sentence,
                ready=ready,
                tell=tell,
                words=words,
            )
        except KeyboardInterrupt:
            click.echo(err=True)  # the line on which the terminal has written ^C ends here
    return 0


def teller(
    root: Path, environ: Mapping[str, str], language: str | None = None
) -> "Callable[[Proof], None]":
    """A function that says on the error stream what is wrong, whenever that changes."""
    from ht_newsgen.build.reports.tally import tally

    said: list[object] = [((), "")]

    def tell(proof: "Proof") -> None:
        wrong = (proof.problems, proof.fault)
        if wrong == said[-1]:
            return
        said[:] = [wrong]
        if proof.fault:
            click.echo(f"ht-newsgen: {proof.fault}", err=True)
        tell_problems(proof.problems, "text", root=root, environ=environ, language=language)
        summary = tally(proof.problems, words_of(language, environ))
        if proof.problems or not proof.fault:
            click.echo(f"{summary[:1].upper()}{summary[1:]}.\n", err=True)

    return tell
