"""Items and standing pages, each with one thing that a template must bear."""

from msgspec.structs import replace

from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.taxonomy import Rights
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.specimen.texts import LONG
from ht_newsgen.pages.views import parts
from ht_newsgen.pages.views.article import (
    ArticleView,
    CorrectionLine,
    FigureView,
    StandingPageView,
    TombstoneView,
)

STORY = ArticleView(
    frame=made.FRAME,
    head=replace(made.head("Parliament asks", "resource-center/2018/p/"), published=made.MONDAY),
    section=made.link("resource-center/", "European Resource Center"),
    kind=SectionKind.STORY,
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
    topics=(made.link("topics/law/", "Law and policy", 12), made.link("topics/c/", LONG, 1)),
    countries=(made.link("countries/ba/", "", 3, "BA"), made.link("countries/eu/", "", 9, "EU")),
    earlier=(made.STORY, made.FOREIGN, made.PLAIN_LINE),
    translations=made.LANGUAGES,
)
FLASH = ArticleView(
    frame=made.FRAME,
    head=made.head("Ten cities", "flash/2018/ten-cities/"),
    section=made.link("flash/", "News Flash"),
    kind=SectionKind.FLASH,
    title="Ten cities open a common office for missing children",
    date=made.MONDAY,
    source=made.SOURCE,
    rights=Rights.EXCERPT,
    body="plain",
    read_more=made.SOURCE,
)
WITHHELD = replace(
    FLASH,
    title=f"{LONG}: {LONG}",
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
TOMBSTONE = TombstoneView(
    frame=made.FRAME,
    head=replace(made.head("This item was withdrawn"), robots="noindex", canonical=""),
    section=made.link("flash/", "News Flash"),
)
