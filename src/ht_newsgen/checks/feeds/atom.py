"""Atom, RFC 4287; the sections are named below."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ht_newsgen.checks.feeds.counts import Counts, miscounted
from ht_newsgen.checks.feeds.facts import Enclosure, Entry, Feed, rfc3339, text_of, texts_of
from ht_newsgen.checks.kinds import Finding
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ABSOLUTE_IRI = regex(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")

OF_FEED: Counts = {
    f"{ATOM}{name}": count
    for name, count in {
        "id": (1, 1),
        "title": (1, 1),
        "updated": (1, 1),
        "generator": (0, 1),
        "icon": (0, 1),
        "logo": (0, 1),
        "rights": (0, 1),
        "subtitle": (0, 1),
    }.items()
}
"""Section 4.1.1."""
OF_ENTRY: Counts = {
    f"{ATOM}{name}": count
    for name, count in {
        "id": (1, 1),
        "title": (1, 1),
        "updated": (1, 1),
        "content": (0, 1),
        "published": (0, 1),
        "rights": (0, 1),
        "source": (0, 1),
        "summary": (0, 1),
    }.items()
}
"""Section 4.1.2."""


def facts(root: ET.Element) -> Feed | None:
    """The feed in the document; None for one that is no Atom."""
    if root.tag != f"{ATOM}feed":
        return None
    links = [link.attrib for link in root.iterfind(f"{ATOM}link")]
    return Feed(
        title=text_of(root.find(f"{ATOM}title")),
        addresses=(
            *((f"the link `{link.get('rel', '')}`", link.get("href", "")) for link in links),
            *((f"the {name}", url) for name in ("icon", "logo")
              for url in texts_of(root, ATOM + name)),
        ),
        selves=tuple(link.get("href", "") for link in links if link.get("rel") == "self"),
        language=root.get(XML_LANG, ""),
        updated=tuple(rfc3339("updated", text) for text in texts_of(root, f"{ATOM}updated")),
        authors=texts_of(root, f"{ATOM}author/{ATOM}name"),
        entries=tuple(_entry(entry) for entry in root.iterfind(f"{ATOM}entry")),
    )  # fmt: skip


def _entry(entry: ET.Element) -> Entry:
    links = [link.attrib for link in entry.iterfind(f"{ATOM}link")]
    return Entry(
        id=text_of(entry.find(f"{ATOM}id")),
        title=text_of(entry.find(f"{ATOM}title")),
        addresses=tuple(
            (f"the link `{link.get('rel', 'alternate')}`", link.get("href", "")) for link in links
        ),
        published=tuple(rfc3339("published", text) for text in texts_of(entry, f"{ATOM}published")),
        updated=tuple(rfc3339("updated", text) for text in texts_of(entry, f"{ATOM}updated")),
        texts=texts_of(entry, f"{ATOM}content"),
        plain=(),
        enclosures=tuple(
            Enclosure(link.get("href", ""), link.get("type", ""), link.get("length", ""))
            for link in links
            if link.get("rel") == "enclosure"
        ),
        categories=tuple(
            (one.get("term", ""), one.get("scheme", ""))
            for one in entry.iterfind(f"{ATOM}category")
        ),
        authors=texts_of(entry, f"{ATOM}author/{ATOM}name"),
        language=entry.get(XML_LANG),
    )


def incomplete(root: ET.Element) -> Iterator[Finding]:
    """What is missing, empty or there too often; an author is needed somewhere (4.1.2)."""
    if root.tag != f"{ATOM}feed":
        yield Finding(say("this is not Atom: its root is `{tag}`", tag=root.tag))
        return
    yield from miscounted(root, OF_FEED, say("the feed"))
    authored = root.find(f"{ATOM}author") is not None
    for entry in root.iterfind(f"{ATOM}entry"):
        name = _entry(entry).name
        yield from miscounted(entry, OF_ENTRY, name)
        if not authored and entry.find(f"{ATOM}author") is None:
            yield Finding(say("{name} has no author, and neither has the feed", name=name))


def odd_parts(root: ET.Element) -> Iterator[Finding]:
    """What RFC 4287 asks of ids (4.2.6), texts (4.1.3) and links (4.1.1, 4.1.2)."""
    for element, name in (
        (root, say("the feed")),
        *((entry, _entry(entry).name) for entry in root.iterfind(f"{ATOM}entry")),
    ):
        for id_ in texts_of(element, f"{ATOM}id"):
            if not ABSOLUTE_IRI.fullmatch(id_):
                yield Finding(say("the id of {name}, `{id}`, is no URI", name=name, id=id_[:80]))
        for author in element.iterfind(f"{ATOM}author"):
            if not text_of(author.find(f"{ATOM}name")):
                yield Finding(say("an author of {name} has no name", name=name))
        for content in element.iterfind(f"{ATOM}content"):
            if content.get("type") != "html" or len(content):
                yield Finding(say("the text of {name} is not escaped HTML", name=name))
        yield from _odd_links(element, name)


def _odd_links(element: ET.Element, name: Sentence) -> Iterator[Finding]:
    seen = set()
    for link in element.iterfind(f"{ATOM}link"):
        kind = (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
        if kind[0] == "alternate" and kind in seen:
            yield Finding(
                say(
                    "{name} has two alternate links of one kind, {kind}",
                    name=name,
                    kind=kind[1] or "",
                )
            )
        seen.add(kind)
    alternate = any(kind[0] == "alternate" for kind in seen)
    if element.tag == f"{ATOM}entry" and element.find(f"{ATOM}content") is None and not alternate:
        yield Finding(say("{name} has neither a text nor a page", name=name))
