"""`ht-newsgen list`: which items are not shown, why, and when that changes."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ht_newsgen.cli.flags import CLOCK, SITE, flag, make_options
from ht_newsgen.cli.hands import Hands
from ht_newsgen.cli.help import Page
from ht_newsgen.cli.telling import tell_problems

if TYPE_CHECKING:
    from ht_newsgen.model.article import Item
    from ht_newsgen.model.dates import Moment
    from ht_newsgen.model.site import LeftOut, Site

REASONS = {"drafts": "draft", "future": "future", "expired": "expired", "withdrawn": "withdrawn"}
"""The words of the command, and the reason each one asks for."""

SHOWN = "shown"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One item of the list."""

    date: str
    """When it was posted; empty for a standing page."""
    reason: str
    """Why it is not shown, or `shown`."""
    appears: str = ""
    goes: str = ""
    """When it went, or will go."""
    path: str
    title: str


@click.command(
    "list",
    cls=Page,
    examples=(
        ("ht-newsgen list", "all that readers do not see"),
        ("ht-newsgen list future", "what will appear, and when"),
        ("ht-newsgen list all --format json", "every item, for a script"),
    ),
)
@click.argument("which", required=False, type=click.Choice([*REASONS, "all"]))
@flag(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help="A table, or a JSON list.",
)  # fmt: skip
@SITE
@CLOCK
@click.pass_obj
def list_command(hands: Hands, /, *, which: str | None, form: str, site: Path, clock: str) -> int:
    """Tell which items are not shown, and why.

    Lists date, reason, when that changes, file and title: drafts, items for the future, expired
    ones, withdrawn ones. Without a word, all of these; with "all", the items that are shown too.
    """
    from ht_newsgen.build.reports.tally import tally
    from ht_newsgen.kit.problems import has_errors

    options = make_options(hands, site=site, clock=clock)
    newsroom, problems = hands.load(options)
    if newsroom is None:
        tell_problems(problems, "text", root=options.root, environ=hands.environ)
        return 1
    rows = chosen(rows_of(newsroom), which)
    text = as_json(rows) if form == "json" else as_table(rows)
    if text:
        click.echo(text)
    if not has_errors(problems):
        return 0
    click.echo(f"Not all could be read ({tally(problems)}); ht-newsgen check tells more.", err=True)
    return 1


def chosen(rows: list[Row], which: str | None) -> list[Row]:
    """The rows that a word asks for."""
    if which == "all":
        return rows
    wanted = REASONS.values() if which is None else (REASONS[which],)
    return [row for row in rows if row.reason in wanted]


def rows_of(site: "Site") -> list[Row]:
    """Every item of the site, newest first, standing pages last."""
    items = {item.path: item for item in (*site.articles, *site.pages, *site.editions)}
    items.update((front.path, front) for front in site.section_fronts.values())
    rows = [left_out_row(left_out) for left_out in site.left_out]
    left_out = {row.path for row in rows}
    rows += [shown_row(item) for path, item in items.items() if path not in left_out]
    rows.sort(key=lambda row: row.path)
    return sorted(rows, key=lambda row: row.date, reverse=True)


def left_out_row(left_out: "LeftOut") -> Row:
    """An item that is not shown."""
    item, moment = left_out.item, moment_text(left_out.moment)
    appears, goes = (moment, "") if left_out.reason.value == "future" else ("", moment)
    return Row(
        date=date_of(item),
        reason=left_out.reason.value,
        appears=appears,
        goes=goes,
        path=item.path,
        title=item.title,
    )


def shown_row(item: "Item") -> Row:
    """An item that is shown."""
    return Row(
        date=date_of(item),
        reason=SHOWN,
        goes=moment_text(item.expires),
        path=item.path,
        title=item.title,
    )


def date_of(item: "Item") -> str:
    """When it was posted; standing pages have no date."""
    return moment_text(getattr(item, "date", None))


def moment_text(moment: "Moment | None") -> str:
    """`2018-02-22`, or `2018-02-22 09:00` if a time was given."""
    if moment is None:
        return ""
    if moment.day_only:
        return moment.at.date().isoformat()
    return moment.at.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")


def as_table(rows: list[Row]) -> str:
    """Columns under each other."""
    from ht_newsgen.build.visible import cells, visible

    lines = [(row.date, row.reason, changes(row), row.path, row.title) for row in rows]
    shown = [[visible(value) for value in line] for line in lines]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
    return "\n".join(
        "  ".join(
            value + " " * (width - cells(value))
            for value, width in zip(line, widths, strict=True)
            if width
        ).rstrip()
        for line in shown
    )


def changes(row: Row) -> str:
    """When it appears or goes, in words."""
    if row.appears:
        return f"appears {row.appears}"
    if row.goes:
        return f"{'goes' if row.reason == SHOWN else 'went'} {row.goes}"
    return ""


def as_json(rows: list[Row]) -> str:
    """The rows as objects, in ASCII."""
    return json.dumps([asdict(row) for row in rows], indent=2)
