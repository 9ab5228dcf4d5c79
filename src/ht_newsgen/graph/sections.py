"""Sections: what each of them lists, and the text that stands on its front."""

from collections.abc import Iterable, Sequence

from ht_newsgen.model.article import Article, StandingPage
from ht_newsgen.model.config import LISTED, Config, Section


def listed_sections(config: Config) -> tuple[Section, ...]:
    """The sections that list articles, in the order of the configuration."""
    return tuple(section for section in config.sections if section.kind in LISTED)


def by_section(
    articles: Iterable[Article], sections: Sequence[Section]
) -> dict[str, tuple[Article, ...]]:
    """The articles of each section, in the order in which they come; no section is left out."""
    found: dict[str, list[Article]] = {section.id: [] for section in sections}
    for article in articles:
        found[article.section].append(article)
    return {id_: tuple(listed) for id_, listed in found.items()}


def section_fronts(
    pages: Iterable[StandingPage], languages: Sequence[str]
) -> dict[tuple[str, str], StandingPage]:
    """The `index.md` of each section, by section id and language.

    One in a language that the site does not have stands for the default language, the first.
    """
    return {
        (page.section, page.language if page.language in languages else languages[0]): page
        for page in pages
        if page.is_index
    }
