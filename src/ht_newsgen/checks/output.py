"""One written file, parsed at most once, however many rules look at it."""

import json
from functools import cached_property
from typing import Any
from xml.etree import ElementTree as ET

from msgspec import Struct

from ht_newsgen.model.page import PageKind


class Output(Struct, frozen=True, kw_only=True, dict=True):
    """What a check of one written file is given; it may depend on nothing else."""

    path: str
    """Relative to the output folder: `flash/rss.xml`."""
    kind: PageKind
    data: bytes
    base_url: str
    """Of the site, with a `/` at its end."""

    @cached_property
    def text(self) -> str:
        """The file as text; bytes that are not UTF-8 become U+FFFD."""
        return self.data.decode("utf-8", errors="replace")

    @cached_property
    def xml(self) -> ET.Element:
        """The root of an XML file. Raises ET.ParseError when it is not well-formed."""
        return ET.fromstring(self.data)  # noqa: S314 - we wrote it

    @cached_property
    def json(self) -> Any:
        """The value of a JSON file. Raises ValueError when it is none."""
        return json.loads(self.data)

    @cached_property
    def html(self) -> Any:
        """The root of an HTML page, as lxml parses it (`lxml.html.HtmlElement`)."""
        # Imported here: a check of feeds alone does without.
        from lxml import html

        return html.document_fromstring(self.data, html.HTMLParser(encoding="utf-8"))
