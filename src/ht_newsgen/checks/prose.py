"""The text of an item as its writer typed it, with everything blanked that is no prose.

What is blanked becomes spaces, so that every character keeps its line and its column. Rules look at
the view that fits them: `plain` to see how the text is laid out, `words` for what is written, `own`
for what the newsroom says in its own voice.
"""

import re
from functools import cached_property

from msgspec import Struct

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.reading.front_matter import below

LONGEST_SPAN = 2_000
"""Characters between two marks that may belong together: beyond, one of them was forgotten."""

FENCED = regex(r"(?ms)^ {0,3}(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?^ {0,3}(?P=fence)[`~]*[ \t]*$")
INDENTED = regex(r"(?<=\n\n)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
IN_LINE = regex(
    r"(?<!`)(`{1,5})(?!`)(?:[^`\n]|\n(?!\s*\n)|(?<!`)(?!\1(?!`))`+(?!`)){1,500}?\1(?!`)"
)
MARKUP = regex(r"(?s)<(?:!--.*?-->|[A-Za-z/][^<>]{0,2000}>)")
TARGET = regex(r"\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)")
REFERENCE = regex(r"\]\[[^\]\n]{0,200}\]")
DEFINITION = regex(r"(?m)^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[^\n]*$")
ADDRESS = regex(r"(?<![\w/@.-])(?:https?://|www\.(?=[\w-]+\.))[^\s<>]*[^\s<>.,;:!?)\]}'\"*_|”“»]")

QUOTED_BLOCK = regex(r"(?m)^ {0,3}>[^\n]*(?:\n[ \t]*[^\s][^\n]*)*")
QUOTES = '"„“”«»'
QUOTED = regex(
    rf"„(?:[^„“”\"\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}[“”\"]"
    rf"|“(?:[^“”\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}”"
    rf"|”(?:[^”\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}”"
    rf"|«(?:[^«»\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}»"
    rf"|»(?:[^«»\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}«"
    rf"|\"(?:[^\"\n]|\n(?!\s*\n)){{1,{LONGEST_SPAN}}}\""
)
"""From one mark to its partner, within a paragraph; as English, German and the Slavic languages
set them."""
SINGLE_QUOTED = regex(
    r"(?<!\w)(?:‘(?=\S)(?:[^‘’\n]|’(?=\w)|\n(?!\s*\n)){1,500}(?<=\S)’(?!\w)"
    r"|'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)|\n(?!\s*\n)){1,500}(?<=\S)'(?!\w))"
)
"""The same between single marks; one between two letters is an apostrophe."""


class Prose(Struct, frozen=True, dict=True):
    """A text that begins somewhere in a file."""

    text: str
    """As it was typed, with line feeds at the ends of lines."""
    line: int = 1
    column: int = 1
    """Of its first character."""

    @cached_property
    def plain(self) -> str:
        """Without code, HTML and the targets of links; addresses in the open are kept."""
        text = self.text
        if "```" in text or "~~~" in text:
            text = FENCED.sub(_blank, text)
        if "\n\n    " in text or "\n\n\t" in text:
            text = INDENTED.sub(_blank, text)
        if "`" in text:
            text = IN_LINE.sub(_blank, text)
        if "<" in text:
            text = MARKUP.sub(_blank, text)
        if "](" in text:
            text = TARGET.sub(_blank_target, text)
        if "][" in text:
            text = REFERENCE.sub(_blank_target, text)
        if "]:" in text:
            text = DEFINITION.sub(_blank, text)
        return text

    @cached_property
    def words(self) -> str:
        """What is written, quotations included, without addresses."""
        text = self.plain
        return ADDRESS.sub(_blank, text) if "://" in text or "www." in text else text

    @cached_property
    def unquoted(self) -> str:
        """Without quotations that stand as blocks of their own."""
        text = self.words
        return QUOTED_BLOCK.sub(_blank, text) if ">" in text else text

    @cached_property
    def own(self) -> str:
        """What the newsroom says itself: nothing in it stands between quotation marks."""
        return without_quotations(self.unquoted)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `plain`."""
        return self.plain.split("\n")

    def place(self, index: int) -> Place:
        """Where in the file this character stands."""
        line = self.text.count("\n", 0, index)
        column = index - self.text.rfind("\n", 0, index)
        return Place("", self.line + line, column if line else column + self.column - 1)


def body_of(source: str) -> Prose:
    """The text below the front matter of a file; empty for a file that cannot be taken apart."""
    return Prose(*below(source))


def without_quotations(text: str) -> str:
    """The text with all that stands between quotation marks blanked, marks included."""
    if any(mark in text for mark in QUOTES):
        text = QUOTED.sub(_blank, text)
    if "‘" in text or " '" in text or "\n'" in text or text.startswith("'"):
        text = SINGLE_QUOTED.sub(_blank, text)
    return text


def _blank_target(found: re.Match[str]) -> str:
    return "]" + " " * (len(found[0]) - 1)


def _blank(found: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in found[0].split("\n"))
