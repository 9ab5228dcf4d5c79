"""All who judge a feed at its address: our own rules, feedparser, and a schema of JSON Feed."""

import json
from pathlib import Path

import feedparser
from jsonschema import Draft202012Validator

from ht_newsgen.checks.run import check_output
from ht_newsgen.model.page import Page, PageKind

KINDS = {
    "rss.xml": PageKind.RSS,
    "atom.xml": PageKind.ATOM,
    "feed.json": PageKind.JSON_FEED,
    "feeds.opml": PageKind.OPML,
}
SCHEMA = Draft202012Validator(
    json.loads(Path(__file__).with_name("json_feed.schema.json").read_text("utf-8"))
)


def faults(page: Page, data: bytes, base_url: str) -> list[str]:
    """What any of the judges has to say against the bytes of a feed."""
    found = [f"{one.rule}: {one.message}" for one in check_output(page, data, base_url)]
    if page.kind is PageKind.JSON_FEED:
        return found + [error.message for error in SCHEMA.iter_errors(json.loads(data))]
    if page.kind is not PageKind.OPML:
        # What it would do to the texts afterwards has no part in its verdict, and takes most time.
        parsed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
        found += [f"feedparser: {parsed.bozo_exception}"] if parsed.bozo else []
    return found
