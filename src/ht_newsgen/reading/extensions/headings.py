"""Headings with ids that one can link to, in the letters of their language."""

import html
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import (
    remove_fnrefs,
    render_inner_html,
    slugify_unicode,
    strip_tags,
    unique,
)
from markdown.treeprocessors import Treeprocessor

from ht_newsgen.kit.patterns import regex

AFTER_INLINE = 5
"""Where Python-Markdown's own table of contents stands: after inline markup is parsed."""
_MARKUP = regex("[<&\x02]")
"""Tags, entities, and what Python-Markdown puts in the place of escapes and of HTML."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class HeadingIds(Extension):
    """Gives each heading an id made of its text; the same text twice gives `text` and `text_1`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the extension."""
        md.treeprocessors.register(_HeadingIds(md), "heading-ids", AFTER_INLINE)


class _HeadingIds(Treeprocessor):
    def run(self, root: Element) -> None:
        used: set[str] = set()
        counters: dict[str, int] = {}
        for element in root.iter():
            if element.tag in HEADINGS:
                slug = slugify_unicode(self._text_of(element), "-")
                element.set("id", unique(slug, used, counters))

    def _text_of(self, heading: Element) -> str:
        text = heading.text or ""
        if len(heading) or _MARKUP.search(text):
            text = html.unescape(strip_tags(render_inner_html(remove_fnrefs(heading), self.md)))
        return text
