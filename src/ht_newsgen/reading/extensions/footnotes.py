"""Footnotes whose ids are unique across the site, with the roles of DPUB-ARIA 1.1.

The roles (`doc-noteref`, `doc-backlink`, `doc-endnotes`) tell readers who listen what each part
is, in their own language; so no English title is needed.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

AFTER_ALL_OTHERS = 0
ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink"}


class UniqueFootnotes(FootnoteExtension):
    """Python-Markdown's footnotes; ids hold `prefix` and a number instead of the writer's label.

    `prefix` is set before each document is converted.
    """

    prefix = ""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE="{}", BACKLINK_TEXT="↩\N{VARIATION SELECTOR-15}")

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the parts of the extension."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Roles(md, self), "footnote-roles", AFTER_ALL_OTHERS)

    def reset(self) -> None:
        """Forget the last document."""
        super().reset()
        self._numbers: dict[str, int] = {}

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - the same
        """Keep a footnote's text under the writer's label."""
        super().setFootnote(id, text)
        self._numbers.setdefault(id, len(self._numbers) + 1)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - the same
        """The id of the note."""
        return f"fn:{self.prefix}-{self._numbers.get(id, 0)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, N802 - the same
        """The id of the mark in the text."""
        return str(self.unique_ref(f"fnref:{self.prefix}-{self._numbers.get(id, 0)}", found))


class _Roles(Treeprocessor):
    def __init__(self, md: Markdown, footnotes: UniqueFootnotes) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        if not self.footnotes.footnotes:
            return
        for link in root.iter("a"):
            role = ROLES.get(link.get("class", ""))
            if role:
                link.set("role", role)
        for part in root.iter("div"):
            if part.get("class") == "footnote":
                part.set("role", "doc-endnotes")


def footnotes_of(md: Markdown) -> Any:
    """The footnotes extension of a Markdown instance."""
    return next(found for found in md.registeredExtensions if isinstance(found, UniqueFootnotes))
