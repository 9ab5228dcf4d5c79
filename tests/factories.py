"""Values for tests, complete by default: a test names only what it is about.

floods = article("floods", date=day(2018, 2, 19), topics=("child-protection",))
site, problems = assembled([floods, article("rivers")])
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.model.article import Article, Item, StandingPage
from ht_newsgen.model.assets import Asset, Assets
from ht_newsgen.model.config import Config, Section, SectionKind
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.media import Figure, Picture
from ht_newsgen.model.page import Page
from ht_newsgen.model.people import Author, Organisation
from ht_newsgen.model.registers import DeclaredSource, Registers
from ht_newsgen.model.site import Show, Site
from ht_newsgen.model.taxonomy import ContentNote, Topic
from ht_newsgen.pages.desk import Desk, make_desks
from ht_newsgen.pages.plan import plan

View = TypeVar("View", bound=Struct)

NOW = datetime(2018, 3, 1, 12, tzinfo=UTC)
"""The clock of all tests that do not set their own."""

FLASH = Section(
    id="flash",
    title={"": "News Flash"},
    kind=SectionKind.FLASH,
    permalink="/{section}/{year}/{slug}/",
    front_page=3,
)
STORIES = Section(
    id="stories",
    title={"": "Stories", "bs": "Priče"},
    kind=SectionKind.STORY,
    permalink="/{section}/{year}/{slug}/",
    front_page=3,
)
NEWSLETTER = Section(
    id="newsletter",
    title={"": "Newsletter"},
    kind=SectionKind.NEWSLETTER,
    permalink="/{section}/{year}/{slug}/",
    front_page=1,
)
PAGES = Section(id="pages", title={"": "About us"}, kind=SectionKind.PAGE, permalink="/{slug}/")


def day(year: int, month: int, of_month: int) -> Moment:
    """A bare day, at midnight UTC."""
    return Moment(datetime(year, month, of_month, tzinfo=UTC), day_only=True)


def at(year: int, month: int, of_month: int, hour: int, minute: int = 0) -> Moment:
    """A point in time, in UTC."""
    return Moment(datetime(year, month, of_month, hour, minute, tzinfo=UTC))


def days_ago(count: int) -> Moment:
    """A bare day, counted back from the day of `NOW`."""
    midnight = NOW.replace(hour=0)
    return Moment(midnight - timedelta(days=count), day_only=True)


def article(slug: str = "floods", **fields: object) -> Article:
    """A flash item of 19 February 2018 with a text, all of whose names follow from its slug."""
    language = str(fields.get("language", "en"))
    made = Article(
        path=f"content/{fields.get('section', 'flash')}/{slug}.{language}.md",
        section="flash",
        language="en",
        id=f"{slug}-{language}",
        title=slug.replace("-", " ").capitalize(),
        slug=slug,
        date=day(2018, 2, 19),
        standfirst=f"What happened: {slug}.",
        excerpt=f"What happened: {slug}.",
        body=f"digest-of-{slug}",
    )
    return replace(made, **fields)


def standing_page(slug: str = "about", **fields: object) -> StandingPage:
    """A page of the section `pages`, all of whose names follow from its slug."""
    language = str(fields.get("language", "en"))
    made = StandingPage(
        path=f"content/{fields.get('section', 'pages')}/{slug}.{language}.md",
        section="pages",
        language="en",
        id=f"page-{slug}-{language}",
        title=slug.capitalize(),
        slug=slug,
        body=f"digest-of-{slug}",
    )
    return replace(made, **fields)


def edition(slug: str = "2018-02", **fields: object) -> Edition:
    """An edition of the newsletter, of all that was posted in February 2018."""
    language = str(fields.get("language", "en"))
    made = Edition(
        path=f"content/newsletter/{slug}.{language}.md",
        section="newsletter",
        language="en",
        id=f"newsletter-{slug}-{language}",
        title=f"The news of {slug}",
        slug=slug,
        date=day(2018, 2, 28),
        preheader="What was posted here in the shortest of all months",
        since=day(2018, 2, 1),
        body=f"digest-of-{slug}",
    )
    return replace(made, **fields)


def section_front(section: str = "newsletter", **fields: object) -> StandingPage:
    """The `index.md` of a section."""
    language = str(fields.get("language", "en"))
    return standing_page(
        "index", section=section, is_index=True, id=f"front-{section}-{language}", **fields
    )


def figure(name: str = "river") -> Figure:
    """A picture with everything that must be said of it."""
    picture = Picture(
        origin=f"content/media/{name}.jpg",
        digest=f"digest-of-{name}",
        name=f"media/{name}.0123",
        width=640,
        height=480,
        kind=PictureKind.PHOTOGRAPH,
    )
    return Figure(picture=picture, alt="A river", credit="Photo desk", licence="CC-BY-4.0")


def registers(**fields: object) -> Registers:
    """Two topics, a source with a feed, an author and a content note."""
    made = Registers(
        topics={
            "forced-labour": Topic(id="forced-labour", title={"": "Forced labour"}),
            "child-protection": Topic(id="child-protection", title={"": "Child protection"}),
        },
        sources={
            "europol": DeclaredSource(
                id="europol",
                name="Europol",
                url="https://www.europol.europa.eu/",
                feed="https://www.europol.europa.eu/rss.xml",
                feed_title="Europol: news",
                language="en",
            )
        },
        authors={"desk": Author(id="desk", name="The News Desk", url="https://example.org/desk")},
        content_notes={"violence": ContentNote(id="violence", text={"": "About violence."})},
    )
    return replace(made, **fields)


def config(**fields: object) -> Config:
    """A site in English with four sections and two items on a page, so that lists divide early."""
    made = Config(
        base_url="https://example.org/news/",
        title={"": "The Example"},
        description={"": "News for examples."},
        organisation=Organisation(name="Example Organisation", url="https://example.org/"),
        sections=(FLASH, STORIES, NEWSLETTER, PAGES),
        page_size=2,
    )
    return replace(made, **fields)


def assembled(
    items: Iterable[Item] = (),
    *,
    now: datetime = NOW,
    show: Show | None = None,
    declared: Registers | None = None,
    **fields: object,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site of these items and its problems; `fields` are those of the configuration."""
    known = registers() if declared is None else declared
    return assemble(items, known, config(**fields), now=now, show=show or Show())


def site(items: Iterable[Item] = (), **fields: object) -> Site:
    """The site of items between which nothing is wrong; arguments as for `assembled`."""
    made, problems = assembled(items, **fields)  # type: ignore[arg-type]
    assert problems == ()
    return made


def assets(**files: bytes) -> Assets:
    """A theme with a stylesheet and an icon."""
    named = {"assets/site.css": b"body{}", "favicon.svg": b"<svg/>"} | files
    return Assets(
        by_name={
            name: Asset(name=name, path=name.replace("site.", "site.0123."), data=data)
            for name, data in named.items()
        }
    )


def desk(made: Site, language: str = "en") -> Desk:
    """The desk of one language."""
    return next(one for one in make_desks(made, assets()) if one.locale.tag == language)


def planned(made: Site) -> dict[str, Page]:
    """Every output of the site by its path."""
    return {page.path: page for page in plan(made, assets())}


def view(made: Site, path: str, expected: type[View]) -> View:
    """The view of the output at a path, which is of the expected type."""
    found = planned(made)[path].view
    assert isinstance(found, expected)
    return found
