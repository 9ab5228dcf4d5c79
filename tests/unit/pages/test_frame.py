"""What surrounds every page."""

from datetime import date

from msgspec.structs import replace

from ht_newsgen.model.article import Status
from ht_newsgen.model.people import Organisation
from ht_newsgen.model.registers import Helpline
from ht_newsgen.model.site import Site
from ht_newsgen.pages.frame import make_frame
from ht_newsgen.pages.views.parts import Frame, Link
from tests.factories import (
    FLASH,
    PAGES,
    STORIES,
    article,
    assets,
    config,
    desk,
    planned,
    registers,
    section_front,
    site,
    standing_page,
)

HOTLINE = Helpline(
    country="EU",
    name={"en": "Missing children", "bs": "Nestala djeca"},
    phone="116 000",
    hours={"": "always", "bs": "uvijek"},
    free=True,
    serves=("missing_child",),
    verified_on=date(2018, 1, 1),
    source="https://example.org/116000",
)


def frame(made: Site, language: str = "en") -> Frame:
    """The frame of one language."""
    return desk(made, language).frame


def test_the_frame_holds_the_ways_around_the_site() -> None:
    """All links begin with the path at which the site lives on its host."""
    made = site([section_front(), standing_page("about"), standing_page("safety")])

    assert frame(made) == Frame(
        site_title="The Example",
        organisation="Example Organisation",
        organisation_url="https://example.org/",
        locale=made.locales[0],
        catalogue="",
        home="/news/",
        stylesheets=("/news/assets/site.0123.css",),
        icon="/news/favicon.svg",
        manifest="/news/site.webmanifest",
        navigation=(
            Link(href="/news/flash/", text="News Flash", id="flash"),
            Link(href="/news/stories/", text="Stories", id="stories"),
            Link(href="/news/newsletter/", text="Newsletter", id="newsletter"),
        ),
        finding=(
            Link(href="/news/topics/", text="Topics", id="topics"),
            Link(href="/news/countries/", text="Countries", id="countries"),
            Link(href="/news/sources/", text="Sources", id="sources"),
            Link(href="/news/archive/", text="Archive", id="archive"),
        ),
        pages=(
            Link(href="/news/about/", text="About", id="page-about-en"),
            Link(href="/news/safety/", text="Safety", id="page-safety-en"),
        ),
        search="/news/search/",
        feeds_page="/news/feeds/",
        helplines=(),
        exit_url="https://www.wikipedia.org/",
        safety="/news/safety/",
        content_security_policy=(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
        ),
    )


def test_no_article_changes_the_frame() -> None:
    """Else every page would change with every article."""
    items = [article(topics=("forced-labour",), countries=("BA",), authors=("desk",))]

    assert frame(site(items)) == frame(site())


def test_a_helpline_is_told_in_the_language_of_the_page() -> None:
    """Its name and its hours, as the register has them."""
    made = site(declared=registers(helplines=(HOTLINE,)), languages=("en", "bs"))

    (line,) = frame(made, "bs").helplines
    assert (line.name, line.hours) == ("Nestala djeca", "uvijek")


def test_every_page_knows_the_way_to_the_other_languages() -> None:
    """To their front pages, each named in itself; for pages that have no translation."""
    made = site(languages=("en", "sr-Cyrl", "bs"))

    assert [(link.href, link.name) for link in frame(made).languages] == [
        ("/news/bs/", "bosanski"),
        ("/news/sr-Cyrl/", "српски (ћирилица)"),
    ]


def test_the_publisher_is_named_in_the_language_of_the_page() -> None:
    """An organisation may have a name of its own in each language."""
    names = {"en": "Example Organisation", "bs": "Primjer"}
    made = site(languages=("en", "bs"), organisation=Organisation(name=names["en"], names=names))

    assert frame(made, "bs").organisation == "Primjer"
    assert frame(made).organisation == "Example Organisation"


def test_help_in_another_language_is_better_than_none() -> None:
    """A page that is not translated is offered in the site's own language; a heavy one first."""
    made = site(
        [
            standing_page("about"),
            standing_page("privacy", weight=2),
            standing_page("o-nama", language="bs", translation_of="page-about-en"),
            standing_page("samo-ovdje", language="bs"),
            section_front(),
        ],
        languages=("en", "bs"),
    )

    assert [link.href for link in frame(made, "bs").pages] == [
        "/news/privacy/",
        "/news/bs/o-nama/",
        "/news/bs/samo-ovdje/",
    ]
    assert [link.href for link in frame(made).pages] == ["/news/privacy/", "/news/about/"]
    assert frame(made, "bs").navigation[2].href == "/news/newsletter/"


def test_safety_is_found_in_every_language() -> None:
    """By its slug, or as the translation of the page that has it."""
    english = standing_page("safety")
    bosnian = standing_page("sigurnost", language="bs", translation_of=english.id)

    made = site([english, bosnian], languages=("en", "bs", "de"))

    assert [frame(made, tag).safety for tag in ("en", "bs", "de")] == [
        "/news/safety/",
        "/news/bs/sigurnost/",
        "/news/safety/",
    ]
    assert frame(site()).safety == ""


def test_the_exit_leads_elsewhere_in_each_language() -> None:
    """Where a language has no address of its own, that of the site's language does."""
    made = site(
        languages=("en", "bs", "de"),
        exit_url={"en": "https://weather.example/", "bs": "https://vrijeme.example/"},
    )

    assert [frame(made, tag).exit_url for tag in ("en", "bs", "de")] == [
        "https://weather.example/",
        "https://vrijeme.example/",
        "https://weather.example/",
    ]


def test_the_exit_has_a_script_when_the_theme_has_one() -> None:
    """Else it is a link and no more."""
    theme = assets(**{"assets/exit.js": b"", "assets/other.js": b""})
    made = site()

    assert make_frame(made, made.locales[0], theme).exit_script == "/news/assets/exit.js"


def test_pages_for_the_press_have_no_exit() -> None:
    """A section says so for its list, its items, its standing pages and what was withdrawn."""
    open_house = tuple(replace(section, quick_exit=False) for section in (FLASH, PAGES))
    made = site(
        [
            article(),
            article("gone", status=Status.WITHDRAWN),
            standing_page("press-kit"),
            article("raids", section="stories"),
        ],
        sections=(*open_house, STORIES),
    )

    frames = {path: getattr(page.view, "frame", None) for path, page in planned(made).items()}
    without = {path for path, found in frames.items() if found and not found.exit_url}
    assert without == {
        "flash/index.html",
        "flash/2018/floods/index.html",
        "flash/2018/gone/index.html",
        "press-kit/index.html",
    }
    assert not any(found.exit_script for found in frames.values() if found)


def test_a_theme_may_have_several_stylesheets() -> None:
    """Those directly in `static/assets/`, by name; what they import is not linked again."""
    theme = assets(**{"assets/print.css": b"", "assets/css/base.css": b"", "other.css": b""})
    made = site()

    assert make_frame(made, made.locales[0], theme).stylesheets == (
        "/news/assets/print.css",
        "/news/assets/site.0123.css",
    )


def test_a_site_at_the_root_of_its_host_needs_no_prefix() -> None:
    """The usual case."""
    assert config(base_url="https://example.org/").base_url == "https://example.org/"
    assert frame(site(base_url="https://example.org/")).home == "/"
