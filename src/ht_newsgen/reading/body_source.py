"""A text as it is written, before anything is made of it."""

from msgspec import Struct


class BodySource(Struct, frozen=True, kw_only=True):
    """A text as it is written, with what must be known to set it."""

    text: str
    line: int
    """Of the file, on which the text begins."""
    prefix: str
    """Sets the ids of footnotes apart from those of other items."""
    base_url: str
    """Links to its host are not links to elsewhere."""
    trusted: bool = False
    """True lets HTML through as it is."""

    def place_of(self, words: str) -> tuple[int, int]:
        """Where in the file these words stand first; the beginning of the text if they do not."""
        index = self.text.find(words) if words else -1
        if index < 0:
            stripped = self.text.lstrip("\n")
            return self.line + len(self.text) - len(stripped), 1
        line = self.text.count("\n", 0, index)
        return self.line + line, index - self.text.rfind("\n", 0, index)
