"""The plan as a whole, and what cannot be written."""

from msgspec.structs import replace

from ht_newsgen.kit.problems import Place, Problem
from ht_newsgen.kit.renditions import PictureKind
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.config import SocialCards
from ht_newsgen.model.media import Picture
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.pages.views.listing import NotFoundView
from ht_newsgen.pages.views.machine import AssetView, RenditionView
from tests.factories import FLASH, article, assets, figure, planned, site, standing_page, view


def test_a_plan_is_in_the_order_of_its_paths() -> None:
    """Two builds write in one order."""
    paths = [page.path for page in plan(site([article()]), assets())]

    assert paths == sorted(paths)


def test_an_empty_site_has_all_that_its_frame_links_to() -> None:
    """The first build shows no broken link."""
    assert sorted(planned(site(social_cards=SocialCards.NONE))) == [
        "404.html",
        "_headers",
        "_redirects",
        "archive/index.html",
        "assets/site.0123.css",
        "atom.xml",
        "authors/index.html",
        "countries/index.html",
        "favicon.svg",
        "feed.json",
        "feeds.opml",
        "feeds/index.html",
        "flash/atom.xml",
        "flash/feed.json",
        "flash/index.html",
        "flash/rss.xml",
        "gone.txt",
        "index.html",
        "news-sitemap.xml",
        "robots.txt",
        "rss.xml",
        "search/index.html",
        "site.webmanifest",
        "sitemap-pages.xml",
        "sitemap.xml",
        "sources/index.html",
        "stories/atom.xml",
        "stories/feed.json",
        "stories/index.html",
        "stories/rss.xml",
        "topics/index.html",
    ]


def test_a_picture_is_published_once() -> None:
    """However many items show it."""
    shared = figure("shared")
    own = Picture(
        origin="o.png",
        digest="digest-of-o",
        name="media/o.1",
        width=9,
        height=9,
        kind=PictureKind.DRAWING,
    )
    made = site([article("a", figure=shared, pictures=(own,)), article("b", figure=shared)])

    pictures = [page for page in plan(made, assets()) if page.kind is PageKind.PICTURE]

    assert [page.path for page in pictures] == [
        "media/o.1-9.png",
        "media/o.1-9.webp",
        "media/shared.0123-480.avif",
        "media/shared.0123-480.webp",
        "media/shared.0123-640.avif",
        "media/shared.0123-640.jpg",
        "media/shared.0123-640.webp",
    ]
    assert pictures[1] == Page(
        path="media/o.1-9.webp",
        kind=PageKind.PICTURE,
        view=RenditionView(
            origin="o.png",
            digest="digest-of-o",
            kind=PictureKind.DRAWING,
            format="WEBP",
            width=9,
            height=9,
        ),
        claimant=Place("o.png"),
    )


def test_a_static_file_is_known_by_its_bytes() -> None:
    """Another stylesheet under the same name is another view."""
    found = view(site(), "favicon.svg", AssetView)

    assert (found.name, len(found.digest)) == ("favicon.svg", 32)


def test_the_page_for_nothing_stands_for_no_address() -> None:
    """It is served everywhere, so it is in no index."""
    found = view(site(), "404.html", NotFoundView)

    assert (found.head.canonical, found.head.robots) == ("", "noindex")


def test_a_plan_without_collisions_is_kept_whole() -> None:
    """In the same order."""
    pages = plan(site([article()]), assets())

    assert find_collisions(pages) == (pages, ())


def test_a_page_may_not_shadow_one_that_is_made() -> None:
    """The index of topics stays, with `--keep-going` too."""
    pages = plan(site([standing_page("topics", places={"slug": (3, 7)})]), assets())

    kept, problems = find_collisions(pages)

    assert [page.kind for page in kept if page.path == "topics/index.html"] == [PageKind.TERMS]
    assert problems == (
        Problem(
            place=Place("content/pages/topics.en.md", 3, 7),
            rule="plan/collision",
            message=say(
                "`content/pages/topics.en.md` cannot be published at `/topics/`: "
                "the index of topics is there"
            ),
            help=say("Give the item another `slug`"),
        ),
    )


def test_an_alias_may_not_shadow_a_feed() -> None:
    """Its readers would be led astray."""
    item = article(aliases=("/a/", "/RSS.xml"), places={"aliases.1": (4, 16)})

    _, problems = find_collisions(plan(site([item]), assets()))

    assert [problem.place for problem in problems] == [Place(item.path, 4, 16)]
    assert [str(problem.message) for problem in problems] == [
        (
            "the alias of `content/flash/floods.en.md` cannot be published at `/RSS.xml`: "
            "a feed is at `/rss.xml`"
        )
    ]


def test_a_static_file_may_not_stand_where_a_page_needs_a_folder() -> None:
    """A file named `flash` would keep a whole section from being written."""
    kept, problems = find_collisions(plan(site(), assets(flash=b"", **{"robots.txt": b""})))

    assert [(problem.place, str(problem.message)) for problem in problems] == [
        (
            Place("static/flash"),
            "`static/flash` cannot be published at `/flash`: a feed is at `/flash/atom.xml`",
        ),
        (
            Place("static/robots.txt"),
            (
                "`static/robots.txt` cannot be published at `/robots.txt`: "
                "a file that is always made is there"
            ),
        ),
    ]
    assert "flash" not in [page.path for page in kept]


def test_sections_named_like_what_is_made_are_told() -> None:
    """A section `topics` would need the address of the index of topics."""
    topics = replace(FLASH, id="topics", feed=False)

    _, problems = find_collisions(plan(site(sections=(topics,)), assets()))

    assert [str(problem.message) for problem in problems] == [
        (
            "the index of topics cannot be published at `/topics/`: "
            "the list of section `topics` is there"
        )
    ]
