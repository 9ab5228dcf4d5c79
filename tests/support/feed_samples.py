"""Feeds to render in tests: an own story, and an item from elsewhere."""

from datetime import UTC, datetime, timedelta, timezone

from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.pages.views.feed import (
    FeedCategory,
    FeedEntry,
    FeedImage,
    FeedSource,
    FeedView,
)
from ht_newsgen.pages.views.machine import RenditionView
from ht_newsgen.render.feed_content import make_content

BASE = "https://example.org/newsroom/"
BODIES = {
    "b0d1": '<p>See <a href="/about/">us</a>, <a href="#fn:1">a note</a> and ]]&gt;.</p>',
}
PICTURE = b"as many bytes as a picture has"

OWN = FeedEntry(
    id="tag:example.org,2018:resource-center/2016/day",
    title="Safer Internet Day",
    permalink=f"{BASE}resource-center/2016/day/",
    summary="Pupils & teachers met.",
    body="b0d1",
    published=datetime(2016, 2, 1, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    updated=datetime(2016, 2, 3, 12, tzinfo=UTC),
    authors=("A. Writer",),
    categories=(
        FeedCategory(term="online", label="Online safety", scheme=f"{BASE}topics/"),
        FeedCategory(term="children", label="Children", scheme=f"{BASE}topics/"),
    ),
    language="bs",
    image=FeedImage(
        rendition=RenditionView(
            origin="content/day.jpg",
            digest="d1935700",
            kind=PictureKind.PHOTOGRAPH,
            format="JPEG",
            width=1200,
            height=800,
        ),
        absolute=f"{BASE}media/day.0123456789-1200.jpg",
        media_type="image/jpeg",
    ),
)
RETOLD = FeedEntry(
    id="tag:example.org,2018:flash/2018/raids",
    title="Raids in <two> countries",
    permalink=f"{BASE}flash/2018/raids/",
    summary="Police in 2 < 3 countries …",
    published=datetime(2018, 1, 8, tzinfo=UTC),
    updated=datetime(2018, 1, 8, tzinfo=UTC),
    source=FeedSource(name="The Gazette", url="https://gazette.example/raids?a=1&b=2"),
    read_more="https://gazette.example/raids?a=1&b=2",
    language="en",
)


def feed(*entries: FeedEntry) -> FeedView:
    """A feed of these entries."""
    return FeedView(
        id="tag:example.org,2018:feed",
        title="Newsroom",
        description="All of our news",
        home=BASE,
        self_url=f"{BASE}feed.xml",
        language="en",
        base=BASE,
        author="The Organisation",
        icon=f"{BASE}icon.png",
        updated=max((entry.updated for entry in entries), default=datetime(1970, 1, 1, tzinfo=UTC)),
        entries=entries,
    )


def content(entry: FeedEntry, feed: FeedView) -> str:
    return make_content(body)(entry, feed)


def body(digest: str) -> str:
    """The HTML of a text by its digest."""
    return BODIES[digest]


def picture(view: RenditionView) -> bytes:
    """The bytes of a file of a picture."""
    return {"content/day.jpg": PICTURE}[view.origin]
