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
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.problems import Place
from ht_newsgen.kit.sentences import Sentence, say, say_counted
from ht_newsgen.kit.urls import absolute
from ht_newsgen.model.page import PageKind

ABSOLUTE = regex(r"https?://[^\s<>\"]+")
TAG_URI = regex(r"tag:[A-Za-z0-9.@%-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S+", re.ASCII)
LANGUAGE = regex(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
MEDIA_TYPE = regex(r"[a-z]+/[a-z0-9.+-]+", re.ASCII)
MARKUP = regex(r"<[a-zA-Z/!]")
DISCOURAGED = regex("[\x7f-\x84\x86-\x9f\ufdd0-\ufdef]")
"""XML 1.0, section 2.2: allowed, though a reader may take them for Windows-1252."""


def malformed(output: Output) -> Iterator[Finding]:
    """A parse error of XML or JSON."""
    try:
        _ = output.json if output.kind is PageKind.JSON_FEED else output.xml
    except ET.ParseError as error:
        line, column = error.position
        yield Finding(
            say("this is not XML: {error}", error=str(error)), place=Place("", line, column + 1)
        )
    except (ValueError, RecursionError) as error:
        yield Finding(say("this is not JSON: {error}", error=str(error)))


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
        selves = ", ".join(f"`{one}`" for one in feed.selves)
        said: Sentence | str = selves or say("nothing")
        yield Finding(
            say(
                "the feed says {said} of its own address, which is `{address}`",
                said=said,
                address=address,
            )
        )


def discouraged(output: Output) -> Iterator[Finding]:
    """Control characters, which some readers take for other letters."""
    if found := DISCOURAGED.search(output.text):
        line = output.text.count("\n", 0, found.start()) + 1
        yield Finding(
            say("U+{code} stands in the feed", code=f"{ord(found[0]):04X}"), place=Place("", line)
        )


def twice(feed: Feed) -> Iterator[Finding]:
    """Two entries that a reader takes for one."""
    for id_, number in Counter(entry.id for entry in feed.entries).items():
        if number > 1:
            yield Finding(
                say_counted(
                    "{count} entry has the identity `{id}`",
                    "{count} entries have the identity `{id}`",
                    count=number,
                    id=id_,
                )
            )


def not_a_tag(entry: Entry) -> Iterator[Finding]:
    """An identity that is no `tag:` URI (RFC 4151)."""
    if not TAG_URI.fullmatch(entry.id):
        yield Finding(
            say(
                "the identity of {name}, `{id}`, is no tag: URI (RFC 4151)",
                name=entry.name,
                id=entry.id[:80],
            )
        )


def not_absolute(feed: Feed) -> Iterator[Finding]:
    """An address that a reader cannot follow."""
    named = [(say("the feed"), feed.addresses)]
    named += [(entry.name, entry.addresses) for entry in feed.entries]
    for name, addresses in named:
        for what, url in addresses:
            if not ABSOLUTE.fullmatch(url):
                yield Finding(
                    say(
                        "{what} of {name}, `{url}`, is no absolute address",
                        what=what,
                        name=name,
                        url=url[:80],
                    )
                )


def relative_inside(entry: Entry) -> Iterator[Finding]:
    """A link or a picture in a text that is relative to a page which a reader does not have."""
    for text in entry.texts:
        for url in relative_addresses(text):
            yield Finding(
                say(
                    "the text of {name} has a relative address, `{url}`",
                    name=entry.name,
                    url=url[:80],
                )
            )


def dangerous(entry: Entry) -> Iterator[Finding]:
    """What a careful reader takes out of a text, and a careless one runs."""
    for text in entry.texts:
        for what in dangers(text):
            yield Finding(say("the text of {name} holds {what}", name=entry.name, what=what))


def marked_up(entry: Entry) -> Iterator[Finding]:
    """HTML in a plain text that readers take for HTML: they would obey it, or swallow it."""
    for text in entry.plain:
        if MARKUP.search(text):
            yield Finding(
                say(
                    "the description of {name} should be plain text, and holds HTML",
                    name=entry.name,
                )
            )


def undated(feed: Feed) -> Iterator[Finding]:
    """A date that is not written as its format asks, with an offset."""
    for name, dates in (
        (say("the feed"), feed.updated),
        *((entry.name, entry.published + entry.updated) for entry in feed.entries),
    ):
        for date in dates:
            if date.moment is None:
                yield Finding(
                    say(
                        "`{element}` of {name} is no date of its format: `{text}`",
                        element=date.name,
                        name=name,
                        text=date.text,
                    )
                )


def backwards(entry: Entry) -> Iterator[Finding]:
    """An entry that was changed before it was published."""
    for published in entry.published:
        for updated in entry.updated:
            if published.moment and updated.moment and updated.moment < published.moment:
                yield Finding(say("{name} was updated before it was published", name=entry.name))


def unsorted(feed: Feed) -> Iterator[Finding]:
    """An entry above one that is newer; readers that show a feed as it is would hide the news."""
    moments = [entry.published[0].moment for entry in feed.entries if entry.published]
    known = [moment for moment in moments if moment is not None]
    if known != sorted(known, reverse=True):
        yield Finding(say("the entries do not stand newest first"))


def nameless(feed: Feed) -> Iterator[Finding]:
    """A language that is missing or no tag of BCP 47."""
    for name, language in (
        (say("the feed"), feed.language),
        *((entry.name, entry.language) for entry in feed.entries if entry.language is not None),
    ):
        if not LANGUAGE.fullmatch(language):
            yield Finding(
                say(
                    "the language of {name}, `{language}`, is no tag of BCP 47",
                    name=name,
                    language=language[:20],
                )
            )


def unfinished_enclosure(entry: Entry) -> Iterator[Finding]:
    """A file of which readers are not told what and how large it is."""
    for one in entry.enclosures:
        if not MEDIA_TYPE.fullmatch(one.media_type):
            yield Finding(say("the enclosure of {name} has no media type", name=entry.name))
        if not one.length.isdecimal() or int(one.length) == 0:
            yield Finding(say("the enclosure of {name} has no length in bytes", name=entry.name))


def odd_category(entry: Entry) -> Iterator[Finding]:
    """A category that says nothing, or whose scheme is no address."""
    for term, scheme in entry.categories:
        if not term:
            yield Finding(say("a category of {name} is empty", name=entry.name))
        if scheme and not ABSOLUTE.fullmatch(scheme):
            yield Finding(
                say(
                    "the scheme of `{term}`, `{scheme}`, is no absolute address",
                    term=term,
                    scheme=scheme[:80],
                )
            )


def unnamed_author(feed: Feed) -> Iterator[Finding]:
    """An author without a name."""
    for name, authors in (
        (say("the feed"), feed.authors),
        *((entry.name, entry.authors) for entry in feed.entries),
    ):
        if not all(authors):
            yield Finding(say("an author of {name} has no name", name=name))


def too_large(output: Output) -> Iterator[Finding]:
    """A JSON feed that some readers refuse."""
    if len(output.data) > json_feed.LARGEST:
        yield Finding(
            say(
                "the feed has {size} bytes; {largest} are a reader's limit",
                size=len(output.data),
                largest=json_feed.LARGEST,
            )
        )
