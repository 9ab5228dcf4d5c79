"""One item as its editor sees it: the file, and what was read from it."""

from functools import cached_property
from typing import Any

from msgspec import Struct

from ht_newsgen.checks.markup import parsed
from ht_newsgen.checks.prose import Prose, body_of
from ht_newsgen.checks.voice import Passage, passages
from ht_newsgen.checks.written import Written, links_of, pictures_of
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkReport


class Manuscript(Struct, frozen=True, kw_only=True, dict=True):
    """What a check of one text is given."""

    item: Item
    """As it stands in the site: its source, topics and authors are settled."""
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

    @cached_property
    def tree(self) -> Any:
        """The root of the HTML, as lxml parses it; its children are the blocks of the text."""
        return parsed(self.html)

    @cached_property
    def hyperlinks(self) -> tuple[Written, ...]:
        """Every link of the text, with where it is written."""
        return links_of(self.tree, self.body)

    @cached_property
    def pictures(self) -> tuple[Written, ...]:
        """Every picture of the text, with where it is written."""
        return pictures_of(self.tree, self.item.pictures, self.body)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that the newsroom says in it, front matter included."""
        return tuple(passages(self.item, self.body))

    @cached_property
    def spoken(self) -> str:
        """The passages in small letters: what is not in here need not be looked for in them."""
        return "\n".join(passage.lowered for passage in self.passages)
