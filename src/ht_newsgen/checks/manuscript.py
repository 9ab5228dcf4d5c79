"""One item as its editor sees it: the file, and what was read from it."""

from functools import cached_property

from msgspec import Struct

from ht_newsgen.checks.prose import Prose, body_of
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport


class Manuscript(Struct, frozen=True, kw_only=True, dict=True):
    """What a check of one text is given."""

    item: Item
    """As it was read from its file: sources and topics are not settled yet."""
    source: str
    """All of the file, front matter included, with its line breaks as they are."""
    html: str
    """Of the text, sanitised, with links relative to the root of the site; empty if withheld."""
    config: Config
    links: LinkReport = {}
    """What the link report knows of addresses in this file, but for those that are as they were."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, so that `lines[n - 1]` is line n."""
        return tuple(self.source.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    @cached_property
    def body(self) -> Prose:
        """The text below the front matter."""
        return body_of(self.source)
