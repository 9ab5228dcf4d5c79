from ht_newsgen.pages.views.listing import FeedGroup
from ht_newsgen.pages.views.machine import OpmlView
from ht_newsgen.pages.views.parts import FeedRef
from ht_newsgen.render.opml import render_opml


def ref(name: str, kind: str) -> FeedRef:
    url = f"https://example.org/{name}"
    media_type = f"application/{kind}"
    return FeedRef(title=name, name=name, media_type=media_type, href=f"/{name}", absolute=url)


def test_every_feed_is_listed_once() -> None:
    """As RSS where there is RSS: nobody wants each item three times."""
    view = OpmlView(
        title="Feeds of <us>",
        groups=(
            FeedGroup(
                title="All & everything",
                feeds=(ref("atom.xml", "atom+xml"), ref("rss.xml", "rss+xml")),
            ),
            FeedGroup(title="News", feeds=(ref("news/feed.json", "feed+json"),)),
            FeedGroup(title="Nothing", feeds=()),
        ),
    )

    assert render_opml(view).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<opml version="2.0">\n'
        "  <head>\n"
        "    <title>Feeds of &lt;us&gt;</title>\n"
        "  </head>\n"
        "  <body>\n"
        '    <outline type="rss" text="All &amp; everything" title="All &amp; everything"'
        ' xmlUrl="https://example.org/rss.xml" />\n'
        '    <outline type="rss" text="News" title="News"'
        ' xmlUrl="https://example.org/news/feed.json" />\n'
        "  </body>\n"
        "</opml>\n"
    )
