"""From a title and some wishes to a new item: its slug, id, date and file. Pure."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ht_newsgen.cli.composing import NewItem
from ht_newsgen.errors import UsageError
from ht_newsgen.kit.dates import parse_date, why_not
from ht_newsgen.kit.slugs import slugify
from ht_newsgen.kit.text import clean, cut, nearest, one_line

if TYPE_CHECKING:
    from ht_newsgen.model.config import Config, Section


NAMED_BY = 60
"""Characters of its text that name an item without a title."""


def section_of(config: "Config", word: str) -> "Section":
    """The declared section of this id. Raises UsageError for another one, with the nearest."""
    sections = {section.id: section for section in config.sections}
    if word in sections:
        return sections[word]
    raise UsageError(
        f"There is no section {word!r} in newsgen.yaml. "
        + meant(word, sections, "The sections are")
    )


def draft_item(
    config: "Config",
    section: "Section",
    topics_declared: Collection[str],
    now: datetime,
    *,
    title: str,
    text: str = "",
    date: str = "",
    slug: str = "",
    language: str = "",
    topics: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    standfirst: str = "",
    source_name: str = "",
    source_url: str = "",
    source_published: str = "",
    source_author: str = "",
    source_language: str = "",
    rights: str = "",
    licence: str = "",
    draft: bool = False,
    note: str = "",
) -> NewItem:
    """The item, with all that follows from its title (or text), its section and the day.

    Raises UsageError for a title that is none, a date that is none, a slug that cannot stand in an
    address and a topic that is not declared. What is left is judged by reading the item.
    """
    title, text = tidy(title), tidy(text)
    if not title and not text:
        raise UsageError("The title is empty.")
    language = "" if language == config.language else language
    dated = section.kind.value != "page"
    posted = date_text(date, now, config.timezone) if dated or date else ""
    year = [posted[:4]] if posted else []
    unspelled = "-".join(filter(None, [section.id, posted[:10]]))
    slug = slug_text(slug, title or cut(text, NAMED_BY), language or config.language, unspelled)
    for topic in topics:
        if topic not in topics_declared:
            raise UsageError(
                f"The topic {topic!r} is not declared in content/data/topics.yaml. "
                + meant(topic, topics_declared, "There are")
            )
    return NewItem(
        id="-".join([section.id, *year, slug]),
        title=title,
        slug=slug,
        date=posted,
        draft=draft,
        standfirst=tidy(standfirst),
        language=language,
        source_name=tidy(source_name),
        source_url=source_url.strip(),
        source_published=source_published,
        source_author=tidy(source_author),
        source_language=source_language,
        rights=rights if dated else "",
        licence=tidy(licence),
        topics=topics,
        countries=tuple(country.upper() for country in countries),
        text=text,
        note="" if text else note,
    )


def path_of(section: "Section", item: NewItem) -> str:
    """Where the item lies, relative to the site's folder: `content/flash/2018/raids.md`."""
    year = [item.date[:4]] if item.date else []
    return "/".join(["content", section.id, *year, f"{item.slug}.md"])


def tidy(text: str) -> str:
    """On one line, without what cannot stand in a page."""
    return one_line(clean(text))


def date_text(text: str, now: datetime, timezone: str) -> str:
    """The date as it is written down; today, where the newsroom is, if none is given."""
    if not text:
        return now.astimezone(ZoneInfo(timezone)).date().isoformat()
    parsed = parse_date(text)
    if parsed is None:
        reason, advice = why_not(text)
        raise UsageError(f"--date: {reason}. {advice}.")
    moment, day_only = parsed
    return moment.date().isoformat() if day_only else moment.isoformat(sep=" ", timespec="seconds")


def slug_text(asked: str, title: str, language: str, fallback: str) -> str:
    """The slug asked for if it can stand in an address, else the title's, else the fallback."""
    if not asked:
        return slugify(title, language) or fallback
    if slugify(asked, language) != asked:
        better = slugify(asked, language)
        hint = f"; {better!r} can" if better else ""
        raise UsageError(f"--slug {asked!r} cannot stand in an address{hint}")
    return asked


def meant(word: str, known: Collection[str], otherwise: str) -> str:
    """`Did you mean …?`, or all there are."""
    near = nearest(word, known)
    if near:
        return f"Did you mean {near!r}?"
    return f"{otherwise}: {', '.join(known)}." if known else "None is declared yet."
