"""Every address has an answer: the page, the way to it, or what is wrong."""

import pytest
from msgspec.structs import replace

from ht_newsgen.serve.answers import Answer
from tests.unit.serve.conftest import FARM, Desk

TYPES = {
    "/newsroom/": "text/html; charset=utf-8",
    "/newsroom/index.html": "text/html; charset=utf-8",
    "/newsroom/rss.xml": "application/xml; charset=utf-8",
    "/newsroom/atom.xml": "application/xml; charset=utf-8",
    "/newsroom/feed.json": "application/feed+json; charset=utf-8",
    "/newsroom/feeds.opml": "text/x-opml; charset=utf-8",
    "/newsroom/sitemap.xml": "application/xml; charset=utf-8",
    "/newsroom/favicon.svg": "image/svg+xml; charset=utf-8",
    "/newsroom/robots.txt": "text/plain; charset=utf-8",
    "/newsroom/_headers": "text/plain; charset=utf-8",
}
NOWHERE = (
    "/newsroom/nothing/", "/elsewhere/", "/newsroomx/", "/newsroom/../newsgen.yaml",
    "/newsgen.yaml", "/newsroom/..", "/newsroom//etc/passwd",
    "/newsroom/flash/2026/the-farm/index.html/", "//", "/newsroom/\x00",
    "/newsroom/\ud800", "/_serve/", "/_serve/../x",
)  # fmt: skip


@pytest.mark.parametrize("path", TYPES)
def test_every_file_has_its_type(desk: Desk, path: str) -> None:
    """As hosts are told by `_headers`."""
    answer = desk.answer(path)

    assert (answer.status, answer.media_type) == (200, TYPES[path])


def test_a_stylesheet_is_css(desk: Desk) -> None:
    """Under the name that its page gives."""
    (sheet,) = desk.answer("/newsroom/").styles

    assert desk.answer(sheet).media_type == "text/css; charset=utf-8"


def test_only_what_is_named_by_what_it_holds_may_be_kept(desk: Desk) -> None:
    """A draft is gone from the browser when it is gone from the site."""
    (sheet,) = desk.answer("/newsroom/").styles
    others = ("/newsroom/", FARM, "/newsroom/rss.xml", "/newsroom/favicon.svg", "/newsroom/none")
    assert desk.answer(sheet).lasting
    assert not any(desk.answer(path).lasting for path in others)


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/", "/newsroom/"),
        ("/newsroom", "/newsroom/"),
        ("/newsroom/flash", "/newsroom/flash/"),
        ("/newsroom/flash/2026/the-farm", FARM),
    ],
)
def test_a_folder_is_asked_for_with_its_slash(desk: Desk, path: str, location: str) -> None:
    """Or links that are relative to it would lead elsewhere."""
    assert desk.answer(path) == Answer(status=302, location=location)


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_planned_is_not_there(desk: Desk, path: str) -> None:
    """The site's own page says so, with the status that says so to machines."""
    answer = desk.answer(path)

    assert (answer.status, answer.media_type) == (404, "text/html; charset=utf-8")
    assert desk.bugs == []


def test_the_public_address_is_replaced_and_its_path_stays(desk: Desk) -> None:
    """Links work here as they will there."""
    page = desk.shown(FARM)

    assert "http://127.0.0.1:1313/newsroom/flash/2026/the-farm/" in page
    assert "example.org" not in page


def test_a_site_without_a_fault_has_no_bar(desk: Desk) -> None:
    """A preview looks like what will be published."""
    assert "newsgen-bar" not in desk.shown(FARM)
    assert "There are no problems." in desk.shown("/_serve/problems")


def test_a_problem_elsewhere_is_a_bar(desk: Desk) -> None:
    """Good pages stay; the bar says how much is wrong, and where first."""
    desk.compose(desk.save("content/flash/raids.md", "---\ntitle: [\n---\n"))
    page = desk.shown(FARM)

    assert "Nine people." in page
    assert "3 errors in 1 file: content/flash/raids.md, line 1: " in page
    assert "content/flash/raids.md:" in desk.shown("/_serve/problems")


def test_the_page_of_a_broken_item_says_what_is_wrong_with_it_alone(desk: Desk) -> None:
    """Whoever looks at it is the one who broke it."""
    desk.save("content/flash/raids.md", "---\ntitle: [\n---\n")
    desk.compose(desk.change("content/flash/farm.md", "title: The farm", "title: A: b"))
    page = desk.shown(FARM)

    assert "content/flash/farm.md:2:8" in page
    assert "raids.md" not in page


def test_a_page_that_would_load_something_from_elsewhere_is_told(desk: Desk) -> None:
    """As a build tells it, although a preview's policy lets no browser do it."""
    sheet = '<link rel="stylesheet" href="https://fonts.example/x.css">'
    desk.compose(desk.save("templates/page.html", f"<html><head>{sheet}</head></html>"))

    assert "would load `https://fonts.example/x.css`" in desk.shown("/newsroom/about/")


def test_a_stopped_site_answers_with_the_problem_everywhere(desk: Desk) -> None:
    """But its stylesheets and pictures are there for pages that are open."""
    (sheet,) = desk.answer("/newsroom/").styles
    proof = desk.compose(desk.change("newsgen.yaml", "base_url", "bose_url"))

    for path in ("/newsroom/", FARM, "/newsroom/nothing/"):
        assert desk.answer(path).status == 500
        assert "newsgen.yaml" in desk.shown(path)
    assert desk.answer(sheet).status == 200
    assert proof.stopped


def test_a_bug_while_rendering_is_a_page(desk: Desk) -> None:
    """The sentence, and nothing of the traceback."""
    assert desk.proof.made_up is not None
    tools = replace(desk.proof.made_up.tools, environments={})
    proof = replace(desk.proof, made_up=replace(desk.proof.made_up, tools=tools))

    answer = desk.answer(FARM, proof)
    assert answer.status == 500
    assert len(desk.bugs) == 1
    assert "a bug" in answer.data.decode()


def test_a_page_changes_its_state_with_what_it_shows_and_not_with_its_stylesheet(
    desk: Desk,
) -> None:
    """That is how an open page knows whether to be loaded anew."""
    before = desk.answer(FARM)
    desk.compose(desk.save("static/assets/site.css", "body { color: red }\n"))
    with_new_sheet = desk.answer(FARM)
    desk.compose(desk.change("content/flash/farm.md", "Nine", "Ten"))

    assert with_new_sheet.state == before.state
    assert with_new_sheet.styles != before.styles
    assert desk.answer(FARM).state != before.state
