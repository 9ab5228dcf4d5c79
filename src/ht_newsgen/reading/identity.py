"""What an item is called for good: its slug and its id."""

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.model.config import Config, SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.reading.item_keys import FrontMatter
from ht_newsgen.reading.position import Position


def language_of(front: FrontMatter, position: Position, config: Config) -> str:
    """As given, else by the file's name (`raids.bs.md`), else the site's."""
    return front.language or position.language or config.language


def slug_of(front: FrontMatter, position: Position, path: str, language: str) -> str:
    """As given, else from the title, else from the file's name, else from its path."""
    if front.slug:
        return front.slug
    title = "" if position.is_index else front.title
    return slugify(title, language) or slugify(position.stem, language) or digest(path.encode())[:8]


def id_of(
    front: FrontMatter,
    position: Position,
    *,
    slug: str,
    date: Moment | None,
    language: str,
    config: Config,
) -> str:
    """As given, else `SECTION-YEAR-SLUG`, for pages `SECTION-SLUG`, for a section's front `SECTION`.

    In another language than the site's the tag is added, since translations may share a slug.
    """
    if front.id:
        return front.id
    section = position.section
    parts = [section.id]
    if not position.is_index:
        if section.kind is not SectionKind.PAGE and date is not None:
            parts.append(str(date.at.year))
        parts.append(slug)
    if language != config.language:
        parts.append(language.lower())
    return "-".join(parts)


def footnote_prefix(front: FrontMatter, position: Position) -> str:
    """What sets the footnotes of an item apart; known before its text is."""
    name = front.id or front.slug or slugify(front.title) or position.stem
    folder = "" if front.id else f"{position.section.id}-"
    year = f"{front.date.at.year}-" if front.date and not front.id else ""
    return slugify(f"{folder}{year}{name}") or "note"
