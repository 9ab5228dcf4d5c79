"""One item of the corpus, known to no generator; each writer turns it into its own format."""

from dataclasses import dataclass
from datetime import date

FLASH, STORY, PAGES = "flash", "resource-center", "pages"
"""The sections; the last holds the standing pages, which have neither date nor topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A short note, a story, or a standing page."""

    section: str
    slug: str
    title: str
    standfirst: str
    body: str
    """Markdown that Python-Markdown, goldmark and markdown-it read alike."""
    language: str = "en"
    """BCP 47; the site itself is English."""
    date: date = date.min
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    source: str = ""
    """Id of a register; empty for a text of our own."""
    source_url: str = ""
    authors: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Of the Markdown file below `content/`; the same in every generator."""
        between = "" if self.section == PAGES else f"{self.date.year}/"
        return f"{self.section}/{between}{self.slug}.md"

    @property
    def permalink(self) -> str:
        """Where the item is published, in every generator."""
        return f"{self.slug}/" if self.section == PAGES else self.path.removesuffix(".md") + "/"
