"""Identities that never change: `tag:` URIs (RFC 4151) of feeds and their entries."""

from urllib.parse import quote

from ht_newsgen.kit.urls import host
from ht_newsgen.model.article import Article
from ht_newsgen.model.site import Site

SPECIFIC = "!$&'()*+,;=:@/?-._~"
"""What RFC 4151, section 2.1, lets stand in the specific part unescaped."""
UNDATED = 1970
"""The year in the identity of the feeds of a site that has no article."""


def entry_id(site: Site, article: Article) -> str:
    """`tag:example.org,2018:ID`: the date is that of `feeds.authority`, else the article's year.

    It holds no part of the permalink, so an article may move without becoming a new one.
    """
    return _tag(site, article.date.at.year, article.id)


def feed_id(site: Site, path: str) -> str:
    """The identity of the feeds that lie at `path`, dated by the oldest article of the site."""
    year = site.articles[-1].date.at.year if site.articles else UNDATED
    return _tag(site, year, f"feed/{path}")


def _tag(site: Site, year: int, specific: str) -> str:
    given = site.config.feeds.authority
    authority = given if "," in given else f"{given or _dns_name(site)},{year:04}"
    return f"tag:{authority}:{quote(specific, safe=SPECIFIC)}"


def _dns_name(site: Site) -> str:
    """RFC 4151 wants a DNS name: letters of other scripts in their ASCII form (RFC 3490)."""
    name = host(site.config.base_url)
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(name, safe="")
