"""What the command line reaches out to: the clock, the environment, the person, the build.

A command gets them as a value, so that a test can give it others.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ht_newsgen.build.checks import Checks
    from ht_newsgen.build.mending import Proposal
    from ht_newsgen.build.options import Options
    from ht_newsgen.build.result import Result
    from ht_newsgen.build.verifying import Difference
    from ht_newsgen.fetching.answer import Answer
    from ht_newsgen.fetching.caution import Caution
    from ht_newsgen.fetching.rounds import Learn
    from ht_newsgen.kit.problems import Problem
    from ht_newsgen.model.site import Site


def build(options: "Options", *, waiting: Callable[[], None]) -> "Result":
    """Build the site (imported only when asked for: it brings everything else with it)."""
    from ht_newsgen.build import start

    return start.build(options, waiting=waiting)


def check(options: "Options") -> "Result":
    """All problems of a build, and what the rules of the table find (imported for the same)."""
    from ht_newsgen.build import start

    return start.check(options, checks)


def checks() -> "Checks":
    """The rules as functions."""
    from ht_newsgen.build.checks import Checks
    from ht_newsgen.checks import run

    return Checks(
        of_site=run.check_site,
        of_text=run.check_text,
        of_links=run.check_links,
        of_picture=run.check_picture,
        of_sheets=run.check_sheets,
        of_output=run.check_output,
        kinds=run.KINDS,
        settled=run.settled,
    )


def propose(options: "Options", problems: "Iterable[Problem]") -> "tuple[Proposal, ...]":
    """How the files of these problems would be mended (imported for the same)."""
    from ht_newsgen.build import mending

    return mending.propose(options, problems, checks())


def verify(
    options: "Options", result: "Result", *, waiting: Callable[[], None]
) -> "tuple[Difference, ...]":
    """Build once more, clean, and compare."""
    from ht_newsgen.build import verifying

    return verifying.verify(options, result, waiting=waiting)


def load(options: "Options") -> "tuple[Site | None, tuple[Problem, ...]]":
    """Everything up to the site; writes nothing."""
    from ht_newsgen.build import pipeline

    return pipeline.load(options)


def lend(options: "Options", work: "Callable[..., Any]") -> "tuple[Any, tuple[Problem, ...]]":
    """What the work makes of the site, its texts and its templates; writes nothing."""
    from ht_newsgen.build import lending

    return lending.lend(options, work)


def serve(options: "Options", **wishes: Any) -> None:
    """Serve the site until somebody ends it."""
    from ht_newsgen.serve.start import start

    start(options, **wishes)


def browse(url: str) -> None:
    """Show the address in the person's browser."""
    import webbrowser

    webbrowser.open(url)


def visit(urls: "Iterable[str]", caution: "Caution", learn: "Learn") -> None:
    """Ask addresses on the internet whether they answer."""
    from ht_newsgen.fetching import rounds

    rounds.visit(urls, caution, learn)


def fetch(url: str, caution: "Caution") -> "Answer":
    """The page at an address on the internet."""
    from ht_newsgen.fetching import asking

    return asking.fetch(url, caution)


class Hands(NamedTuple):
    """The real ones, unless others are given."""

    build: Callable[..., "Result"] = build
    check: "Callable[[Options], Result]" = check
    propose: "Callable[[Options, Iterable[Problem]], tuple[Proposal, ...]]" = propose
    verify: "Callable[..., tuple[Difference, ...]]" = verify
    load: "Callable[[Options], tuple[Site | None, tuple[Problem, ...]]]" = load
    lend: "Callable[..., tuple[Any, tuple[Problem, ...]]]" = lend
    serve: Callable[..., None] = serve
    browse: Callable[[str], None] = browse
    fetch: "Callable[[str, Caution], Answer]" = fetch
    visit: "Callable[[Iterable[str], Caution, Learn], None]" = visit
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    environ: Mapping[str, str] = os.environ
    is_terminal: Callable[[], bool] = lambda: sys.stdin.isatty() and sys.stderr.isatty()
    """Whether somebody can be asked."""
