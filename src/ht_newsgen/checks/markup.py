"""The HTML of a text as a tree. However odd it is, there is one: a browser would show it, too."""

from typing import Any

from ht_newsgen.kit.text import one_line

LONGEST = 5_000_000
"""Bytes; what is longer is no text that a person wrote."""


def parsed(html: str) -> Any:
    """The root of the HTML: an element of lxml that holds all of it."""
    # Imported here: most runs find all texts as they were, and do without.
    from lxml import etree
    from lxml import html as of_html

    parser = of_html.HTMLParser(encoding="utf-8", recover=True)
    data = html.replace("\0", "\ufffd").encode("utf-8", errors="replace")[:LONGEST]
    try:
        document = of_html.document_fromstring(b"<!DOCTYPE html><body>" + data, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return of_html.Element("body")
    body = document.find("body")
    return body if body is not None else document


def text_in(element: Any) -> str:
    """What is to be read in an element, on one line."""
    return one_line("".join(element.itertext()))
