"""Pages of every kind with made-up content, by name: what templates are tested and looked at with.

No page here comes from a file; the views are written by hand, each to show one thing that a
template must bear: long words, other scripts, nothing but a title, a body that is withheld.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.views import parts
from ht_newsgen.pages.views.article import (
    ArticleView,
    CorrectionLine,
    FigureView,
    StandingPageView,
    TombstoneView,
)
from ht_newsgen.pages.views.listing import (
    ArchiveMonth,
    ArchiveView,
    ArchiveYear,
    Column,
    FeedGroup,
    FeedsView,
    FrontView,
    ListingView,
    NotFoundView,
    RedirectView,
    TermsView,
)
from ht_newsgen.render.environment import make_environment
from ht_newsgen.render.html import render_html
from tests import example_newsletter as newsletter
from tests import example_parts as made
from tests.example_search import SEARCH

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"

FRONT = FrontView(
    frame=made.FRAME,
    head=made.head("Example Newsroom"),
    title="Example Newsroom",
    description="News and background on trafficking in human beings, collected by the Forum.",
    columns=(
        Column(
            section=made.link("flash/", "News Flash"),
            kind=SectionKind.FLASH,
            description="Short notes that point to reporting elsewhere.",
            cards=made.FLASHES,
            total=11426,
        ),
        Column(
            section=made.link("resource-center/", "European Resource Center"),
            kind=SectionKind.STORY,
            cards=made.STORIES,
            total=1,
        ),
        Column(
            section=made.link("newsletter/", "Newsletter Subscription"),
            kind=SectionKind.PAGE,
            body="newsletter",
        ),
    ),
    feeds=(made.link("rss.xml", "RSS"), made.link("atom.xml", "Atom")),
    translations=made.LANGUAGES,
)

SECTION = ListingView(
    frame=made.FRAME,
    head=made.head("European Resource Center", "resource-center/"),
    nav="resource-center",
    what="section",
    title="European Resource Center",
    description="Longer stories, and news of our own work.",
    total=45,
    cards=made.STORIES,
    pager=parts.Pager(number=0, older="/n/resource-center/page/2/"),
    years=(made.link("archive/2018/", "2018", 40), made.link("archive/2017/", "2017", 5)),
    feeds=made.feeds("resource-center/", "European Resource Center"),
)

STORY = ArticleView(
    frame=made.FRAME,
    head=replace(made.head("Parliament asks", "resource-center/2018/p/"), published=made.MONDAY),
    section=made.link("resource-center/", "European Resource Center"),
    kind="story",
    title="Parliament asks member states to protect people who were trafficked better than now",
    standfirst="The law for victims exists on paper more than in practice, the members find.",
    dateline="STRASBOURG",
    date=made.AFTERNOON,
    updated=made.day(2018, 3, 1),
    byline=(made.link("authors/forum/", "Forum"), parts.Link(href="", text="A Guest")),
    source=made.SOURCE,
    rights=Rights.OWN,
    content_notes=("This text is about sexual exploitation.", "It is about children."),
    corrections=(
        CorrectionLine(date=made.day(2018, 3, 1), text="The vote was on Thursday, not Friday."),
    ),
    figure=FigureView(
        picture=made.PICTURE,
        credit="Parliament",
        caption="Members vote again in autumn.",
        licence="CC BY 4.0",
    ),
    body="rich",
    topics=(made.link("topics/law/", "Law and policy", 12), made.link("topics/c/", made.LONG, 1)),
    countries=(made.link("countries/ba/", "", 3, "BA"), made.link("countries/eu/", "", 9, "EU")),
    earlier=(made.STORY, made.FOREIGN, made.PLAIN_LINE),
    translations=made.LANGUAGES,
)
FLASH = ArticleView(
    frame=made.FRAME,
    head=made.head("Ten cities", "flash/2018/ten-cities/"),
    section=made.link("flash/", "News Flash"),
    kind="flash",
    title="Ten cities open a common office for missing children",
    date=made.MONDAY,
    source=made.SOURCE,
    rights=Rights.EXCERPT,
    body="plain",
    read_more=made.SOURCE,
)
WITHHELD = replace(
    FLASH,
    title=f"{made.LONG}: {made.LONG}",
    source=made.PLACELESS,
    rights=Rights.UNVERIFIED,
    body="",
    excerpt="Only the first words of a long text may be shown here, and they end …",
    read_more=made.PLACELESS,
    flag="draft",
)
TITLE_ONLY = replace(FLASH, source=None, rights=Rights.OWN, body="", read_more=None)
FOREIGN = replace(
    STORY, language="ar", title="الوزراء يجتمعون", standfirst="في سراييفو", body="arabic"
)
ARABIC = replace(FOREIGN, frame=made.ARABIC_FRAME, language="", figure=None)
CYRILLIC = replace(
    FLASH,
    frame=made.SERBIAN_FRAME,
    title="Ђорђе, Његош и Џаџић: ћуприја, чаршија, жеравица, шума, љубав",
    body="cyrillic",
    rights=Rights.LICENSED,
    licence="CC BY-SA 4.0",
    licence_url="https://creativecommons.org/licenses/by-sa/4.0/",
)

ABOUT = StandingPageView(
    frame=made.FRAME,
    head=made.head("About", "about/"),
    nav="about",
    title="About this newsroom",
    standfirst="Who we are, what you find here, and how we choose and show it.",
    updated=made.MONDAY,
    body="rich",
)

YEARS = tuple(
    ArchiveYear(
        year=year,
        href=f"/n/archive/{year}/",
        count=42,
        months=tuple(
            ArchiveMonth(year=year, month=month, href=f"/n/archive/{year}/{month:02}/", count=month)
            for month in (12, 9, 2, 1)
        ),
    )
    for year in (2018, 2017)
)
ARCHIVE = ArchiveView(
    frame=made.FRAME, head=made.head("Archive", "archive/"), nav="archive", years=YEARS
)
TERMS = TermsView(
    frame=made.FRAME,
    head=made.head("Topics", "topics/"),
    nav="topics",
    what="topics",
    terms=(*STORY.topics, made.link("topics/work/", "Forced labour", 1204)),
)
FEEDS = FeedsView(
    frame=made.FRAME,
    head=made.head("Feeds", "feeds/"),
    groups=(
        FeedGroup(title="Example Newsroom", feeds=made.feeds("", "Example Newsroom")),
        FeedGroup(title="News Flash", feeds=made.feeds("flash/", "News Flash")),
    ),
    opml="/n/feeds.opml",
)

VIEWS: dict[str, tuple[PageKind, Struct]] = {
    "front": (PageKind.FRONT, FRONT),
    "front-empty": (PageKind.FRONT, replace(FRONT, columns=(), feeds=(), description="")),
    "front-arabic": (PageKind.FRONT, replace(FRONT, frame=made.ARABIC_FRAME)),
    "section": (PageKind.LISTING, SECTION),
    "section-closed": (
        PageKind.LISTING,
        replace(
            SECTION,
            total=0,
            years=(),
            feeds=(),
            pager=parts.Pager(number=2, older="/n/page/1/", newer="/n/page/3/"),
        ),
    ),
    "section-empty": (PageKind.LISTING, replace(SECTION, cards=(), total=0)),
    "country": (
        PageKind.LISTING,
        replace(SECTION, nav="countries", what="country", term="BA", title="", years=()),
    ),
    "month": (
        PageKind.LISTING,
        replace(
            SECTION,
            frame=made.SERBIAN_FRAME,
            nav="archive",
            what="month",
            term="2018-02",
            title="",
            up=made.link("archive/2018/", "2018"),
        ),
    ),
    "source": (
        PageKind.LISTING,
        replace(SECTION, nav="sources", what="source", url="https://times.example/", body="plain"),
    ),
    "topics": (PageKind.TERMS, TERMS),
    "countries": (PageKind.TERMS, replace(TERMS, what="countries", terms=STORY.countries)),
    "archive": (PageKind.ARCHIVE, ARCHIVE),
    "archive-year": (
        PageKind.ARCHIVE,
        replace(ARCHIVE, year=2018, years=YEARS[:1], older=made.link("archive/2017/", "2017")),
    ),
    "story": (PageKind.ARTICLE, STORY),
    "flash": (PageKind.ARTICLE, FLASH),
    "withheld": (PageKind.ARTICLE, WITHHELD),
    "title-only": (PageKind.ARTICLE, TITLE_ONLY),
    "foreign": (PageKind.ARTICLE, FOREIGN),
    "arabic": (PageKind.ARTICLE, ARABIC),
    "cyrillic": (PageKind.ARTICLE, CYRILLIC),
    "about": (PageKind.PAGE, ABOUT),
    **newsletter.VIEWS,
    "tombstone": (
        PageKind.TOMBSTONE,
        TombstoneView(
            frame=made.FRAME,
            head=replace(made.head("This item was withdrawn"), robots="noindex", canonical=""),
            section=made.link("flash/", "News Flash"),
        ),
    ),
    "feeds": (PageKind.FEEDS, FEEDS),
    "search": (PageKind.SEARCH, SEARCH),
    "search-empty": (PageKind.SEARCH, replace(SEARCH, editions=(), topics=(), years=())),
    "not-found": (
        PageKind.NOT_FOUND,
        NotFoundView(
            frame=made.FRAME,
            head=replace(made.head("This page is not here"), robots="noindex", canonical=""),
        ),
    ),
    "redirect": (
        PageKind.REDIRECT,
        RedirectView(href="/n/new/", absolute=f"{made.SITE}new/", language="en"),
    ),
}

EXAMPLES = {
    name: Page(path=f"{name}.html", kind=kind, view=view) for name, (kind, view) in VIEWS.items()
}
"""Every example as a planned page, by its name."""


def render_example(name: str) -> str:
    """The HTML of an example, by the project's own theme."""
    page = EXAMPLES[name]
    frame = getattr(page.view, "frame", made.FRAME)
    environment = make_environment([TEMPLATES], frame.locale)
    return render_html(page, environment, made.body).decode()
