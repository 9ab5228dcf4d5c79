"""A clipping: what is known of a page elsewhere, for the front matter of an item about it."""

import re
from urllib.parse import urldefrag, urljoin

from msgspec import Struct

from ht_newsgen.kit.dates import parse_date
from ht_newsgen.kit.html import text_of
from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.sentences import Sentence, say
from ht_newsgen.kit.text import clean, one_line
from ht_newsgen.kit.tracking import without_tracking
from ht_newsgen.kit.urls import host, is_http_url
from ht_newsgen.reading.clippings.charsets import decode_page
from ht_newsgen.reading.clippings.heads import Head, read_head
from ht_newsgen.reading.clippings.json_ld import Described, described
from ht_newsgen.reading.languages import canonical_language

LONGEST = 300
"""Characters of a title or a name; what is longer is a text."""
MOST_AUTHORS = 5
DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published",
    "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "publication_date", "pubdate", "publishdate",
    "date",
)  # fmt: skip
"""In the order in which they are believed."""
AUTHORS = ("author", "article:author", "dcterms.creator", "dc.creator", "byl", "parsely-author")
NAMES = ("og:site_name", "application-name", "dcterms.publisher", "dc.publisher")
LANGUAGES = ("og:locale", "content-language", "inlanguage", "dc.language")
SEPARATORS = regex(r"\s+[|–—·•»-]+\s+|\s*(?:::|\|)\s*")
"""Between a headline and the name of the site, in a `<title>`."""
SAVED_FROM = regex(r"<!-- saved from url=\([0-9]+\)(https?://[^\s>]+) -->")
"""How browsers write where a page was saved from."""
BY = regex(r"^(?:by|von|par|od|de|di|napisa[ol]a?|piše|autor):?\s+", re.IGNORECASE)


class Clipping(Struct, frozen=True, kw_only=True):
    """What a page says of itself; what it does not say is empty. Texts stand on one line."""

    title: str = ""
    publication: str = ""
    url: str = ""
    """Its canonical address, without tracking."""
    published: str = ""
    """The day, in ISO 8601, by the page's own clock."""
    author: str = ""
    language: str = ""
    """BCP 47."""
    remarks: tuple[Sentence, ...] = ()
    """What is odd about it, and what a person should look at."""


def read_clipping(data: bytes, *, at: str = "", content_type: str = "") -> Clipping:
    """What the page in these bytes says of itself; `at` is the address it came from, if known."""
    text = decode_page(data, content_type)
    saved = SAVED_FROM.search(text)
    at = at or (saved[1] if saved else "")
    head = read_head(text)
    if not head.is_page or not _may_be_html(content_type):
        remark = say("this is no web page, so it tells neither a title nor a date")
        return Clipping(url=clean_address(at), remarks=(remark,))
    article, broken = described(head.json_ld)
    told = article or Described()
    publication = _plain(head.first("og:site_name")) or _plain(told.publisher)
    publication = publication or _plain(head.first(*NAMES))
    url = canonical_address(head, told, at)
    clipping = Clipping(
        title=_title(head, told, publication, url),
        publication=publication or host(url).removeprefix("www."),
        url=url,
        published=_day(told.published, *(head.first(name) for name in DATES)),
        author=_author(head, told, publication),
        language=_language(head, told),
    )
    return _with_remarks(clipping, unreadable=broken and article is None)


def canonical_address(head: Head, told: Described, at: str) -> str:
    """The address that a page calls its own, else where it was found; without tracking.

    A page that calls the front page of its site its own is not believed.
    """
    for named in (head.canonical, head.first("og:url"), told.url):
        address = clean_address(_joined(at, named)) if named else ""
        if address and (not _is_front(address) or _is_front(at or address)):
            return address
    return clean_address(at)


def clean_address(url: str) -> str:
    """The address without tracking and without a place in the page; empty if it is none."""
    url = urldefrag(without_tracking(url.strip()))[0] if url else ""
    return url if is_http_url(url) else ""


def _may_be_html(content_type: str) -> bool:
    media_type = content_type.partition(";")[0].strip().lower()
    return media_type in ("", "text/html", "application/xhtml+xml", "text/plain", "application/xml")


def _joined(at: str, named: str) -> str:
    try:
        return urljoin(at, named)
    except ValueError:
        return ""


def _is_front(url: str) -> bool:
    return url.partition("://")[2].partition("/")[2].strip("/") == ""


def _title(head: Head, told: Described, publication: str, url: str) -> str:
    """The headline, without the name of the site behind it.

    JSON-LD has the headline itself; what is shared (Open Graph) may be put more loudly.
    """
    headline = _plain(told.headline)
    if headline.endswith(("…", "...")):
        headline = ""
    for title in (headline, head.first("og:title"), head.first("twitter:title"), head.title):
        plain = without_site_name(_plain(title), publication, url)
        if plain:
            return plain
    return ""


def without_site_name(title: str, publication: str, url: str) -> str:
    """`Raids in two countries | The Post` without what stands for the site at its end."""
    site = host(url).removeprefix("www.")
    names = {_folded(publication), _folded(site), _folded(site.partition(".")[0])} - {""}
    while True:
        cuts = list(SEPARATORS.finditer(title))
        if not cuts or _folded(title[cuts[-1].end() :]) not in names:
            return title
        title = title[: cuts[-1].start()].rstrip()


def _author(head: Head, told: Described, publication: str) -> str:
    """Who wrote it: people and agencies, not the publication itself, and no addresses."""
    named = list(told.authors)
    if not named:
        named = [value for key in AUTHORS for value in head.named.get(key, ())]
    authors: dict[str, None] = {}
    for name in named:
        plain = BY.sub("", _plain(name))
        if plain and "://" not in plain and not plain.startswith("@"):
            authors.setdefault(plain)
    authors.pop(publication, None)
    return ", ".join(list(authors)[:MOST_AUTHORS])


def _language(head: Head, told: Described) -> str:
    for text in (head.language, told.language, head.first(*LANGUAGES)):
        tag = canonical_language(text)
        if tag:
            # `en-GB` says where its readers are; the item is about what they can read.
            language, *more = tag.split("-")
            return "-".join([language, *(part for part in more if len(part) == 4)])
    return ""


def _day(*texts: str) -> str:
    for text in texts:
        found = parse_date(_plain(text)) if text else None
        if found is not None:
            return found[0].date().isoformat()
    return ""


def _plain(text: str) -> str:
    """On one line, without the HTML and the entities that some put into a plain text."""
    text = text[: LONGEST * 4]
    if "<" in text or "&" in text:
        text = text_of(text)
    text = one_line(clean(text.replace("\ufffd", "")))
    return text if len(text) <= LONGEST else ""


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _with_remarks(clipping: Clipping, *, unreadable: bool) -> Clipping:
    remarks = []
    if unreadable:
        remarks.append(say("what the page says in JSON-LD is broken and was passed over"))
    if not clipping.title:
        remarks.append(say("the page names no title"))
    if not clipping.published:
        remarks.append(say("the page does not say when it was published"))
    if not clipping.url:
        remarks.append(say("the page does not say where it stands on the web"))
    return Clipping(
        title=clipping.title,
        publication=clipping.publication,
        url=clipping.url,
        published=clipping.published,
        author=clipping.author,
        language=clipping.language,
        remarks=tuple(remarks),
    )
