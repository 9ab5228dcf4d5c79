"""The HTML of entries: what a feed reader cannot follow, and what it must not run."""

from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

from ht_newsgen.kit.html import CANDIDATE, SCHEME
from ht_newsgen.kit.sentences import Sentence, say

ADDRESSES = frozenset(("href", "src", "poster", "cite", "data", "action", "longdesc"))
SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:")
DANGEROUS = frozenset(
    "applet base button embed form frame frameset iframe input link math meta object script select "
    "style svg textarea".split()
)
"""Elements that readers take out, since they load, run or ask for something."""


class _Addresses(HTMLParser):
    """Collects attributes that are addresses, and what is dangerous."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.dangers: list[Sentence] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DANGEROUS:
            self.dangers.append(say("the element `{tag}`", tag=tag))
        for name, value in attrs:
            text = (value or "").strip()
            if name in ADDRESSES:
                self.addresses.append(text)
            elif name == "srcset":
                self.addresses += (url for url, _ in CANDIDATE.findall(text))
            elif name.startswith("on") or name == "style":
                self.dangers.append(say("the attribute `{name}`", name=name))


@lru_cache(maxsize=1024)
def parsed(html: str) -> _Addresses:
    """All that rules look for in a text.

    Several rules look, and a text is in the feeds of its section, its topics and the site.
    """
    parser = _Addresses()
    parser.feed(html)
    parser.close()
    return parser


def relative_addresses(html: str) -> Iterator[str]:
    """The addresses in a text that name no scheme."""
    return (url for url in parsed(html).addresses if not SCHEME.match(url))


def dangers(html: str) -> Iterator[Sentence]:
    """The elements, attributes and addresses that a text from elsewhere should not have."""
    found = parsed(html)
    yield from found.dangers
    for url in found.addresses:
        if SCHEME.match(url) and not url.lower().startswith(SAFE_SCHEMES):
            yield say("an address of another kind, `{url}`", url=url[:40])
