"""The parts that the examples are made of: texts, links, cards, a frame."""

from datetime import UTC, date, datetime, timedelta, timezone

from msgspec.structs import replace

from ht_newsgen.model.config import SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.locale import Locale
from ht_newsgen.pages.specimen.texts import LONG
from ht_newsgen.pages.views import parts

BASE = "/n/"
"""Where the examples live on their host."""
SITE = f"https://newsroom.example{BASE}"
ICON = f"{BASE}favicon.svg"
STYLESHEET = "/n/assets/site.css"
SCRIPT = "/n/assets/exit.js"

ENGLISH = Locale(tag="en", prefix="", direction="ltr", name="English")
ARABIC = Locale(tag="ar", prefix="ar/", direction="rtl", name="العربية")
SERBIAN = Locale(tag="sr-Cyrl", prefix="sr-Cyrl/", direction="ltr", name="српски (ћирилица)")


def day(year: int, month: int, number: int) -> Moment:
    """A day without a time."""
    return Moment(at=datetime(year, month, number, tzinfo=UTC), day_only=True)


MONDAY = day(2018, 2, 19)
AFTERNOON = Moment(at=datetime(2018, 2, 20, 16, 30, tzinfo=timezone(timedelta(hours=1))))


def link(path: str, text: str, count: int = 0, name: str = "") -> parts.Link:
    """A link into the site, whose id is the last part of its path."""
    return parts.Link(href=f"/n/{path}", text=text, id=name or path.strip("/"), count=count)


def feeds(path: str, title: str) -> tuple[parts.FeedRef, ...]:
    """The three formats of a feed."""
    formats = (
        ("RSS", "application/rss+xml", "rss.xml"),
        ("Atom", "application/atom+xml", "atom.xml"),
        ("JSON Feed", "application/feed+json", "feed.json"),
    )
    return tuple(
        parts.FeedRef(
            title=title,
            name=name,
            media_type=kind,
            href=f"/n/{path}{file}",
            absolute=f"{SITE}{path}{file}",
        )
        for name, kind, file in formats
    )


HELPLINES = (
    parts.HelplineLine(
        country="EU",
        name="Emergency (police, ambulance, fire service)",
        phone="112",
        tel="tel:112",
        hours="around the clock",
        free=True,
        serves=("emergency",),
        verified_on=date(2018, 1, 2),
        source="https://example.org/112",
    ),
    parts.HelplineLine(
        country="EU",
        name="Hotline for missing children",
        phone="116 000",
        tel="tel:116000",
        hours="around the clock in most countries",
        free=True,
        serves=("missing_child",),
        verified_on=date(2018, 1, 2),
        source="https://example.org/116000",
    ),
)

FRAME = parts.Frame(
    site_title="Example Newsroom",
    organisation="Forum for Examples",
    organisation_url="https://example.org/",
    locale=ENGLISH,
    home="/n/",
    stylesheets=(STYLESHEET,),
    icon="/n/favicon.svg",
    navigation=(
        link("flash/", "News Flash"),
        link("resource-center/", "European Resource Center"),
        link("newsletter/", "Newsletter Subscription"),
    ),
    finding=(
        link("topics/", "Topics"),
        link("countries/", "Countries"),
        link("sources/", "Sources"),
        link("archive/", "Archive"),
    ),
    pages=(
        link("about/", "About this newsroom"),
        link("safety/", "Your safety on this site"),
        link("privacy/", "Privacy"),
        link("accessibility/", "Accessibility"),
        link("corrections/", "Corrections and withdrawals"),
        link("contact/", "Contact"),
    ),
    search="/n/search/",
    feeds_page="/n/feeds/",
    helplines=HELPLINES,
    help_page="/n/get-help/",
    exit_url="https://www.wikipedia.org/",
    exit_script=SCRIPT,
    safety="/n/safety/",
    content_security_policy=(
        "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'"
    ),
)
ARABIC_FRAME = replace(FRAME, locale=ARABIC, home="/n/ar/", site_title="غرفة الأخبار")
SERBIAN_FRAME = replace(
    FRAME, locale=SERBIAN, home="/n/sr-Cyrl/", site_title="Редакција за примјере"
)
LANGUAGES = (
    parts.LanguageLink(href="/n/bs/", absolute=f"{SITE}bs/", language="bs", name="bosanski"),
    parts.LanguageLink(href="/n/ar/", absolute=f"{SITE}ar/", language="ar", name="العربية"),
)


def head(title: str, path: str = "", description: str = "A description of the page.") -> parts.Head:
    """The head of a page at the path; no feeds of its own."""
    return parts.Head(
        title=title,
        description=description,
        canonical=f"{SITE}{path}",
        feeds=feeds("", "Example Newsroom"),
        json_ld='{"@context":"https://schema.org","@type":"WebPage"}',
    )


PICTURE = parts.PictureView(
    src="/n/favicon.svg",
    srcset="/n/favicon.svg 800w, /n/favicon.svg 1200w",
    sources=(parts.PictureSource(media_type="image/svg+xml", srcset="/n/favicon.svg 1200w"),),
    width=1200,
    height=675,
    alt="The plenary chamber, empty",
)
SOURCE = parts.SourceLink(
    name="The Example Times",
    url="https://times.example/2018/02/report?a=1&b=2",
    about="/n/sources/example-times/",
    title="Ten cities open a common office for missing children",
    author="A. Reporter",
    language="bs",
    published=day(2018, 2, 18),
    archived="https://archive.example/2018/report",
)
PLACELESS = parts.SourceLink(name="Press report, publication not recorded", title="A scam warning")

STORY = parts.Card(
    id="story",
    kind=SectionKind.STORY,
    title="Parliament asks member states to protect people who were trafficked better than now",
    href="/n/resource-center/2018/parliament/",
    date=MONDAY,
    standfirst="The law for victims exists on paper more than in practice, the members find.",
    excerpt="Parliament is not content with how states treat people who have been trafficked. In a "
    "resolution it says that the protection promised to them is applied badly …",
    source="European Parliament",
    content_notes=("This text is about sexual exploitation.",),
)
FLASH = parts.Card(
    id="flash",
    kind=SectionKind.FLASH,
    title="Ten cities open a common office for missing children",
    href="/n/flash/2018/ten-cities/",
    date=AFTERNOON,
    dateline="DOHA, Qatar",
    excerpt="The office begins its work in May and answers in twelve languages at any hour …",
    source="The Example Times",
    read_more=SOURCE,
)
BRIEF = replace(FLASH, id="brief", title="A short one", read_more=None, excerpt="", dateline="")
FOREIGN = replace(
    STORY, id="foreign", title="Žrtve trgovine ljudima u Đakovici i Čačku", language="bs", source=""
)
PLAIN_LINE = replace(
    STORY, id="line", title="Human Rights Day 2015", href="", standfirst="", excerpt="", source=""
)
SCAM = replace(
    STORY, id="scam", title="A scam warning", read_more=PLACELESS, source=PLACELESS.name, excerpt=""
)
LONG_CARD = replace(STORY, id="long", title=f"{LONG} {LONG}", standfirst=LONG, flag="draft")
STORIES = (STORY, FOREIGN, SCAM, PLAIN_LINE, replace(STORY, id="again", excerpt=""), LONG_CARD)
FLASHES = (FLASH, BRIEF, replace(FLASH, id="two", source="", read_more=None), BRIEF)
