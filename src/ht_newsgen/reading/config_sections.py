"""`sections:` of `newsgen.yaml`, and those of a site that declares none."""

from ht_newsgen.kit.sentences import say
from ht_newsgen.model.config import Section, SectionKind
from ht_newsgen.reading.config_values import PERMALINKS, read_permalink, read_section_id
from ht_newsgen.reading.fields import (
    read_choice,
    read_flag,
    read_localised,
    read_whole,
    wrong_type,
)
from ht_newsgen.reading.mappings import Key, Keys, read_mapping
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import CONFIG
from ht_newsgen.reading.tree import Node, Sequence

SECTIONS = (
    Section(
        id="flash",
        title={"": "News Flash"},
        kind=SectionKind.FLASH,
        permalink=PERMALINKS[SectionKind.FLASH],
        front_page=7,
    ),
    Section(
        id="resource-center",
        title={"": "European Resource Center"},
        kind=SectionKind.STORY,
        permalink=PERMALINKS[SectionKind.STORY],
        front_page=10,
    ),
    Section(
        id="newsletter",
        title={"": "Newsletter Subscription"},
        kind=SectionKind.NEWSLETTER,
        permalink=PERMALINKS[SectionKind.NEWSLETTER],
        front_page=1,
    ),
    Section(
        id="pages",
        title={"": "About this site"},
        kind=SectionKind.PAGE,
        permalink=PERMALINKS[SectionKind.PAGE],
    ),
)
"""The sections of a site that declares none."""


SECTION_KEYS = Keys.of(
    Key("id", read_section_id),
    Key("title", read_localised),
    Key("kind", read_choice(SectionKind)),
    Key("description", read_localised),
    Key("permalink", read_permalink),
    Key("feed", read_flag),
    Key("front_page", read_whole(0, 1000)),
    Key("quick_exit", read_flag),
    Key("trusted_html", read_flag),
)


def read_sections(node: Node, key: str, notes: Notes) -> tuple[Section, ...] | None:
    """A list of sections in their order; None with a problem when it is no list."""
    if not isinstance(node, Sequence):
        wrong_type(node, key, notes, say("a list of sections, each with id, title and kind,"))
        return None
    found: dict[str, Section] = {}
    for item in node.items:
        section = _section(item, key, notes)
        if section is None:
            continue
        if section.id in found:
            notes.add(
                CONFIG.value,
                item,
                say("the section `{id}` is declared twice", id=section.id),
                say("Keep one of the two"),
            )
        found[section.id] = section
    return tuple(found.values())


def _section(node: Node, key: str, notes: Notes) -> Section | None:
    entries = read_mapping(node, SECTION_KEYS, key, notes)
    if entries is None:
        return None
    for name in ("id", "title", "kind"):
        if name not in entries.nodes:
            notes.add(
                CONFIG.missing,
                node,
                say("a section has no `{name}`", name=name),
                say("Write {name}: in it", name=name),
            )
    values = entries.values
    if not {"id", "title", "kind"} <= values.keys():
        return None
    return Section(**{"permalink": PERMALINKS[values["kind"]], **values})
