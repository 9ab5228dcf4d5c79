"""The text of a new edition: everything that was published since a day, to be thinned out."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ht_newsgen.cli.composing import pair, scalar
from ht_newsgen.kit.text import cut

if TYPE_CHECKING:
    from ht_newsgen.model.article import Article

LONGEST_PREHEADER = 90
SHORTEST_PREHEADER = 40


def compose_edition(
    articles: "Sequence[Article]", *, subject: str, date: datetime, language: str = ""
) -> str:
    """The file: a draft that names every article, with its headline in a note."""
    items = [f"  - {scalar(one.id)}  # {_in_a_note(one.title)}" for one in articles]
    lines = [
        *pair("subject", subject),
        *pair("preheader", preheader([one.title for one in articles])),
        f"date: {date.date().isoformat()}",
        "draft: true",
        *pair("language", language),
        "items:",
        *items,
    ]
    return "\n".join(["---", *lines, "---", "", "Dear readers,", "", ""])


def preheader(titles: Sequence[str]) -> str:
    """As many headlines as have room; empty when they do not make a preheader."""
    text = ""
    for title in titles:
        longer = f"{text}; {title}" if text else title
        if len(longer) > LONGEST_PREHEADER:
            break
        text = longer
    if not text and titles:
        text = cut(titles[0], LONGEST_PREHEADER - 2)
    return text if len(text) >= SHORTEST_PREHEADER else ""


def _in_a_note(title: str) -> str:
    """A headline that stays on its line."""
    return "".join(char if char.isprintable() else " " for char in title)
