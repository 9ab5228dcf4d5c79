"""Markdown to HTML, not yet sanitised.

Python-Markdown with a fixed set of extensions: tables, fenced code, footnotes, definition lists,
sane lists, ids for headings. Not among them, on purpose: attribute lists and metadata, which
would let a text reach beyond itself, and typographic quotes, which differ between languages.
"""

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.reading.extensions.footnotes import UniqueFootnotes
from ht_newsgen.reading.extensions.headings import HeadingIds
from ht_newsgen.reading.extensions.plain_texts import plain_html
from ht_newsgen.reading.extensions.settled import settle
from ht_newsgen.reading.extensions.skipping import Skipping


class Typesetter(Struct, frozen=True):
    """A Markdown instance, expensive to make and used for one text after the other."""

    markdown: Markdown
    footnotes: UniqueFootnotes
    skips: bool = False
    """Whether it passes over what cannot match."""


def make_typesetter() -> Typesetter:
    """A new instance; each process makes one of its own."""
    typesetter = make_patient_typesetter()
    typesetter.markdown.registerExtensions([Skipping()], {})
    settle(typesetter.markdown)
    return replace(typesetter, skips=True)


def make_patient_typesetter() -> Typesetter:
    """One that looks for everything everywhere: the measure of what the other one makes."""
    footnotes = UniqueFootnotes()
    extensions = [
        TableExtension(use_align_attribute=True),
        FencedCodeExtension(),
        footnotes,
        DefListExtension(),
        SaneListExtension(),
        HeadingIds(),
    ]
    return Typesetter(Markdown(extensions=extensions, output_format="html"), footnotes)


def typeset(text: str, typesetter: Typesetter, *, prefix: str) -> str:
    """The HTML of a text; `prefix` sets the ids of its footnotes apart from all others.

    Raises RecursionError for text nested deeper than `reading/limits.py` foresees.
    """
    if typesetter.skips and (html := plain_html(text)) is not None:
        return html
    typesetter.markdown.reset()
    # `reset` forgets this one, which a text that was given up in the middle leaves as it was.
    typesetter.markdown.parser.state.clear()
    typesetter.footnotes.prefix = prefix
    return typesetter.markdown.convert(text)
