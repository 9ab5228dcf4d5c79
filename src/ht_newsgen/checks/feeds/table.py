"""Every rule over written feeds."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ht_newsgen.checks.kinds import Finding, OutputCheck
from ht_newsgen.checks.output import Output
from ht_newsgen.kit.problems import Place, Rule
from ht_newsgen.model.page import PageKind

XML_FEEDS = frozenset((PageKind.RSS, PageKind.ATOM, PageKind.OPML))
JSON_FEEDS = frozenset((PageKind.JSON_FEED,))


def malformed(output: Output) -> Iterator[Finding]:
    """A parse error of XML or JSON."""
    try:
        _ = output.json if output.kind in JSON_FEEDS else output.xml
    except ET.ParseError as error:
        line, column = error.position
        yield Finding(f"this is not XML: {error}", place=Place("", line, column + 1))
    except ValueError as error:
        yield Finding(f"this is not JSON: {error}")


FEED_CHECKS: tuple[OutputCheck, ...] = (
    OutputCheck(
        Rule("feeds/well-formed", "A feed is well-formed XML 1.0, or JSON."),
        XML_FEEDS | JSON_FEEDS,
        malformed,
    ),
)
