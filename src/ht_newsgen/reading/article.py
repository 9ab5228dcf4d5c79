"""One file, one item: the whole way from bytes to an article or a standing page."""

from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.files import is_inside, read_bounded
from ht_newsgen.kit.held_folder import HeldFolder
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Item
from ht_newsgen.model.body import NO_BODY, Body
from ht_newsgen.model.config import Config
from ht_newsgen.reading.body import Press, make_press, set_body
from ht_newsgen.reading.body_source import BodySource
from ht_newsgen.reading.completion import Draft, complete
from ht_newsgen.reading.edition import EDITION_KEYS, NO_EDITION, EditionMatter
from ht_newsgen.reading.front_matter import Parts, take_apart
from ht_newsgen.reading.identity import identify
from ht_newsgen.reading.item_keys import (
    NO_FRONT_MATTER,
    FrontMatter,
    note_cut_off,
    read_front_matter,
)
from ht_newsgen.reading.mappings import Entries
from ht_newsgen.reading.media import PictureLookup, picture_lookup
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.position import position_of
from ht_newsgen.reading.rules import FRONT_MATTER, LINK_OUTSIDE, SIZE, UNREADABLE
from ht_newsgen.reading.strict_yaml import parse_yaml

LARGEST = 1024 * 1024
"""Bytes of a Markdown file."""


class Reading(Struct, frozen=True, kw_only=True):
    """What came of reading one file."""

    item: Item | None
    """An `Article`, a `StandingPage` or an `Edition`; None when there are errors."""
    body: Body
    problems: tuple[Problem, ...]
    digest: str = ""
    """Of the very bytes that were read; empty when there were none, or none that were read."""


def read_item(
    root: Path,
    path: str,
    config: Config,
    *,
    press: Press | None = None,
    held: HeldFolder | None = None,
) -> Reading:
    """Read the Markdown file at `path` below the site's folder `root`.

    `press` is made anew when it is not given; `held`, below the same root, is for many files in
    the order of their folders. The problems are those of `reading/rules.py` that concern an item;
    with an error among them there is no item.
    """
    data = held.read(path, LARGEST) if held else None
    if data is None:
        notes = Notes(path, FRONT_MATTER)
        data = _bytes_of(root, root / path, notes)
        if data is None:
            return _unread(notes)
    reading = parse_item(data, path, config, picture_lookup(root, path), press=press)
    return replace(reading, digest=digest(data))


def parse_item(
    data: bytes,
    path: str,
    config: Config,
    pictures: PictureLookup,
    *,
    press: Press | None = None,
) -> Reading:
    """As `read_item`, from the bytes of the file."""
    notes = Notes(path, FRONT_MATTER, ZoneInfo(config.timezone))
    position = position_of(path, config, notes)
    parts = take_apart(data, notes)
    if parts is None or position is None:
        return _unread(notes)
    edition = position.is_edition
    read = _front_matter(parts, notes, edition=edition)
    front, entries = read or (NO_EDITION if edition else NO_FRONT_MATTER)
    identity = identify(front, position, path, config)
    source = BodySource(
        text=parts.body,
        line=parts.body_line,
        prefix=identity.id,
        base_url=config.base_url,
        trusted=position.section.trusted_html,
    )
    body = set_body(source, press or make_press(), pictures, notes)
    if read is None:
        return _unread(notes)
    draft = Draft(
        path=path,
        has_front_matter=parts.front is not None,
        position=position,
        identity=identity,
        front=front,
        entries=entries,
        body=body,
    )
    item, shown = complete(draft, config, pictures, notes)
    if item is None or notes.has_errors:
        return _unread(notes)
    return Reading(item=item, body=shown, problems=tuple(notes.problems))


def _bytes_of(root: Path, file: Path, notes: Notes) -> bytes | None:
    """What is in the file; None, with a problem, if that is not to be read."""
    try:
        if not is_inside(root, file):
            notes.add(
                LINK_OUTSIDE,
                None,
                say("this is a link to a file outside of the site"),
                say("Put a copy of the file in its place"),
            )
            return None
        data = read_bounded(file, LARGEST)
    except OSError as error:
        notes.add(
            UNREADABLE,
            None,
            say("this file cannot be read: {reason}", reason=error.strerror or str(error)),
            say("Look at its permissions"),
        )
        return None
    if data is None:
        notes.add(
            SIZE,
            None,
            say("this file is larger than {most} bytes", most=LARGEST),
            say("Divide it into several items"),
        )
    return data


def _front_matter(
    parts: Parts, notes: Notes, *, edition: bool
) -> tuple[FrontMatter, Entries] | None:
    """Front matter as it is written; None when nothing can be told from it."""
    if parts.front is None:
        return NO_EDITION if edition else NO_FRONT_MATTER
    tree = parse_yaml(parts.front, notes, parts.front_line)
    if tree is None:
        return None
    if edition:
        read = read_front_matter(tree, notes, EDITION_KEYS, EditionMatter)
    else:
        read = read_front_matter(tree, notes)
    if read is not None:
        note_cut_off(parts.front, parts.front_line, read[1], notes)
    return read


def _unread(notes: Notes) -> Reading:
    return Reading(item=None, body=NO_BODY, problems=tuple(notes.problems))
