"""What feedgen 1.0.0 leaves out of a feed and its entries.

Its Atom entries lose `rel`, `type`, `title` and `length` of every link: it asks the new element
for them instead of the link it was given (lkiesow/python-feedgen issue 135). And it knows no
language of an entry. `tests/unit/render/test_feeds.py` notices when the first is mended.
"""

from typing import Any

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class EntryMending:
    """An extension of a feedgen entry, in the form that `FeedEntry.register_extension` asks for."""

    def __init__(self) -> None:
        self.links: tuple[dict[str, str], ...] = ()
        """Those of the entry, in the order in which it was given them."""
        self.language = ""
        """BCP 47, where it is not the feed's."""

    def extend_ns(self) -> dict[str, str]:
        """No names of our own."""
        return {}

    def extend_atom(self, entry: Any) -> Any:
        """The entry with its links and its language complete."""
        # feedgen writes the namespace as an attribute, so names here have none.
        for element, link in zip(entry.findall("link"), self.links, strict=True):
            for name, value in sorted(link.items()):
                element.set(name, value)
        if self.language:
            entry.set(XML_LANG, self.language)
        return entry

    def extend_rss(self, entry: Any) -> Any:
        """The item as it is: nothing is missing from it."""
        return entry


class FeedMending:
    """An extension of a feedgen feed: in RSS, feedgen keeps a hub to itself."""

    def __init__(self) -> None:
        self.hub = ""
        """Address of a WebSub hub."""

    def extend_ns(self) -> dict[str, str]:
        """That of Atom is there already."""
        return {}

    def extend_atom(self, feed: Any) -> Any:
        """The feed as it is: nothing is missing from it."""
        return feed

    def extend_rss(self, rss: Any) -> Any:
        """The feed with a link to its hub (WebSub, section 4), as in Atom."""
        channel = rss[0]
        link = channel.makeelement(f"{ATOM}link", {"href": self.hub, "rel": "hub"})
        channel.insert(0, link)
        return rss
