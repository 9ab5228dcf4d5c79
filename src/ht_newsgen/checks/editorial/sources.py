"""An item that points to somebody's report leads its readers there."""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.graph.places import place_of
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article
from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.taxonomy import Rights

ADVICE = say(
    "Write the address of the report below source: url: https://…\n"
    "If nobody knows it, say so: silence: {{rule: editorial/source-link, reason: …}}"
)
OF_OTHERS = (Rights.EXCERPT, Rights.UNVERIFIED)
"""Of these, readers get no more than a piece here; the rest is at the source."""


def without_link(manuscript: Manuscript) -> Iterator[Finding]:
    """A flash item with a source, or an excerpt, that has no address of the report."""
    item = manuscript.item
    if not isinstance(item, Article) or (item.source is not None and item.source.url):
        return
    if item.rights in OF_OTHERS:
        yield Finding(
            say("`rights` is {rights}, and nothing leads to the report", rights=item.rights.value),
            ADVICE,
            place_of(item, "source", "rights"),
        )
    elif item.source is not None and is_flash(item, manuscript):
        yield Finding(
            say("this note is about somebody's report, and nothing leads there"),
            ADVICE,
            place_of(item, "source"),
        )


def is_flash(item: Article, manuscript: Manuscript) -> bool:
    """Whether it lies in a section of flashes."""
    sections = manuscript.config.sections
    return any(one.id == item.section and one.kind is SectionKind.FLASH for one in sections)
