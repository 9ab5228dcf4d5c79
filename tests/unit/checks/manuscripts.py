"""Manuscripts for tests of rules, and what a rule finds in them, on a line each."""

from ht_newsgen.checks.kinds import TextCheck
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.table import TEXT_CHECKS
from tests.factories import article, config

CHECKS = {check.rule.id: check for check in TEXT_CHECKS}
BEGINS = 4
"""The line of the file on which the text begins."""


def manuscript(body: str = "", **fields: object) -> Manuscript:
    """The manuscript of a text; `fields` are those of the article."""
    fields = {"standfirst": "", "places": {"title": (2, 8)}} | fields
    return Manuscript(
        item=article(**fields),  # type: ignore[arg-type]
        source=f"---\ntitle: T\n---\n{body}",
        html="",
        config=config(),
    )


def told(rule: str, body: str = "", **fields: object) -> list[str]:
    """Line and column, counted in the text, of each finding, and the first line of its help."""
    check: TextCheck = CHECKS[rule]
    return [
        f"{found.place.line - BEGINS + 1}:{found.place.column} "
        + str(found.help).split("\n")[0].removeprefix("Write it as: ")
        for found in check.find(manuscript(body, **fields))
    ]
