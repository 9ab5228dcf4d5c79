"""What an item is called for good: its slug and its id."""

from msgspec import Struct

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.model.config import Config, SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.reading.item_keys import FrontMatter
from ht_newsgen.reading.position import Position

_PLAIN = regex(r"[A-Za-z0-9._~-]+")


class Identity(Struct, frozen=True, kw_only=True):
    """What is known of an item before its text is read."""

    language: str
    date: Moment | None
    slug: str
    id: str
    """Of plain ASCII, so that it can be part of a URI and of ids in HTML."""


def identify(front: FrontMatter, position: Position, path: str, config: Config) -> Identity:
    """The identity of the item at `path`; what front matter leaves open follows from the path."""
    language = front.language or position.language or config.language
    date = front.date or position.date
    slug = _slug(front, position, path, language)
    id_ = front.id or _id(position, slug, date, language if language != config.language else "")
    return Identity(language=language, date=date, slug=slug, id=id_)


def _slug(front: FrontMatter, position: Position, path: str, language: str) -> str:
    """As given, else from the title, else from the file's name, else from its path."""
    if front.slug:
        return front.slug
    # An edition is called by its file, `2018-01.md`: subjects are changed until they are sent.
    title = "" if position.is_index or position.is_edition else front.title
    return slugify(title, language) or slugify(position.stem, language) or _short(path)


def _id(position: Position, slug: str, date: Moment | None, other_language: str) -> str:
    """`SECTION-YEAR-SLUG`; a page is `SECTION-SLUG`, a section's front `SECTION`.

    In another language than the site's the tag is added, since translations may share a slug.
    """
    section = position.section
    parts = [section.id]
    if not position.is_index:
        if section.kind is not SectionKind.PAGE and date is not None:
            parts.append(str(date.at.year))
        parts.append(slug if _PLAIN.fullmatch(slug) else slugify(slug) or _short(slug))
    if other_language:
        parts.append(other_language.lower())
    return "-".join(parts)


def _short(text: str) -> str:
    return digest(text.encode())[:8]
