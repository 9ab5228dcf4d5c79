"""The configuration of a site: `newsgen.yaml`, key by key (see `docs/configuration.md`)."""

from enum import StrEnum

from msgspec import Struct, field

from ht_newsgen.model.feed_settings import FeedSettings
from ht_newsgen.model.people import Organisation
from ht_newsgen.model.taxonomy import Localised


class SectionKind(StrEnum):
    """What the items of a section are."""

    FLASH = "flash"
    """Short items that point to reporting elsewhere."""
    STORY = "story"
    """Longer texts."""
    PAGE = "page"
    """Standing pages, in no list and no feed."""
    NEWSLETTER = "newsletter"
    """Editions of a newsletter; its front text offers the ways to subscribe."""


LISTED = frozenset((SectionKind.FLASH, SectionKind.STORY))
"""The kinds whose items are articles, in lists and feeds."""


class Section(Struct, frozen=True, kw_only=True):
    """One top folder of `content/`, declared."""

    id: str
    """The folder's name."""
    title: Localised
    kind: SectionKind
    description: Localised = {}
    permalink: str
    """A pattern of `{section} {year} {month} {day} {slug} {id}`, beginning and ending with `/`."""
    feed: bool = True
    front_page: int = 0
    """How many items the front page shows; not 0 shows the front text of what lists none."""
    quick_exit: bool = True
    """False for pages that nobody has to leave in a hurry, such as those for the press."""
    trusted_html: bool = False
    """True lets the HTML of its items through unsanitised."""


class Choice(StrEnum):
    """What a kind of bot is told in `robots.txt`."""

    ALLOW = "allow"
    DENY = "deny"


class AiChoices(Struct, frozen=True, kw_only=True):
    """`ai:` what machines that read for a model may fetch (RFC 9309)."""

    train: Choice = Choice.DENY
    search: Choice = Choice.ALLOW
    user: Choice = Choice.ALLOW


class Security(Struct, frozen=True, kw_only=True):
    """`security:` the fields of `/.well-known/security.txt` (RFC 9116)."""

    contact: str
    """A `mailto:`, `tel:` or `https:` URI."""
    policy: str = ""


class Level(StrEnum):
    """How much a rule of `check` weighs on this site."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


class TextMining(Struct, frozen=True, kw_only=True):
    """`text_mining:` whether mining of the site's texts is reserved (TDM Reservation Protocol)."""

    reserved: bool = True
    policy: str = ""
    """Address of the conditions under which it is licensed."""


class RuleLevel(Struct, frozen=True, kw_only=True):
    """One line of `checks:`."""

    pattern: str
    """The id of a rule, or `FAMILY/*`."""
    level: Level
    line: int = 0
    column: int = 0


class SocialCards(StrEnum):
    """`social_cards:` for what there is a picture that other sites show with a link."""

    NONE = "none"
    SECTIONS = "sections"
    """The site and each section; an item shows its section's."""
    ITEMS = "items"
    """Each item that has no picture of its own, too."""


class Config(Struct, frozen=True, kw_only=True):
    """All of `newsgen.yaml`; only `base_url` has no default."""

    base_url: str
    """Absolute, with a `/` at its end: `https://example.org/newsroom/`."""
    title: Localised
    description: Localised = {}
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    """All of the site's languages, the default one first."""
    timezone: str = "UTC"
    """A name of the IANA time zone database."""
    country: str = ""
    """ISO 3166-1 alpha-2: the country whose helplines stand first; empty when none does."""
    organisation: Organisation
    sections: tuple[Section, ...]
    page_size: int = 20
    excerpt_limit: int = 200
    """Characters of somebody else's text that may be shown (EU directive 2019/790, article 15)."""
    search: bool = True
    """Whether the site has a search page and an index for it."""
    exit_url: Localised = field(default_factory=lambda: {"": "https://www.wikipedia.org/"})
    """Where the quick exit leads, in one or several languages."""
    feeds: FeedSettings = FeedSettings()
    social_cards: SocialCards = SocialCards.SECTIONS
    ai: AiChoices = AiChoices()
    text_mining: TextMining = TextMining(reserved=False)
    security: Security | None = None
    checks: tuple[RuleLevel, ...] = ()
