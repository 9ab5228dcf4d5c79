"""Pages of every kind with made-up content, by name: what templates are tested and looked at with.

No page here comes from a file; the views are written by hand, so that each shows one thing a
template must bear: long words, other scripts, nothing but a title, a body that is withheld.
The tests try every law of the theme on them, and `/_specimen/` shows them to whoever changes it.
"""

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.model.page import PageKind
from ht_newsgen.pages.specimen import newsletter
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.articles import (
    ABOUT,
    ARABIC,
    CYRILLIC,
    FLASH,
    FOREIGN,
    STORY,
    TITLE_ONLY,
    TOMBSTONE,
    WITHHELD,
)
from ht_newsgen.pages.specimen.components import SPECIMEN
from ht_newsgen.pages.specimen.help import HELP
from ht_newsgen.pages.specimen.lists import ARCHIVE, FEEDS, FRONT, SECTION, TERMS, YEARS
from ht_newsgen.pages.specimen.search import SEARCH
from ht_newsgen.pages.views import parts
from ht_newsgen.pages.views.listing import CardGroup, NotFoundView, RedirectView

VIEWS: dict[str, tuple[PageKind, Struct]] = {
    "help": (PageKind.HELP, HELP),
    "front": (PageKind.FRONT, FRONT),
    "front-empty": (
        PageKind.FRONT,
        replace(FRONT, lead=None, columns=(), feeds=(), description=""),
    ),
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
    "section-empty": (PageKind.LISTING, replace(SECTION, groups=(), total=0, years=())),
    "country": (
        PageKind.LISTING,
        replace(
            SECTION,
            nav="countries",
            what="country",
            term="BA",
            title="",
            together=(made.link("topics/law/", "Law and policy", 12),),
        ),
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
            groups=(CardGroup(cards=made.STORIES),),
            years=(),
            before=made.link("archive/2018/01/", "јануар 2018."),
            after=made.link("archive/2018/05/", "мај 2018."),
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
        replace(
            ARCHIVE,
            year=2018,
            up=made.link("archive/", "Archive"),
            total=42,
            years=YEARS[:1],
            older=made.link("archive/2017/", "2017"),
        ),
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
    "tombstone": (PageKind.TOMBSTONE, TOMBSTONE),
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
    "specimen": (PageKind.SPECIMEN, SPECIMEN),
    "redirect": (
        PageKind.REDIRECT,
        RedirectView(href="/n/new/", absolute=f"{made.SITE}new/", language="en"),
    ),
}
"""Kind and view of every example, by its name."""
