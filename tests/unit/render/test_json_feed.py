import json
from typing import Any

import msgspec

from ht_newsgen.pages.views.feed import FeedView
from ht_newsgen.render.feed_content import make_content
from ht_newsgen.render.json_feed import SIZE_LIMIT, render_json_feed
from tests.support.feed_rules import json_feed_faults
from tests.support.feed_samples import BASE, OWN, RETOLD, body, content, feed


def rendered(view: FeedView, long: str = "") -> Any:
    data = render_json_feed(view, make_content(lambda digest: long or body(digest)))
    assert json_feed_faults(data) == []
    assert len(data) <= SIZE_LIMIT
    return json.loads(data)


def test_a_feed_says_the_same_in_json() -> None:
    """Every member of an own story and of an item from elsewhere."""
    assert rendered(feed(RETOLD, OWN)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Newsroom",
        "home_page_url": BASE,
        "feed_url": f"{BASE}feed.xml",
        "description": "All of our news",
        "icon": f"{BASE}icon.png",
        "authors": [{"name": "The Organisation"}],
        "language": "en",
        "items": [
            {
                "id": RETOLD.id,
                "url": RETOLD.permalink,
                "external_url": "https://gazette.example/raids?a=1&b=2",
                "title": "Raids in <two> countries",
                "content_html": (
                    "<p>Police in 2 &lt; 3 countries …</p>\n"
                    '<p><a href="https://gazette.example/raids?a=1&amp;b=2">'
                    "Read more: Raids in &lt;two&gt; countries</a></p>\n"
                    "<p>Source: The Gazette</p>"
                ),
                "summary": "Police in 2 < 3 countries …",
                "date_published": "2018-01-08T00:00:00+00:00",
                "date_modified": "2018-01-08T00:00:00+00:00",
                "language": "en",
            },
            {
                "id": OWN.id,
                "url": OWN.permalink,
                "title": "Safer Internet Day",
                "content_html": (
                    f'<p>See <a href="{BASE}about/">us</a>,'
                    f' <a href="{OWN.permalink}#fn:1">a note</a> and ]]&gt;.</p>'
                ),
                "summary": "Pupils & teachers met.",
                "image": f"{BASE}media/day.0123456789-1200.jpg",
                "date_published": "2016-02-01T09:30:00+01:00",
                "date_modified": "2016-02-03T12:00:00+00:00",
                "authors": [{"name": "A. Writer"}],
                "tags": ["Online safety", "Children"],
                "language": "bs",
            },
        ],
    }


def test_letters_are_written_as_themselves() -> None:
    """UTF-8, not escapes: a Cyrillic feed would be six times as large."""
    data = render_json_feed(
        feed(msgspec.structs.replace(OWN, title="Дан безбедног интернета")), content
    )

    assert "Дан безбедног интернета".encode() in data
    assert b"\\u" not in data


def test_a_feed_that_is_too_large_shortens_its_oldest_texts() -> None:
    """As many of the newest stay whole as there is room for."""
    entries = [msgspec.structs.replace(OWN, id=f"tag:example.org,2018:{n}") for n in range(10)]

    items = rendered(feed(*entries), long=f"<p>{'x' * 60_000}</p>")["items"]

    assert [item["id"] for item in items] == [entry.id for entry in entries]
    assert ["content_html" in item for item in items] == [True] * 4 + [False] * 6
    assert items[-1]["content_text"] == "Pupils & teachers met."


def test_a_feed_that_is_still_too_large_loses_its_oldest_entries() -> None:
    """No reader should have to fetch more; the newest are there."""
    entries = [
        msgspec.structs.replace(OWN, id=f"tag:example.org,2018:{n}", title="x" * 5_000)
        for n in range(100)
    ]

    items = rendered(feed(*entries))["items"]

    assert 40 < len(items) < 50
    assert items[0]["id"] == entries[0].id


def test_an_entry_of_nothing_but_a_title_has_that_as_its_text() -> None:
    """The format asks for content."""
    bare = msgspec.structs.replace(OWN, summary="", body="")

    (item,) = rendered(feed(bare))["items"]

    assert item["content_text"] == OWN.title


def test_an_empty_feed_has_an_empty_list() -> None:
    """Not a missing one."""
    assert rendered(feed())["items"] == []
