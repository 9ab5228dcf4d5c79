"""OPML 2.0: all feeds in one file, to import into a feed reader."""

from xml.etree import ElementTree as ET

from ht_newsgen.pages.views.listing import FeedGroup
from ht_newsgen.pages.views.machine import OpmlView
from ht_newsgen.pages.views.parts import FeedRef
from ht_newsgen.render.feeds import RSS_TYPE
from ht_newsgen.render.xml import document, element


def render_opml(view: OpmlView) -> bytes:
    """One outline for each feed.

    Of its three formats only RSS is named: who imports the file would otherwise get every item
    three times.
    """
    root = ET.Element("opml", version="2.0")
    head = element(root, "head")
    element(head, "title", view.title)
    body = element(root, "body")
    for group in view.groups:
        if group.feeds:
            element(
                body,
                "outline",
                type="rss",
                text=group.title,
                title=group.title,
                xmlUrl=_preferred(group).absolute,
            )
    return document(root)


def _preferred(group: FeedGroup) -> FeedRef:
    """The RSS feed, or whatever is first."""
    return next((feed for feed in group.feeds if feed.media_type == RSS_TYPE), group.feeds[0])
