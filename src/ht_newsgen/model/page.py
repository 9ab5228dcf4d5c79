"""One file of the site to be: where it goes, what kind it is, and all that is shown on it."""

from enum import StrEnum

from msgspec import Struct

from ht_newsgen.kit.problems import Place


class PageKind(StrEnum):
    """What a planned file is; each kind has one template or one renderer."""

    FRONT = "front"
    LISTING = "listing"
    """A section, topic, country, source, author or month, or an older page of one."""
    TERMS = "terms"
    """An index of topics, countries, sources or authors."""
    ARCHIVE = "archive"
    """A year, or all years."""
    ARTICLE = "article"
    PAGE = "page"
    EDITION = "edition"
    """An edition of the newsletter."""
    TOMBSTONE = "tombstone"
    """A withdrawn item."""
    REDIRECT = "redirect"
    FEEDS = "feeds"
    """The page that explains and lists the feeds."""
    HELP = "help"
    """All numbers to call."""
    SEARCH = "search"
    SEARCH_VOLUME = "search_volume"
    """A part of the search index: many files; the planned one tells a browser where the others
    are."""
    NOT_FOUND = "not_found"
    SPECIMEN = "specimen"
    """Every component with examples, for whoever changes the theme."""
    RSS = "rss"
    ATOM = "atom"
    JSON_FEED = "json_feed"
    OPML = "opml"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap_index"
    NEWS_SITEMAP = "news_sitemap"
    ROBOTS = "robots"
    SECURITY = "security"
    TDMREP = "tdmrep"
    """The reservation of text and data mining."""
    WEB_MANIFEST = "web_manifest"
    HEADERS = "headers"
    REDIRECTS = "redirects"
    GONE = "gone"
    """The list of withdrawn paths, for servers that can answer 410."""
    ASSET = "asset"
    PICTURE = "picture"
    """One file of a picture of an item."""
    SOCIAL_CARD = "social_card"


class Page(Struct, frozen=True, kw_only=True):
    """A planned output."""

    path: str
    """Of the file, relative to the output folder: `flash/2018/raids/index.html`."""
    kind: PageKind
    view: Struct
    """All that the renderer of this kind gets; hashing it is knowing the page's dependencies."""
    claimant: Place | None = None
    """Where a file of the site asks for this path, when one does; told when two claim the same."""
