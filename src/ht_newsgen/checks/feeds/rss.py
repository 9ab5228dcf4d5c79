"""RSS 2.0, with the modules `content`, `dc` and `atom`.

At www.rssboard.org/rss-specification, with the RSS Advisory Board's profile at
www.rssboard.org/rss-profile.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

from ht_newsgen.checks.feeds.counts import Counts, miscounted
from ht_newsgen.checks.feeds.facts import Date, Enclosure, Entry, Feed, text_of, texts_of
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import say

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"

OF_CHANNEL: Counts = {
    "title": (1, 1),
    "link": (1, 1),
    "description": (1, 1),
    "language": (1, 1),
    "lastBuildDate": (1, 1),
    "generator": (0, 1),
    "image": (0, 1),
}
OF_IMAGE: Counts = {"url": (1, 1), "title": (1, 1), "link": (1, 1)}
OF_ITEM: Counts = {
    "title": (1, 1),
    "link": (1, 1),
    "guid": (1, 1),
    "pubDate": (1, 1),
    "description": (0, 1),
    CONTENT: (0, 1),
    "enclosure": (0, 1),
    "source": (0, 1),
}
"""One enclosure, since readers disagree about more (profile, "enclosure")."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
RFC_822 = regex(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT)",
    re.ASCII,
)
"""RFC 822, section 5.1, with years of four digits, as the profile asks."""


def facts(root: ET.Element) -> Feed | None:
    """The feed in the document; None for one that is no RSS."""
    channel = root.find("channel")
    if channel is None:
        return None
    links = [link.attrib for link in channel.iterfind(f"{ATOM}link")]
    return Feed(
        title=text_of(channel.find("title")),
        addresses=(
            *(("the link", url) for url in texts_of(channel, "link")),
            *((f"the {name} of the image", url) for name in ("url", "link")
              for url in texts_of(channel, f"image/{name}")),
            *((f"the link `{link.get('rel', '')}`", link.get("href", "")) for link in links),
        ),
        selves=tuple(link.get("href", "") for link in links if link.get("rel") == "self"),
        language=text_of(channel.find("language")),
        updated=tuple(rfc822("lastBuildDate", text) for text in texts_of(channel, "lastBuildDate")),
        authors=(),
        entries=tuple(_entry(item) for item in channel.iterfind("item")),
    )  # fmt: skip


def _entry(item: ET.Element) -> Entry:
    enclosures = [one.attrib for one in item.iterfind("enclosure")]
    return Entry(
        id=text_of(item.find("guid")),
        title=text_of(item.find("title")),
        addresses=(
            *(("the link", url) for url in texts_of(item, "link")),
            *(("the source's feed", one.get("url", "")) for one in item.iterfind("source")),
            *(("the enclosure", one.get("url", "")) for one in enclosures),
        ),
        published=tuple(rfc822("pubDate", text) for text in texts_of(item, "pubDate")),
        updated=(),
        texts=texts_of(item, CONTENT) + texts_of(item, "description"),
        plain=texts_of(item, "description"),
        enclosures=tuple(
            Enclosure(one.get("url", ""), one.get("type", ""), one.get("length", ""))
            for one in enclosures
        ),
        categories=tuple(
            (text_of(one), one.get("domain", "")) for one in item.iterfind("category")
        ),
        authors=texts_of(item, CREATOR),
        language=next(iter(texts_of(item, LANGUAGE)), None),
    )


def rfc822(name: str, text: str) -> Date:
    """A date of RSS."""
    if not RFC_822.fullmatch(text):
        return Date(name, text, None)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return Date(name, text, None)
    # "-0000" is read as "no offset is known" (RFC 5322, section 3.3). And where the weekday is not
    # that of the day, readers would disagree about which of the two is right.
    wrong_day = text[:3].isalpha() and text[:3] != WEEKDAYS[moment.weekday()]
    return Date(name, text, None if moment.tzinfo is None or wrong_day else moment)


def incomplete(root: ET.Element) -> Iterator[Finding]:
    """What is missing, empty or there too often."""
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        yield Finding(say("this is not RSS 2.0: its root is `{tag}`", tag=root.tag))
        return
    yield from miscounted(channel, OF_CHANNEL, say("the channel"))
    for image in channel.iterfind("image"):
        yield from miscounted(image, OF_IMAGE, say("the image"))
    for item in channel.iterfind("item"):
        yield from miscounted(item, OF_ITEM, _entry(item).name)


def odd_items(root: ET.Element) -> Iterator[Finding]:
    """What the profile asks of items alone."""
    for item in root.iterfind("channel/item"):
        names, name = [child.tag for child in item], _entry(item).name
        if CONTENT in names and "description" not in names[: names.index(CONTENT)]:
            yield Finding(
                say("{name} has its `content:encoded` before its `description`", name=name)
            )
        for guid in item.iterfind("guid"):
            if guid.get("isPermaLink") != "false":
                yield Finding(
                    say("the `guid` of {name} claims to be an address, which may change", name=name)
                )
        for source in item.iterfind("source"):
            if not text_of(source):
                yield Finding(say("the `source` of {name} has no title", name=name))
