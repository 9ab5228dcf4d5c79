"""Identities that never change: `tag:` URIs (RFC 4151) of feeds and their entries."""

from urllib.parse import quote

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.urls import absolute, host
from ht_newsgen.model.article import Article
from ht_newsgen.model.site import Site

_YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
SPECIFIC = "!$&'()*+,;=:@/?-._~"
"""What RFC 4151, section 2.1, lets stand in the specific part unescaped."""


def entry_id(site: Site, article: Article) -> str:
    """`tag:example.org,2018:ID`: the date is that of `feeds.authority`, else a year.

    It holds no part of the permalink, so an article may move without becoming a new one. The year
    is the one in the id, if there is one; so a date may be mended, too.
    """
    year = _YEAR.search(article.id)
    return _tag(site, int(year[0]) if year else article.date.at.year, article.id)


def feed_id(site: Site, path: str) -> str:
    """The identity of the feeds that lie at `path`: a `tag:` URI if `feeds.authority` dates it.

    No date in the content could: an older article might come in. Without an authority the address
    of the page that the feed accompanies identifies it, as RFC 4287, section 4.2.6, allows.
    """
    if "," in site.config.feeds.authority:
        return _tag(site, 0, f"feed/{path}")
    return absolute(site.config.base_url, path)


def _tag(site: Site, year: int, specific: str) -> str:
    given = site.config.feeds.authority
    authority = given if "," in given else f"{given or _dns_name(site)},{year:04}"
    return f"tag:{authority}:{quote(specific, safe=SPECIFIC)}"


def _dns_name(site: Site) -> str:
    """RFC 4151 wants a DNS name: letters of other scripts in their ASCII form (RFC 3490)."""
    name = host(site.config.base_url)
    if name.isascii():
        return name  # nearly always; to load the codec takes longer than to make a feed
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(name, safe="")
