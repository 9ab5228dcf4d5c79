"""Files for machines: sitemaps, robots.txt, security.txt, OPML, and what servers are told."""

from datetime import datetime

from msgspec import Struct

from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.config import AiChoices, Security, TextMining
from ht_newsgen.model.site import Redirect
from ht_newsgen.pages.views.listing import FeedGroup


class SitemapUrl(Struct, frozen=True, kw_only=True):
    """One page (sitemaps.org 0.9)."""

    url: str
    updated: datetime | None = None


class SitemapView(Struct, frozen=True, kw_only=True):
    """The pages of one year, or the standing ones."""

    urls: tuple[SitemapUrl, ...]


class SitemapIndexView(Struct, frozen=True, kw_only=True):
    """All sitemaps."""

    sitemaps: tuple[SitemapUrl, ...]


class NewsUrl(Struct, frozen=True, kw_only=True):
    """One of our own articles of the last two days (Google News sitemap 0.9)."""

    url: str
    title: str
    language: str
    """ISO 639, two or three letters."""
    published: datetime


class NewsSitemapView(Struct, frozen=True, kw_only=True):
    """At most a thousand of them; may be empty."""

    publication: str
    urls: tuple[NewsUrl, ...]


class RobotsView(Struct, frozen=True, kw_only=True):
    """robots.txt (RFC 9309)."""

    ai: AiChoices
    sitemaps: tuple[str, ...]
    """Absolute."""


class SecurityView(Struct, frozen=True, kw_only=True):
    """security.txt (RFC 9116)."""

    security: Security
    expires: datetime
    canonical: str
    languages: tuple[str, ...]


class TextMiningView(Struct, frozen=True, kw_only=True):
    """`tdmrep.json` (TDM Reservation Protocol)."""

    location: str
    """The path of the site on its host; it stands for all that lies below."""
    policy: str = ""


class AppIcon(Struct, frozen=True, kw_only=True):
    """An icon for where the site stands among programs."""

    href: str
    sizes: str
    media_type: str
    purpose: str = ""
    """`maskable` for one whose corners may be cut."""


class WebManifestView(Struct, frozen=True, kw_only=True):
    """`site.webmanifest` (W3C Web Application Manifest)."""

    name: str
    short_name: str
    description: str
    language: str
    direction: str
    start: str
    """Href of the front page; also the scope, and the identity."""
    icons: tuple[AppIcon, ...]


class HeadersView(Struct, frozen=True, kw_only=True):
    """`_headers`, for the hosts that read it."""

    base_path: str
    content_security_policy: str
    text_mining: TextMining = TextMining(reserved=False)
    search_policy: str = ""
    """Of the search pages, and of the program that searches."""
    search_paths: tuple[str, ...] = ()
    """Folders where it holds in place of the other: `search/`, `bs/search/`."""


class RedirectsView(Struct, frozen=True, kw_only=True):
    """`_redirects`, for the hosts that read it."""

    base_path: str
    redirects: tuple[Redirect, ...]


class GoneView(Struct, frozen=True, kw_only=True):
    """`gone.txt`: one withdrawn path a line."""

    paths: tuple[str, ...]
    """Each beginning with `/`, as a server sees it."""


class OpmlView(Struct, frozen=True, kw_only=True):
    """OPML 2.0, to take all feeds along."""

    title: str
    groups: tuple[FeedGroup, ...]


class AssetView(Struct, frozen=True, kw_only=True):
    """A static file, copied as it is."""

    name: str
    digest: str


class SocialCardView(Struct, frozen=True, kw_only=True):
    """A card that stands for a page in previews on other sites."""

    title: str
    """Of the item, the section or the site."""
    label: str = ""
    """What the title belongs to, above it."""
    publisher: str = ""
    """The site, or who publishes it, below."""
    language: str
    """BCP 47, of the title."""
    direction: str
    """`ltr` or `rtl`."""


class RenditionView(Struct, frozen=True, kw_only=True):
    """One file of a picture, encoded anew without metadata; it is named before it is made."""

    origin: str
    """The picture's file in the site."""
    digest: str
    """Of the bytes of that file."""
    kind: PictureKind
    format: str
    """Pillow's name for it: `AVIF`, `WEBP`, `JPEG` or `PNG`."""
    width: int
    height: int
