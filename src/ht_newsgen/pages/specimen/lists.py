"""The front page and the pages that list."""

from ht_newsgen.model.config import SectionKind
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.articles import STORY
from ht_newsgen.pages.views import parts
from ht_newsgen.pages.views.listing import (
    ArchiveMonth,
    ArchiveView,
    ArchiveYear,
    CardGroup,
    Column,
    FeedGroup,
    FeedsView,
    FrontView,
    Lead,
    ListingView,
    TermsView,
)

FRONT = FrontView(
    frame=made.FRAME,
    head=made.head("Example Newsroom"),
    title="Example Newsroom",
    description="News and background on trafficking in human beings, collected by the Forum.",
    lead=Lead(section=made.link("resource-center/", "European Resource Center"), card=made.STORY),
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
            cards=made.STORIES[1:],
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
    groups=(
        CardGroup(cards=made.STORIES[-1:]),
        CardGroup(year=2018, cards=made.STORIES[:3]),
        CardGroup(year=2017, cards=made.STORIES[3:]),
    ),
    pager=parts.Pager(number=0, older="/n/resource-center/page/2/"),
    years=(
        made.link("resource-center/#site--2018", "2018", 40),
        made.link("resource-center/page/1/#site--2017", "2017", 5),
    ),
    feeds=made.feeds("resource-center/", "European Resource Center"),
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
    description="What the articles are about, with how many there are of each.",
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
