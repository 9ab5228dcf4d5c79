"""Where items live, and who may not."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from ht_newsgen.graph.claims import clashing_files
from ht_newsgen.graph.permalinks import alias_path, is_plain
from ht_newsgen.graph.routes import build_routes
from ht_newsgen.i18n.locales import make_locale
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Citation, Item, Status
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.site import Redirect, Routes
from tests.factories import (
    article,
    assembled,
    at,
    config,
    day,
    days_ago,
    section_front,
    site,
    standing_page,
)

LOCALES = (make_locale("en", "en"), make_locale("bs", "en"))


def routes(*items: Item, permalink: str = "") -> tuple[Routes, tuple[Problem, ...]]:
    """The routes of items on a site in English and Bosnian; all sections may get one pattern."""
    settings = config(languages=("en", "bs"))
    if permalink:
        sections = tuple(replace(one, permalink=permalink) for one in settings.sections)
        settings = replace(settings, sections=sections)
    return build_routes(items, settings, LOCALES)


def lives_at(item: Item, permalink: str = "") -> str:
    """The permalink of an item that is alone."""
    found, problems = routes(item, permalink=permalink)
    assert problems == ()
    return found.permalinks[item.path]


@pytest.mark.parametrize(
    ("item", "pattern", "expected"),
    [
        (article("floods"), "", "flash/2018/floods/"),
        (article("floods"), "/{year}/{month}/{day}/{slug}/", "2018/02/19/floods/"),
        (article("floods", id="f-1"), "/{section}/{id}/", "flash/f-1/"),
        (article("floods", language="bs"), "", "bs/flash/2018/floods/"),
        (article("floods", language="de"), "", "flash/2018/floods/"),
        (standing_page("about"), "", "about/"),
        (section_front("newsletter"), "", "newsletter/"),
        (section_front("flash", language="bs"), "", "bs/flash/"),
        (article("poplave-šuma"), "", "flash/2018/poplave-šuma/"),
    ],
)
def test_an_item_lives_where_the_pattern_says(item: Item, pattern: str, expected: str) -> None:
    """Below the prefix of its language, if the site has that language."""
    assert lives_at(item, pattern) == expected


def test_the_day_of_a_permalink_is_the_local_one() -> None:
    """Half past midnight in Sarajevo is the day before in Greenwich."""
    local = datetime.fromisoformat("2018-01-01T00:30+01:00")

    assert local.astimezone(UTC).year == 2017
    assert lives_at(article("floods", date=Moment(local))) == "flash/2018/floods/"


def test_a_title_alone_has_no_page() -> None:
    """It is a line in the lists; there is nothing to lead to."""
    bare = article("day", body="", standfirst="", excerpt="")

    assert lives_at(bare) == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"standfirst": "One sentence."},
        {"excerpt": "One sentence."},
        {"body": "digest"},
        {"source": Citation(name="Times")},
        {"status": Status.WITHDRAWN},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_title_with_anything_else_has_a_page(fields: dict[str, object]) -> None:
    """A withdrawn item too, whatever was deleted from its file: its tombstone needs a place."""
    empty = {"body": "", "standfirst": "", "excerpt": ""}

    assert lives_at(article("day", **(empty | fields))) == "flash/2018/day/"


def test_two_items_may_not_live_at_one_address() -> None:
    """The older stays, the newer is not published, and both are named with their lines."""
    old = article("floods", date=at(2018, 2, 1, 8), places={"slug": (3, 7)}, path="content/old.md")
    new = article("floods", date=at(2018, 2, 2, 8), places={"slug": (5, 7)}, path="content/new.md")

    found, problems = routes(new, old)

    assert found == Routes(permalinks={"content/old.md": "flash/2018/floods/"})
    assert problems == (
        Problem(
            place=Place("content/new.md", 5, 7),
            rule="route/permalink",
            message=say("the address `/flash/2018/floods/` is that of `content/old.md:3` already"),
            help=say("Give the newer of the two another `slug`"),
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("floods", "Floods"), ("straße", "STRASSE"), ("cafe\u0301", "caf\u00e9")],
    ids=["capitals", "sharp s", "normal forms"],
)
def test_addresses_that_some_systems_cannot_tell_apart_are_one(one: str, other: str) -> None:
    """A site must be the same on every disk and server."""
    first = article(one, path="content/1.md", date=days_ago(9))
    second = article(other, path="content/2.md", date=days_ago(1))

    found, problems = routes(first, second)

    assert list(found.permalinks) == ["content/1.md"]
    assert [problem.place.path for problem in problems] == ["content/2.md"]


def test_a_file_may_not_stand_where_another_needs_a_folder() -> None:
    """`old.html` as an alias, and `old.html/x/` as another one."""
    found, (problem,) = routes(article("a", aliases=("/old.html", "/old.html/x/")))

    assert found.redirects == (
        Redirect(path="old.html", target="flash/2018/a/", origin="content/flash/a.en.md"),
    )
    assert problem.rule == "route/alias"


def test_a_standing_page_has_no_year() -> None:
    """The pattern of its section is at fault, and says so."""
    page = standing_page()

    found, problems = routes(page, permalink="/{year}/{slug}/")

    assert found == Routes(permalinks={})
    assert problems == (
        Problem(
            place=Place(page.path),
            rule="route/pattern",
            message=say(
                "the permalink pattern `/{{year}}/{{slug}}/` of section `pages` asks for"
                " `{{year}}`, and a standing page has no date"
            ),
            help=say(
                "Change `permalink` of the section in `newsgen.yaml`; `/{{section}}/{{slug}}/` "
                "suits pages"
            ),
        ),
    )


@pytest.mark.parametrize("slug", ["..", "a/../../b", "a\\b", "", "x" * 300, "a\nb"])
def test_an_address_must_be_a_path_of_a_file(slug: str) -> None:
    """Nothing is written outside the output, and no build dies of a name."""
    found, (problem,) = routes(article(slug, path="content/x.md"))

    assert found == Routes(permalinks={})
    assert problem.rule == "route/shape"


def test_an_alias_leads_to_its_item() -> None:
    """In the order of the old paths."""
    item = article("floods", aliases=("/old/path", "/a.php"))

    found, problems = routes(item)

    assert found.redirects == (
        Redirect(path="a.php", target="flash/2018/floods/", origin=item.path),
        Redirect(path="old/path/", target="flash/2018/floods/", origin=item.path),
    )
    assert problems == ()


def test_an_alias_may_not_shadow_a_permalink() -> None:
    """Two claimants of one address are both named; the item itself is published."""
    floods = article("floods", places={"slug": (2, 7)})
    rivers = article(
        "rivers",
        date=days_ago(99),
        aliases=("/flash/2018/Floods/",),
        places={"aliases.0": (4, 11)},
    )

    found, problems = routes(floods, rivers)

    assert sorted(found.permalinks) == [floods.path, rivers.path]
    assert found.redirects == ()
    assert problems == (
        Problem(
            place=Place(rivers.path, 4, 11),
            rule="route/alias",
            message=say(f"the alias `/flash/2018/Floods/` is taken by `{floods.path}:2` already"),
            help=say("Take it out of `aliases` here, or change the other"),
        ),
    )


def test_of_two_items_with_one_alias_the_older_has_it() -> None:
    """In whatever order they are read."""
    old = article("old", date=days_ago(9), aliases=("/raids/",))
    new = article("new", date=days_ago(1), aliases=("/raids",))

    found, (problem,) = routes(new, old)

    assert found.redirects == (Redirect(path="raids/", target="flash/2018/old/", origin=old.path),)
    assert problem.place.path == new.path


@pytest.mark.parametrize("aliases", [("/flash/2018/floods/",), ("/a/", "/A/")])
def test_an_alias_that_changes_nothing_is_a_warning(aliases: tuple[str, ...]) -> None:
    """A redirect to itself would never end."""
    found, (problem,) = routes(article("floods", aliases=aliases))

    assert len(found.redirects) == len(aliases) - 1
    assert (problem.rule, problem.severity) == ("route/alias-needless", Severity.WARNING)


def test_the_alias_of_a_title_alone_leads_to_its_section() -> None:
    """There is no page of its own, and the section lists it."""
    bare = article("day", body="", standfirst="", excerpt="", aliases=("/day/",), language="bs")

    found, _ = routes(bare)

    assert found.redirects == (Redirect(path="day/", target="bs/flash/", origin=bare.path),)


def test_an_upcoming_item_is_held_against_the_routes_today() -> None:
    """Nobody is awake when it would collide."""
    shown = article("floods", path="content/shown.md")
    upcoming = article("floods", path="content/upcoming.md", publish=days_ago(-3))

    made, problems = assembled([upcoming, shown])

    assert made.routes.permalinks == {"content/shown.md": "flash/2018/floods/"}
    assert [problem.place.path for problem in problems] == ["content/upcoming.md"]


@pytest.mark.parametrize("fields", [{"draft": True}, {"expires": day(2018, 2, 20)}])
def test_drafts_and_expired_items_claim_nothing(fields: dict[str, object]) -> None:
    """A draft is not finished, and what has expired has left its place to others."""
    hidden = article("floods", path="content/hidden.md", id="hidden", **fields)

    made = site([hidden, article("floods", path="content/shown.md")])

    assert made.routes.permalinks == {"content/shown.md": "flash/2018/floods/"}


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/old/path/", "old/path/"),
        ("/old/path", "old/path/"),
        ("/old.html", "old.html"),
        ("/v1.2", "v1.2/"),
        ("/%C5%A1uma/", "šuma/"),
        ("/", ""),
        ("old/", ""),
        ("/?p=12", ""),
        ("/a#b", ""),
        ("//host/a/", ""),
        ("/a/../b/", ""),
        ("/%2e%2e/b/", ""),
        ("/a\\b/", ""),
    ],
)
def test_an_alias_stands_for_a_path(alias: str, path: str) -> None:
    """Or for nothing that a static site could answer."""
    assert alias_path(alias) == path


def test_a_path_with_a_lone_surrogate_is_not_plain() -> None:
    """It could not even be encoded."""
    assert not is_plain("a\ud800b/")


def test_of_clashing_files_the_first_stays() -> None:
    """And one that has lost is in nobody's way."""
    paths = ["a", "a/b/index.html", "A/B/index.html", "c/index.html", "c", "d"]

    assert clashing_files(paths) == {1: 0, 2: 0, 4: 3}
