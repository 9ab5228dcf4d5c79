"""What an item says in the newsroom's own voice, wherever in its file that stands."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from ht_newsgen.checks.prose import Prose
from ht_newsgen.kit.problems import Place
from ht_newsgen.model.article import Article, Item
from ht_newsgen.model.taxonomy import Rights


def is_quoted(item: Item) -> bool:
    """Whether the title is the headline of somebody's report, which is kept as it is."""
    return isinstance(item, Article) and (item.source is not None or item.rights is not Rights.OWN)


class Passage(Struct, frozen=True, dict=True):
    """The text of an item, or one value of its front matter."""

    prose: Prose
    in_body: bool = True

    @cached_property
    def lowered(self) -> str:
        """`own` in small letters, each at its place."""
        text = self.prose.own
        lowered = text.lower()
        # A few capitals have small forms of another length (`İ`); then case is left as it is.
        return lowered if len(lowered) == len(text) else text

    def place(self, start: int, end: int, lines: Sequence[str]) -> Place:
        """Where in the file with these lines a piece of it stands."""
        if self.in_body:
            return self.prose.place(start)
        words, line = self.prose.text[start:end], self.prose.line
        typed = lines[line - 1] if 0 < line <= len(lines) else ""
        # A value may be folded over lines, or its quotes escaped: then its beginning has to do.
        column = typed.find(words, max(0, self.prose.column - 1)) + 1
        return Place("", line, column or self.prose.column)


def passages(item: Item, body: Prose) -> Iterator[Passage]:
    """All of them: headline, standfirst, what is said of the picture, corrections, and the text."""
    places = item.places

    def value(text: str, *keys: str) -> Passage:
        line, column = next((places[key] for key in keys if key in places), (0, 0))
        return Passage(Prose(text, line, column), in_body=False)

    if "title" in places and not is_quoted(item):
        yield value(item.title, "title")
    if item.standfirst:
        yield value(item.standfirst, "standfirst")
    if item.figure is not None:
        yield value(item.figure.alt, "image.alt", "image")
        yield value(item.figure.caption, "image.caption", "image")
    for number, correction in enumerate(item.corrections):
        yield value(correction.text, f"corrections.{number}.text", "corrections")
    if body.text:
        yield Passage(body)
