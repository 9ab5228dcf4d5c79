"""`ht-newsgen ping`: subscribers learn of news within seconds, through a WebSub hub."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from ht_newsgen.cli.flags import CLOCK, QUIET, SITE, flag, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.telling import progress, tell_problems
from ht_newsgen.errors import UsageError

if TYPE_CHECKING:
    from ht_newsgen.cli.hub import Told
    from ht_newsgen.model.config import Config


@click.command(
    "ping",
    cls=Page,
    examples=(
        ("ht-newsgen ping", "in CI, after the site is deployed"),
        ("ht-newsgen ping --since 2018-02-19", "only of feeds with news since that day"),
        ("ht-newsgen ping --dry-run", "which feeds the hub would be told of"),
    ),
)
@flag(
    "--since", metavar="DATE", default="",
    help="Tell only of feeds in which something was posted or changed since then.",
)  # fmt: skip
@flag("--dry-run", is_flag=True, help="List the feeds, and tell nobody.")
@flag(
    "--timeout", "seconds", type=click.FloatRange(min=0.1), default=30.0, metavar="SECONDS",
    help="How long to wait for an answer; else 30.",
)  # fmt: skip
@SITE
@CLOCK
@flag(
    "-b", "--base-url", metavar="URL", default="", help="Where the site is, if not at its base_url."
)
@QUIET
@click.pass_obj
def ping_command(
    hands: Hands,
    /,
    *,
    since: str,
    dry_run: bool,
    seconds: float,
    site: Path,
    clock: str | None,
    base_url: str,
    quiet: bool,
) -> int:
    """Tell the hub that the feeds have news.

    The hub is `feeds.hub` in newsgen.yaml. It fetches each feed and passes on what is new, so the
    site must be deployed by then. Nothing is written. The exit code is 1 if the hub does not know
    of every feed; the site is published all the same.
    """
    from ht_newsgen.cli.hub import Patience, tell_hub
    from ht_newsgen.pages.feeds import feeds_with_news

    options = make_options(hands, site=site, clock=clock, base_url=base_url)
    newsroom, problems = hands.load(options)
    if newsroom is None:
        tell_problems(problems, "text", root=options.root, environ=hands.environ)
        return 1
    hub = newsroom.config.feeds.hub
    if not hub:
        raise UsageError("The site names no hub; write feeds: {hub: https://…} into newsgen.yaml.")
    feeds = list(feeds_with_news(newsroom, moment_of(since, newsroom.config)))
    if dry_run:
        for url in feeds:
            click.echo(url)
        return 0
    with progress(f"Telling {hub} …", quiet=quiet):
        told = tell_hub(hub, feeds, Patience(answer=seconds))
    return report(hub, told, quiet=quiet)


def moment_of(text: str, config: "Config") -> datetime | None:
    """The moment that `--since` names, in the time zone of the site. Raises UsageError."""
    from ht_newsgen.kit.dates import parse_date, why_not

    if not text:
        return None
    parsed = parse_date(text)
    if parsed is None:
        reason, advice = why_not(text)
        raise UsageError(f"--since: {reason}. {advice}.")
    moment, _ = parsed
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(config.timezone))


def report(hub: str, told: "Sequence[Told]", *, quiet: bool) -> int:
    """How many feeds the hub knows of, and why it does not know of the others."""
    from ht_newsgen.build.reports.tally import counted

    faults: dict[str, list[str]] = {}
    for one in told:
        if one.fault:
            faults.setdefault(one.fault, []).extend(one.feeds)
    known = sum(len(one.feeds) for one in told if not one.fault)
    if not quiet and (known or not faults):
        click.echo(f"{hub} was told of {counted(known, 'feed')}.")
    for fault, feeds in faults.items():
        click.echo(f"{hub} {fault}; it does not know of:", err=True)
        for url in feeds:
            click.echo(f"    {url}", err=True)
    return 1 if faults else 0
