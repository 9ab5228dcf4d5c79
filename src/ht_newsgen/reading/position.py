"""Where an item stands in the site, told by its path alone."""

import re

from msgspec import Struct

from ht_newsgen.kit.dates import parse_date
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say
from ht_newsgen.kit.text import nearest
from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.reading.field_dates import moment_of
from ht_newsgen.reading.languages import canonical_language
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.path_dates import DATED
from ht_newsgen.reading.rules import INDEX, SECTION

_MARKDOWN = regex(r"\.(?:md|markdown)\Z", re.IGNORECASE)


class Position(Struct, frozen=True, kw_only=True):
    """What a path says about its item."""

    section: Section
    stem: str
    """Names the item when its title cannot: the file's name, or its folder's for `index.md`."""
    language: str = ""
    """From `name.bs.md`, for a language of the site."""
    is_index: bool = False
    """True for the front text of a section."""
    date: Moment | None = None
    """From `2018-02-19-name.md`."""

    @property
    def is_edition(self) -> bool:
        """Whether an edition of the newsletter lies here."""
        return self.section.kind is SectionKind.NEWSLETTER and not self.is_index


def position_of(path: str, config: Config, notes: Notes) -> Position | None:
    """The position of an item; None, with a problem, when its section is not declared.

    Problems: `content/section`, `content/index`.
    """
    folders = path.split("/")[1:-1]
    name = _MARKDOWN.sub("", path.rpartition("/")[2])
    section = _section(folders, config, notes)
    if section is None:
        return None
    stem, language = _language(name, config)
    is_index = stem in ("index", "_index") and len(folders) == 1
    if stem == "_index" and not is_index:
        notes.add(
            INDEX,
            None,
            say("`_index.md` belongs directly into a section's folder"),
            say("Name it index.md if it is an item of its own; else remove it"),
        )
        return None
    if stem in ("index", "_index"):
        stem = folders[-1]
    dated = DATED.fullmatch(stem)
    date = None
    if dated:
        found = parse_date(dated[1])
        if found is not None:
            date = moment_of(*found, notes.zone)
            stem = dated[2]
    return Position(section=section, stem=stem, language=language, is_index=is_index, date=date)


def _section(folders: list[str], config: Config, notes: Notes) -> Section | None:
    ids = [section.id for section in config.sections]
    if not folders:
        notes.add(
            SECTION,
            None,
            say("this item lies outside of all sections"),
            say("Move it into one of the folders {ids}", ids=", ".join(ids)),
        )
        return None
    top = folders[0]
    for section in config.sections:
        if section.id == top:
            return section
    meant = nearest(top, ids)
    advice = (
        say(
            "Did you mean {meant}? Else add `- id: {top}` with its title and kind to `sections:` in"
            " newsgen.yaml",
            meant=meant,
            top=top,
        )
        if meant
        else say(
            "Add `- id: {top}` with its title and kind to `sections:` in newsgen.yaml", top=top
        )
    )
    notes.add(SECTION, None, say("there is no section `{top}`", top=top), advice)
    return None


def _language(name: str, config: Config) -> tuple[str, str]:
    """The name without `.bs` at its end, and the language, when it is one of the site's."""
    stem, dot, suffix = name.rpartition(".")
    if dot and stem:
        tag = canonical_language(suffix)
        if tag in config.languages:
            return stem, tag
    return name, ""
