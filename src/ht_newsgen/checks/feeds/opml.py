"""OPML 2.0 (opml.org/spec2.opml), as a list of subscriptions."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.output import Output
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say

ABSOLUTE = regex(r"https?://[^\s<>\"]+")


def odd_outline(output: Output) -> Iterator[Finding]:
    """An outline that no reader can subscribe to."""
    try:
        root = output.xml
    except ET.ParseError:
        return
    if root.tag != "opml" or root.get("version") != "2.0" or root.find("body") is None:
        yield Finding(say("this is not OPML 2.0: its root is `{tag}`", tag=root.tag))
    for outline in root.iterfind("body/outline"):
        name, url = outline.get("text", ""), outline.get("xmlUrl", "")
        if not name or outline.get("type") != "rss":
            yield Finding(
                say("the outline of `{url}` has no text, or is not of the type rss", url=url[:80])
            )
        if not ABSOLUTE.fullmatch(url):
            yield Finding(
                say(
                    "the address of `{name}`, `{url}`, is not absolute",
                    name=name[:60],
                    url=url[:80],
                )
            )
