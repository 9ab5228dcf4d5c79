"""The parts that views share: links, cards, the frame around a page and its head.

Every `href` is ready for an attribute: percent-encoded, and prefixed with the path of the site's
`base_url`. Dates stay `Moment`s, since the template's filters know the language.
"""

from datetime import date

from msgspec import Struct

from ht_newsgen.model.config import SectionKind, TextMining
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.locale import Locale


class Link(Struct, frozen=True, kw_only=True):
    """A link with its text."""

    href: str
    text: str
    id: str = ""
    """What it stands for, such as a section's id, so that a page can mark its own place."""
    count: int = 0
    """How many articles are behind it, where that is shown."""
    language: str = ""
    """BCP 47, where it leads to a page in another language and its text is in that one."""


class LanguageLink(Struct, frozen=True, kw_only=True):
    """The same page in another language."""

    href: str
    absolute: str
    language: str
    name: str
    """Of the language, in itself."""


class SourceLink(Struct, frozen=True, kw_only=True):
    """Where something was reported first."""

    name: str
    url: str = ""
    """Of the report; empty when it is not known."""
    about: str = ""
    """Href of our page of everything from this source."""
    title: str = ""
    """Text of "Read more: TITLE"."""
    author: str = ""
    language: str = ""
    """BCP 47; empty when it is the language of the page, or not known."""
    published: Moment | None = None
    archived: str = ""


class PictureSource(Struct, frozen=True, kw_only=True):
    """A picture in one format, for browsers that know it."""

    media_type: str
    srcset: str
    """Hrefs with their widths (HTML, section 4.8.4.2.1)."""


class PictureView(Struct, frozen=True, kw_only=True):
    """A picture in a page, in all its renditions; how wide it is shown is the theme's business."""

    src: str
    """Href of the smallest that everything understands."""
    srcset: str = ""
    """All that everything understands, if there are several."""
    sources: tuple[PictureSource, ...]
    """The better formats, best first."""
    width: int
    """In pixels, of the largest; with the height, so that nothing moves when it has come."""
    height: int
    alt: str
    """Empty for a picture that tells nothing."""
    title: str = ""


class Card(Struct, frozen=True, kw_only=True, cache_hash=True):
    """An article as it appears in a listing."""

    id: str
    kind: SectionKind
    title: str
    href: str = ""
    """Empty for an article of which there is only a title: it is a plain line."""
    language: str = ""
    """BCP 47, when it is not the language of the page."""
    date: Moment
    dateline: str = ""
    standfirst: str = ""
    excerpt: str = ""
    """Empty when it would only repeat the standfirst."""
    source: str = ""
    """Name of the source, if it is not our own."""
    read_more: SourceLink | None = None
    """Only for an item that may show no more than an excerpt."""
    content_notes: tuple[str, ...] = ()
    flag: str = ""
    """`draft` or `future`, in a preview."""


class HelplineLine(Struct, frozen=True, kw_only=True):
    """A number to call."""

    country: str
    """ISO 3166-1 alpha-2, or `EU`."""
    name: str
    phone: str
    tel: str
    """Href: `tel:116000`."""
    languages: tuple[str, ...] = ()
    """That are spoken there, BCP 47."""
    hours: str
    free: bool
    serves: tuple[str, ...]
    """`trafficking`, `child`, `missing_child`, `emergency`."""
    verified_on: date
    source: str


class FeedRef(Struct, frozen=True, kw_only=True):
    """A feed, for autodiscovery and for lists of feeds."""

    title: str
    name: str
    """Of its format: `RSS`, `Atom` or `JSON Feed`."""
    media_type: str
    """`application/rss+xml`, `application/atom+xml` or `application/feed+json`."""
    href: str
    absolute: str


class Frame(Struct, frozen=True, kw_only=True, cache_hash=True):
    """What surrounds every page of one language."""

    site_title: str
    organisation: str
    organisation_url: str
    locale: Locale
    catalogue: str = ""
    """Digest of the theme's words in this language, which the templates say; "" in English."""
    home: str
    """Href of the front page in this language."""
    languages: tuple[LanguageLink, ...] = ()
    """The front pages in the site's other languages, for pages that are in one language alone."""
    stylesheets: tuple[str, ...]
    icon: str
    """Href; empty when the theme has none."""
    touch_icon: str = ""
    """Href of the icon on the home screens of Apple's devices; empty when the theme has none."""
    manifest: str = ""
    """Href of the web app manifest."""
    text_mining: TextMining = TextMining(reserved=False)
    navigation: tuple[Link, ...]
    """The sections that are listed, and the newsletter."""
    finding: tuple[Link, ...]
    """Topics, countries, sources, archive: the ways to find things."""
    pages: tuple[Link, ...]
    """About, safety, privacy and the other standing pages, for the foot of the page."""
    search: str = ""
    """Href of the search page; empty when the site has none."""
    feeds_page: str
    """Href of the page that lists the feeds."""
    helplines: tuple[HelplineLine, ...]
    """The nearest ones."""
    help_page: str = ""
    """Href of the page of all of them; empty when there are none."""
    exit_url: str
    """Where the quick exit leads; empty on pages without one."""
    exit_script: str = ""
    """Href; empty when the theme has none: the exit is a link all the same."""
    safety: str = ""
    """Href of the page that says what the exit cannot do; empty when the site has none."""
    content_security_policy: str


class PreviewImage(Struct, frozen=True, kw_only=True):
    """The picture that other sites show when they preview a page (Open Graph, `og:image`)."""

    url: str
    """Absolute."""
    width: int
    height: int
    alt: str


class Head(Struct, frozen=True, kw_only=True):
    """What a page says of itself in `<head>`."""

    title: str
    """Of the page alone; the frame adds the site's."""
    description: str = ""
    canonical: str = ""
    """Absolute; empty on pages that stand for no address, such as 404."""
    robots: str = ""
    """`noindex` and the like; empty is "index, follow"."""
    alternates: tuple[LanguageLink, ...] = ()
    """All languages of this page, its own included, if there is more than one (hreflang)."""
    feeds: tuple[FeedRef, ...] = ()
    """The site's and the page's own."""
    og_type: str = "website"
    published: Moment | None = None
    updated: Moment | None = None
    section: str = ""
    """Of an article: the title of its section."""
    topics: tuple[str, ...] = ()
    image: PreviewImage | None = None
    """What a preview of the page shows elsewhere."""
    content_security_policy: str = ""
    """In place of the frame's, on a page that needs to be allowed more."""
    profiles: tuple[str, ...] = ()
    """Accounts of the publisher elsewhere, on the page that vouches for them (`rel="me"`)."""
    creator: str = ""
    """The account of who wrote the page, or published it, for previews in the fediverse."""
    json_ld: str = ""
    """A JSON object, safe inside `<script type="application/ld+json">`."""


class Pager(Struct, frozen=True, kw_only=True):
    """The neighbours of a listing's page; pages are numbered from the oldest."""

    number: int
    """0 for the newest page, which has no number."""
    older: str = ""
    newer: str = ""
