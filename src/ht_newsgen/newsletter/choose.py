"""Which editions are meant, and what a new one is begun with."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from ht_newsgen.errors import UsageError
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.article import Article
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.site import Site


def chosen_editions(site: Site, words: Sequence[str]) -> tuple[Edition, ...]:
    """The editions of these ids, slugs or files; all of them without a word.

    Raises UsageError for a word that means none.
    """
    if not words:
        return site.editions
    found: dict[str, Edition] = {}
    for word in words:
        meant = [one for one in site.editions if word in _names(one)]
        if not meant:
            known = [one.id for one in site.editions]
            near = nearest(word, known)
            there_are = ", ".join(known) or "none"
            advice = f"Did you mean {near}?" if near else f"There are: {there_are}."
            raise UsageError(f"There is no edition {word!r}. {advice}")
        found.update((one.path, one) for one in meant)
    return tuple(found.values())


def published_between(
    site: Site, since: datetime, end: datetime, *, language: str, sections: Iterable[str] = ()
) -> tuple[Article, ...]:
    """What was posted in one language from `since` until before `end`, section by section."""
    wanted = tuple(sections)
    listed = next((one for one in site.listings if one.locale.tag == language), site.listings[0])
    return tuple(
        article
        for section in wanted or listed.by_section
        for article in listed.by_section.get(section, ())
        if since <= article.date.at < end
    )


def _names(edition: Edition) -> tuple[str, ...]:
    return (edition.id, edition.slug, edition.path, edition.path.rpartition("/")[2])
