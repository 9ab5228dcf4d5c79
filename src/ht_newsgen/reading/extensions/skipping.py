"""Python-Markdown without the work that cannot match.

Most of what people write is plain, yet every block is offered to fifteen block processors, and
every run of text to fifteen inline patterns. What is registered here looks first for the marks
without which they cannot match, and passes over them when there are none. Whatever may match goes
the way of Python-Markdown itself, so that the HTML is the same, byte for byte.

That rests on knowing what is passed over. A processor or a pattern that is not in the tables of
this file leaves its whole kind to Python-Markdown. Why, and what it saves: decision 0013.
"""

import re
from collections.abc import Iterable
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import blockprocessors as blocks
from markdown import inlinepatterns as inline
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteInlineProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import Registry

from ht_newsgen.kit.patterns import regex
from ht_newsgen.reading.extensions.plain_marks import SIGNS, any_of, set_plain_marks


class Skipping(Extension):
    """To be registered last: it looks at what the others have registered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put a look before the work, under the name and with the priority of the work."""
        first, *others = md.preprocessors
        if type(first) is NormalizeWhitespace and all(type(one) in PREPROCESSORS for one in others):
            md.preprocessors = Registry()
            md.preprocessors.register(MarkedLines(md, first, others), "marked", 0)
        if all(type(processor) in BLOCK_PROCESSORS for processor in md.parser.blockprocessors):
            md.parser.blockprocessors.register(PlainBlocks(md.parser), "plain", 1000)
            for name, mark, priority in MARKED_BLOCKS:
                if name in md.parser.blockprocessors:
                    marked = MarkedBlocks(md.parser.blockprocessors[name], mark)
                    md.parser.blockprocessors.register(marked, name, priority)
        if all(_key(pattern) in INLINE_PATTERNS for pattern in md.inlinePatterns):
            md.treeprocessors.register(MarkedTexts(md), "inline", 20)
            if type(md.treeprocessors["unescape"]) is UnescapeTreeprocessor:
                md.treeprocessors.register(EscapedTexts(md), "unescape", 0)


# -- the text as a whole

PREPROCESSORS: dict[type[Preprocessor], tuple[str, ...]] = {
    FencedBlockPreprocessor: ("`", "~"),  # three of them, but one is sought much quicker
    # An ampersand by itself stays what it is; of `&#38` the HTML parser makes `&#38;`.
    HtmlBlockPreprocessor: ("<", "&#"),
}
"""Marks of which one must occur where the preprocessor has something to do, by its class."""
ODD_WHITESPACE = ("\r", "\t", "\n ", "\x02", "\x03")
"""What is normalised before all others; two line feeds are added to any text."""


class MarkedLines(Preprocessor):
    """All preprocessors, each for texts in which one of its marks occurs."""

    def __init__(self, md: Markdown, first: Preprocessor, others: Iterable[Preprocessor]) -> None:
        super().__init__(md)
        self.whitespace = first
        self.marked = [(one, PREPROCESSORS[type(one)]) for one in others]

    def run(self, lines: list[str]) -> list[str]:
        """The lines, or what the preprocessors make of them; their text is joined once."""
        text = "\n".join(lines)
        if any_of(ODD_WHITESPACE, text):
            lines = self.whitespace.run(lines)
            text = "\n".join(lines)
        else:
            lines = [*lines, "", ""]
        for preprocessor, marks in self.marked:
            if any_of(marks, text):
                lines = preprocessor.run(lines)
                text = "\n".join(lines)
        return lines


# -- blocks

BLOCK_PROCESSORS = frozenset(
    (
        *(blocks.EmptyBlockProcessor, blocks.ListIndentProcessor, blocks.CodeBlockProcessor),
        *(blocks.HashHeaderProcessor, blocks.SetextHeaderProcessor, blocks.HRProcessor),
        *(blocks.OListProcessor, blocks.UListProcessor, blocks.BlockQuoteProcessor),
        *(blocks.ReferenceProcessor, blocks.ParagraphProcessor),
        *(DefListIndentProcessor, DefListProcessor, FootnoteBlockProcessor),
        *(SaneOListProcessor, SaneUListProcessor, TableProcessor),
    )
)
"""Those of which `PLAIN` knows what they look for."""

_LINE = r"""(?:
    [^\s\d#=*_+:>\[|-]    # a letter, or a sign that begins nothing
  | \d+(?!\d|\.[ ])       # a number that does not begin a list
  | \*{1,2}(?![*\s])      # emphasis: neither a list nor a rule
  | __?(?![_\s])
  | \[                    # a link: definitions, of references and of footnotes, hold `]:`
).*+
"""
PLAIN = regex(rf"{_LINE}(?:\n{_LINE})*+", re.VERBOSE)
"""Bars do not matter: the second line of a table begins with one, with a colon or a hyphen."""


class PlainBlocks(blocks.ParagraphProcessor):
    """Paragraphs that no other processor can take for anything else."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - alike below any parent
        """Whether no line of the block begins as something other than a paragraph may."""
        return PLAIN.fullmatch(block) is not None and "]:" not in block

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set the block, and those after it that are plain as well."""
        super().run(parent, blocks)
        while blocks and self.test(parent, blocks[0]):
            super().run(parent, blocks)


class MarkedBlocks(blocks.BlockProcessor):
    """A processor for blocks in which its mark occurs."""

    def __init__(self, processor: blocks.BlockProcessor, mark: str) -> None:
        super().__init__(processor.parser)
        self.processor = processor
        self.mark = mark

    def test(self, parent: Element, block: str) -> bool:
        """Whether the mark is there, and the processor wants the block."""
        return self.mark in block and self.processor.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """What the processor makes of it."""
        return self.processor.run(parent, blocks)


MARKED_BLOCKS = (("table", "|", 75), ("hashheader", "#", 70))
"""Those that go through the whole of a block: name, mark and priority."""


# -- runs of text

INLINE_PATTERNS: dict[tuple[type[inline.Pattern], str], tuple[str, ...]] = {
    (inline.BacktickInlineProcessor, inline.BACKTICK_RE): ("`",),
    (inline.EscapeInlineProcessor, inline.ESCAPE_RE): ("\\",),
    (FootnoteInlineProcessor, r"\[\^([^\]]*)\]"): ("[^",),
    (inline.ReferenceInlineProcessor, inline.REFERENCE_RE): ("[",),
    (inline.LinkInlineProcessor, inline.LINK_RE): ("](",),
    (inline.ImageInlineProcessor, inline.IMAGE_LINK_RE): ("![",),
    (inline.ImageReferenceInlineProcessor, inline.IMAGE_REFERENCE_RE): ("![",),
    (inline.ShortReferenceInlineProcessor, inline.REFERENCE_RE): ("[",),
    (inline.ShortImageReferenceInlineProcessor, inline.IMAGE_REFERENCE_RE): ("![",),
    (inline.AutolinkInlineProcessor, inline.AUTOLINK_RE): ("<",),
    (inline.AutomailInlineProcessor, inline.AUTOMAIL_RE): ("<",),
    (inline.SubstituteTagInlineProcessor, inline.LINE_BREAK_RE): ("  \n",),
    (inline.HtmlInlineProcessor, inline.HTML_RE): ("<",),
    (inline.HtmlInlineProcessor, inline.ENTITY_RE): ("&",),
    (inline.DelimiterProcessor, r"\*|_"): ("*", "_"),
}
"""Marks of which one must occur where the pattern is to match, by its class and expression."""


def _key(pattern: inline.Pattern) -> tuple[type[inline.Pattern], str]:
    return type(pattern), pattern.getCompiledRegExp().pattern


class MarkedTexts(InlineProcessor):
    """Inline patterns for texts in which one of their marks occurs.

    Nothing that they make of a text holds a mark which was not in it.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.marks_of = {pattern: INLINE_PATTERNS[_key(pattern)] for pattern in md.inlinePatterns}
        self.marks = sorted({mark for marks in self.marks_of.values() for mark in marks})

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Set the texts with marks; the others are put aside, and back to where they were."""
        self.stashed_nodes = {}
        whole = "\n".join(tree.itertext())
        signs = [sign for sign in SIGNS if sign in whole]
        if not signs or not self._waiting(tree, signs):
            return tree
        marks = [mark for mark in self.marks if mark in whole]
        self.inlinePatterns = cast("Any", self._matching(marks))
        aside = []
        for element in tree.iter():
            text, tail = element.text, element.tail
            if not (text and any_of(marks, text)) and not (tail and any_of(marks, tail)):
                aside.append((element, text, tail))
                element.text = element.tail = None
        super().run(tree, ancestors)
        for element, text, tail in aside:
            element.text, element.tail = text, tail
        return tree

    def _waiting(self, tree: Element, signs: list[str]) -> bool:
        """Whether a sign is left after plain links and plain emphasis are set."""
        waiting = False
        for element in list(tree.iter()):
            text, tail = element.text, element.tail
            if text and any_of(signs, text):
                # An AtomicString, a text that is done already, is no plain `str`.
                waiting |= type(text) is not str or not set_plain_marks(element)
            if tail and any_of(signs, tail):
                waiting = True
        return waiting

    def _matching(self, marks: list[str]) -> list[inline.Pattern]:
        """The patterns that may match, as a list: a registry sorts at every look."""
        return [
            pattern
            for pattern, needed in self.marks_of.items()
            if any_of(needed, marks)
            and (self.md.references or not isinstance(pattern, inline.ReferenceInlineProcessor))
        ]


class EscapedTexts(UnescapeTreeprocessor):
    """For texts with a backslash: only what is escaped by one is written as a number meanwhile."""

    def run(self, root: Element) -> None:
        """Undo the escapes."""
        if "\\" in "\n".join(cast("Any", self.md).lines):
            super().run(root)
