"""The terms by which articles are found: topics, content notes, kinds of rights."""

from enum import StrEnum

from msgspec import Struct

Localised = dict[str, str]
"""A text in one or several languages, by BCP 47 tag; the key "" is the text for all others."""


class Topic(Struct, frozen=True, kw_only=True):
    """A declared subject, with a page and feeds of its own."""

    id: str
    title: Localised
    description: Localised = {}


class ContentNote(Struct, frozen=True, kw_only=True):
    """One factual line that stands above a text which may distress."""

    id: str
    text: Localised


class Rights(StrEnum):
    """How much of a text the site may show (`rights:` in front matter)."""

    OWN = "own"
    """Written here: shown whole."""
    EXCERPT = "excerpt"
    """Reported elsewhere: headline, standfirst, a very short extract and a link to the source."""
    LICENSED = "licensed"
    """Shown whole under a named licence."""
    PUBLIC = "public"
    """Public domain or an official text: shown whole, with the licence or reason named."""
    UNVERIFIED = "unverified"
    """Not cleared: shown like an excerpt, and the body is withheld from every output."""
