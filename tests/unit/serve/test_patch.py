"""One page set anew is the page that the whole site would have."""

import pytest

from ht_newsgen.pages.deferred import resolved
from tests.unit.serve.conftest import FARM, Desk

ITEM = "content/flash/farm.md"
PAGE = "flash/2026/the-farm/index.html"

OWN_CHANGES = {
    "body": ("Nine people.", "Ten people."),
    "standfirst": ("date:", "standfirst: Nobody was paid.\ndate:"),
    "dateline": ("date:", "dateline: Cotonou\ndate:"),
    "correction": ("date:", "corrections: [{date: 2026-01-06, text: Ten.}]\ndate:"),
    "a comment": ("date:", "# seen by two\ndate:"),
}
CHANGES_OF_THE_SITE = {
    "slug": ("date:", "slug: field\ndate:"),
    "topics": ("date:", "topics: [borders]\ndate:"),
    "date": ("2026-01-05", "2026-01-06"),
    "alias": ("date:", "aliases: [/old/]\ndate:"),
    "draft": ("date:", "draft: true\ndate:"),
    "withdrawn": ("date:", "status: withdrawn\ndate:"),
    "language": ("date:", "language: bs\ndate:"),
}


@pytest.mark.parametrize("change", OWN_CHANGES)
def test_a_page_set_anew_is_the_page_of_the_whole_site(desk: Desk, change: str) -> None:
    """It is not made a second time when the whole follows: its bytes are the same."""
    proof = desk.patched(desk.change(ITEM, *OWN_CHANGES[change]))
    assert proof is not None
    quick = desk.answer(FARM, proof)

    desk.compose()
    assert quick == desk.answer(FARM)


def test_a_standing_page_is_set_anew(desk: Desk) -> None:
    """As quickly as news."""
    proof = desk.patched(desk.change("content/pages/about.md", "Who we are.", "Who we were."))

    assert proof is not None
    assert "Who we were." in desk.shown("/newsroom/about/", proof)


@pytest.mark.parametrize("change", CHANGES_OF_THE_SITE)
def test_what_other_pages_depend_on_takes_the_whole_site(desk: Desk, change: str) -> None:
    """Lists, addresses and translations are decided together."""
    assert desk.patched(desk.change(ITEM, *CHANGES_OF_THE_SITE[change])) is None


@pytest.mark.parametrize(
    "path", ["content/flash/new.md", "newsgen.yaml", "content/data/topics.yaml", "static/x.css"]
)
def test_other_files_take_the_whole_site(desk: Desk, path: str) -> None:
    """Only items have a page of their own."""
    assert desk.patched(desk.save(path, "---\ntitle: New\ndate: 2026-03-01\n---\n")) is None


def test_a_deleted_item_takes_the_whole_site(desk: Desk) -> None:
    """It goes from every list."""
    assert desk.patched(desk.save(ITEM, None)) is None


def test_a_broken_item_is_told_at_once_in_place_of_its_page(desk: Desk) -> None:
    """With the line and the help; the other pages stay."""
    proof = desk.patched(desk.change(ITEM, "title: The farm", "title: Police: the farm"))
    assert proof is not None

    answer = desk.answer(FARM, proof)
    assert answer.status == 500
    assert f"{ITEM}:2:8" in answer.data.decode()
    assert desk.answer("/newsroom/about/", proof).status == 200


def test_a_warning_of_the_whole_site_stays_while_the_text_is_changed(desk: Desk) -> None:
    """It is found between items, so reading one item cannot take it away."""
    desk.compose(desk.change(ITEM, "date:", "topics: [bordars]\ndate:"))
    known = desk.proof.problems
    assert [found.rule for found in known] == ["reference/topic"]

    proof = desk.patched(desk.change(ITEM, "Nine", "Ten"))
    assert proof is not None
    assert proof.problems == known


def test_a_switch_of_branches_takes_the_whole_site(desk: Desk) -> None:
    """Many files at once are nobody's typing."""
    files = [
        desk.save(
            f"content/flash/{number}.md", f"---\ntitle: N{number}\ndate: 2026-01-01\n---\n\nA.\n"
        )
        for number in range(6)
    ]
    desk.compose()

    assert desk.patched(*files) is None
    assert desk.patched(*files[:5]) is not None


def test_a_stopped_site_has_no_page_to_set_anew(desk: Desk) -> None:
    """Its pages are not those of now."""
    desk.compose(desk.change("newsgen.yaml", "base_url", "bose_url"))

    assert desk.patched(desk.change(ITEM, "Nine", "Ten")) is None


def test_setting_a_page_anew_leaves_the_old_proof_as_it_was(desk: Desk) -> None:
    """Proofs are values."""
    before = resolved(desk.proof.pages[PAGE]).view
    desk.patched(desk.change(ITEM, "Nine", "Ten"))

    assert resolved(desk.proof.pages[PAGE]).view == before
