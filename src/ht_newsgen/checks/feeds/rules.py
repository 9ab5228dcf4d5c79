"""What every feed must be, whatever its format: one function for each rule."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from ht_newsgen.checks.feeds import atom, json_feed, rss
from ht_newsgen.checks.feeds.facts import Entry, Feed, feed_of
from ht_newsgen.checks.feeds.html import dangers, relative_addresses
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.checks.output import Output
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.urls import absolute
from ht_newsgen.model.page import PageKind

ABSOLUTE = re.compile(r"https?://[^\s<>\"]+")
TAG_URI = re.compile(r"tag:[A-Za-z0-9.@%-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S+", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+", re.ASCII)
MARKUP = re.compile(r"<[a-zA-Z/!]")
DISCOURAGED = re.compile("[\x7f-\x84\x86-\x9f\ufdd0-\ufdef]")
"""XML 1.0, section 2.2: allowed, though a reader may take them for Windows-1252."""


def malformed(output: Output) -> Iterator[Finding]:
    """A parse error of XML or JSON."""
    try:
        _ = output.json if output.kind is PageKind.JSON_FEED else output.xml
    except ET.ParseError as error:
        line, column = error.position
        yield Finding(f"this is not XML: {error}", place=Place("", line, column + 1))
    except (ValueError, RecursionError) as error:
        yield Finding(f"this is not JSON: {error}")


def incomplete(output: Output) -> Iterator[Finding]:
    """What the format asks for and is not there, or what it does not allow and is."""
    if not any(malformed(output)):
        if output.kind is PageKind.JSON_FEED:
            yield from json_feed.incomplete(output.json)
        else:
            yield from (rss if output.kind is PageKind.RSS else atom).incomplete(output.xml)


def odd(output: Output) -> Iterator[Finding]:
    """What one format asks of the parts of an entry."""
    if not any(malformed(output)):
        of_format = rss.odd_items if output.kind is PageKind.RSS else atom.odd_parts
        yield from of_format(output.xml)


def of_feed(find: Callable[[Feed], Iterator[Finding]]) -> Callable[[Output], Iterator[Finding]]:
    """The rule over files, made of one over feeds; what cannot be read is told by another rule."""

    def over(output: Output) -> Iterator[Finding]:
        feed = feed_of(output)
        if feed is not None:
            yield from find(feed)

    return over


def of_entry(find: Callable[[Entry], Iterator[Finding]]) -> Callable[[Output], Iterator[Finding]]:
    """The rule over files, made of one over entries."""
    return of_feed(lambda feed: (found for entry in feed.entries for found in find(entry)))


def misplaced(output: Output) -> Iterator[Finding]:
    """A feed that does not know where it lies, or says otherwise."""
    feed, address = feed_of(output), absolute(output.base_url, output.path)
    if feed is not None and feed.selves != (address,):
        said = ", ".join(f"`{one}`" for one in feed.selves) or "nothing"
        yield Finding(f"the feed says {said} of its own address, which is `{address}`")


def discouraged(output: Output) -> Iterator[Finding]:
    """Control characters, which some readers take for other letters."""
    if found := DISCOURAGED.search(output.text):
        line = output.text.count("\n", 0, found.start()) + 1
        yield Finding(f"U+{ord(found[0]):04X} stands in the feed", place=Place("", line))


def twice(feed: Feed) -> Iterator[Finding]:
    """Two entries that a reader takes for one."""
    for id_, number in Counter(entry.id for entry in feed.entries).items():
        if number > 1:
            yield Finding(f"{number} entries have the identity `{id_}`")


def not_a_tag(entry: Entry) -> Iterator[Finding]:
    """An identity that is no `tag:` URI (RFC 4151)."""
    if not TAG_URI.fullmatch(entry.id):
        yield Finding(f"the identity of {entry.name}, `{entry.id[:80]}`, is no tag: URI (RFC 4151)")


def not_absolute(feed: Feed) -> Iterator[Finding]:
    """An address that a reader cannot follow."""
    named = [("the feed", feed.addresses)]
    named += [(entry.name, entry.addresses) for entry in feed.entries]
    for name, addresses in named:
        for what, url in addresses:
            if not ABSOLUTE.fullmatch(url):
                yield Finding(f"{what} of {name}, `{url[:80]}`, is no absolute address")


def relative_inside(entry: Entry) -> Iterator[Finding]:
    """A link or a picture in a text that is relative to a page which a reader does not have."""
    for text in entry.texts:
        for url in relative_addresses(text):
            yield Finding(f"the text of {entry.name} has a relative address, `{url[:80]}`")


def dangerous(entry: Entry) -> Iterator[Finding]:
    """What a careful reader takes out of a text, and a careless one runs."""
    for text in entry.texts:
        for what in dangers(text):
            yield Finding(f"the text of {entry.name} holds {what}")


def marked_up(entry: Entry) -> Iterator[Finding]:
    """HTML in a plain text that readers take for HTML: they would obey it, or swallow it."""
    for text in entry.plain:
        if MARKUP.search(text):
            yield Finding(f"the description of {entry.name} should be plain text, and holds HTML")


def undated(feed: Feed) -> Iterator[Finding]:
    """A date that is not written as its format asks, with an offset."""
    for name, dates in (
        ("the feed", feed.updated),
        *((entry.name, entry.published + entry.updated) for entry in feed.entries),
    ):
        for date in dates:
            if date.moment is None:
                yield Finding(f"`{date.name}` of {name} is no date of its format: `{date.text}`")


def backwards(entry: Entry) -> Iterator[Finding]:
    """An entry that was changed before it was published."""
    for published in entry.published:
        for updated in entry.updated:
            if published.moment and updated.moment and updated.moment < published.moment:
                yield Finding(f"{entry.name} was updated before it was published")


def unsorted(feed: Feed) -> Iterator[Finding]:
    """An entry above one that is newer; readers that show a feed as it is would hide the news."""
    moments = [entry.published[0].moment for entry in feed.entries if entry.published]
    known = [moment for moment in moments if moment is not None]
    if known != sorted(known, reverse=True):
        yield Finding("the entries do not stand newest first")


def nameless(feed: Feed) -> Iterator[Finding]:
    """A language that is missing or no tag of BCP 47."""
    for name, language in (
        ("the feed", feed.language),
        *((entry.name, entry.language) for entry in feed.entries if entry.language is not None),
    ):
        if not LANGUAGE.fullmatch(language):
            yield Finding(f"the language of {name}, `{language[:20]}`, is no tag of BCP 47")


def unfinished_enclosure(entry: Entry) -> Iterator[Finding]:
    """A file of which readers are not told what and how large it is."""
    for one in entry.enclosures:
        if not MEDIA_TYPE.fullmatch(one.media_type):
            yield Finding(f"the enclosure of {entry.name} has no media type")
        if not one.length.isdecimal() or int(one.length) == 0:
            yield Finding(f"the enclosure of {entry.name} has no length in bytes")


def odd_category(entry: Entry) -> Iterator[Finding]:
    """A category that says nothing, or whose scheme is no address."""
    for term, scheme in entry.categories:
        if not term:
            yield Finding(f"a category of {entry.name} is empty")
        if scheme and not ABSOLUTE.fullmatch(scheme):
            yield Finding(f"the scheme of `{term}`, `{scheme[:80]}`, is no absolute address")


def unnamed_author(feed: Feed) -> Iterator[Finding]:
    """An author without a name."""
    for name, authors in (
        ("the feed", feed.authors),
        *((entry.name, entry.authors) for entry in feed.entries),
    ):
        if not all(authors):
            yield Finding(f"an author of {name} has no name")


def too_large(output: Output) -> Iterator[Finding]:
    """A JSON feed that some readers refuse."""
    if len(output.data) > json_feed.LARGEST:
        size = f"{len(output.data):,}"
        yield Finding(f"the feed has {size} bytes; {json_feed.LARGEST:,} are a reader's limit")
