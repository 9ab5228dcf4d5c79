"""Texts as they are read from a file, for tests of rules that look at what becomes of them."""

from functools import cache

from ht_newsgen.checks.kinds import TextCheck
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.table import TEXT_CHECKS
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.media import Picture
from ht_newsgen.reading.body import Press, make_press, set_body
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from tests.factories import article, config

CHECKS = {check.rule.id: check for check in TEXT_CHECKS}
HEAD = "---\ntitle: T\n---\n"
BEGINS = 4
"""The line of the file on which the text begins."""


@cache
def press() -> Press:
    """One for all tests."""
    return make_press()


def picture(src: str) -> Picture:
    """Whatever is asked for is there."""
    name = src.rpartition("/")[2]
    return Picture(
        origin=f"content/flash/{name}",
        digest="d",
        name=name.partition(".")[0],
        width=600,
        height=400,
        kind=PictureKind.PHOTOGRAPH,
    )


def manuscript(text: str, **fields: object) -> Manuscript:
    """The manuscript of a text in Markdown; `fields` are those of the article."""
    source = BodySource(text=text, line=BEGINS, prefix="t", base_url="https://example.org/")
    made = set_body(source, press(), picture, Notes("content/flash/t.md", FRONT_MATTER))
    fields = {"pictures": made.pictures, "places": {"title": (2, 8)}} | fields
    return Manuscript(
        item=article(**fields),  # type: ignore[arg-type]
        source=HEAD + text,
        html=made.html,
        config=config(),
    )


def told(rule: str, text: str, **fields: object) -> list[str]:
    """Line and column, counted in the text, of each finding, and what is to be written."""
    check: TextCheck = CHECKS[rule]
    return [
        f"{found.place.line - BEGINS + 1}:{found.place.column} "
        + str(found.help).split("\n")[0].partition(": ")[2]
        for found in check.find(manuscript(text, **fields))
    ]
