"""Proofs: what a newsroom calls a print that is made to be corrected.

A proof is the whole site as it would be published now, with what is wrong with it. It is a frozen
value; a change makes another one. Its pages are planned and not yet rendered: that is done for
those that somebody looks at (docs/decisions/0018-serve-renders-what-is-looked-at.md).
"""

from collections.abc import Mapping

from msgspec import Struct

from ht_newsgen.build.record import Record
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.page import Page
from ht_newsgen.model.site import Site
from ht_newsgen.pages.desk import Desk
from ht_newsgen.reading.scan import SourceFile
from ht_newsgen.render.dispatch import Tools


class Copy(Struct, frozen=True, kw_only=True):
    """What was read of the items: copy, in the sense of the trade."""

    config: Config
    """As it stands in `newsgen.yaml`: with the address that the public will see."""
    files: Mapping[str, SourceFile]
    """By path; how each file was when it was read."""
    records: Mapping[str, Record]
    read_ns: int
    """When the reading began, by the clock of this machine."""


class MadeUp(Struct, frozen=True, kw_only=True):
    """The site that was made of the copy; one page of it can be set anew from these."""

    site: Site
    desks: tuple[Desk, ...]
    settled: Mapping[str, Item]
    """The shown items by path, as the site has them."""
    tools: Tools


class Proof(Struct, frozen=True, kw_only=True):
    """The site as it would be now."""

    base_url: str
    """Where it is served: `http://127.0.0.1:1313/newsroom/`."""
    pages: Mapping[str, Page] = {}
    """By the path of the file."""
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    """What beside the content keeps the site from being made: a sentence."""
    stopped: bool = False
    """True when the pages are not those of now, since nothing can be made at present."""
    owners: Mapping[str, str] = {}
    """The item of each page there is, or was; so that the page of a broken item can say why."""
    copy: Copy | None = None
    made_up: MadeUp | None = None
    """None before the site could be made for the first time."""
