"""What a file refers to within the site: the text of an item, or a template."""

import re
from collections.abc import Iterator

from ht_newsgen.checks.manuscript import Manuscript
from ht_newsgen.checks.prose import Prose
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.urls import host
from ht_newsgen.model.references import NO_REFERENCES, Reference, References

_COMMENT = regex(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_ATTRIBUTE = regex(r"""\s(?:href|src|action|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MADE = regex(r"\{[{%]")


def references_of(manuscript: Manuscript) -> References:
    """The links of a text to pages of the site, and its ids."""
    if "=" not in manuscript.html:
        return NO_REFERENCES
    here = host(manuscript.config.base_url)
    return References(
        links=tuple(
            Reference(link.address, link.place.line, link.place.column)
            for link in manuscript.hyperlinks
            if leads_here(link.address, here)
        ),
        anchors=tuple(
            name
            for element in manuscript.tree.iter()
            for name in (element.get("id"), element.get("name"))
            if name
        ),
    )


def references_in_template(text: str) -> References:
    """The addresses that a template has as they are; those that it puts together are not known."""
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return References(links=tuple(_written_out(text)))


def _written_out(text: str) -> Iterator[Reference]:
    whole = Prose(text)
    for found in _ATTRIBUTE.finditer(text):
        group = 1 if found[1] is not None else 2
        address = found[group]
        if address.startswith("/") and not address.startswith("//") and not _MADE.search(address):
            place = whole.place(found.start(group))
            yield Reference(address, place.line, place.column)


def leads_here(address: str, here: str) -> bool:
    """Whether an address leads to a page of the site, which lives on the host `here`."""
    if address.startswith(("#", "/")) and not address.startswith("//"):
        return True
    if not address.startswith(("//", "http://", "https://")):
        return False
    try:
        return host(address) == here
    except ValueError:
        return False
