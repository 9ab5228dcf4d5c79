"""A proof is the site as it is now, whatever was saved before."""

import shutil

import pytest
from PIL import Image

from ht_newsgen.serve.proof import Proof
from tests.unit.serve.conftest import FARM, Desk

EDITS = {
    "a body": ("content/flash/farm.md", "---\ntitle: The farm\ndate: 2026-01-05\n---\n\nTen.\n"),
    "a new item": ("content/flash/new.md", "---\ntitle: New\ndate: 2026-03-01\n---\n\nText.\n"),
    "a deleted item": ("content/flash/raids.md", None),
    "a broken item": ("content/flash/raids.md", "---\ntitle: [\n---\n"),
    "a register": ("content/data/topics.yaml", "borders: {title: Frontiers}\n"),
    "the configuration": (
        "newsgen.yaml",
        "base_url: https://example.org/\nsections: [{id: flash, title: News, kind: flash}]\n",
    ),
    "a stylesheet": ("static/assets/site.css", "body { color: red }\n"),
    "a template": ("templates/page.html", "<!doctype html><title>{{ view.title }}</title>\n"),
}


def everything(desk: Desk, proof: Proof) -> dict[str, object]:
    """What would be answered for every page of a proof, and its problems."""
    base = proof.base_url.removeprefix("http://127.0.0.1:1313")
    answers: dict[str, object] = {
        path: desk.answer(base + path, proof).data for path in proof.pages
    }
    return {**answers, "problems": proof.problems, "fault": proof.fault, "stop": proof.stopped}


@pytest.mark.parametrize("edit", EDITS)
def test_a_proof_after_an_edit_equals_one_from_nothing(desk: Desk, edit: str) -> None:
    """What is remembered never shows."""
    for page in desk.proof.pages:
        desk.answer(f"/newsroom/{page}")
    after = desk.compose(desk.save(*EDITS[edit]))
    fresh = Desk(desk.root, desk.means.options.show)

    assert everything(desk, after) == everything(fresh, fresh.proof)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_that_is_taken_back_leaves_no_trace(desk: Desk, edit: str) -> None:
    """The second proof of the same files is the first."""
    path, text = EDITS[edit]
    first = everything(desk, desk.proof)
    before = (desk.root / path).read_text() if (desk.root / path).exists() else None
    desk.compose(desk.save(path, text))
    desk.compose(desk.save(path, before))

    assert everything(desk, desk.proof) == first


def test_nothing_is_written_into_the_site(desk: Desk) -> None:
    """But for the cache: what is served has no output folder."""
    before = {file for file in desk.root.rglob("*") if ".cache" not in file.parts}
    desk.shown(FARM)
    desk.compose(desk.change("content/flash/farm.md", "Nine", "Ten"))

    assert {file for file in desk.root.rglob("*") if ".cache" not in file.parts} == before


def test_the_public_cache_is_the_one_that_a_build_uses(desk: Desk) -> None:
    """What serve has read, a build need not read again."""
    assert [file.name for file in (desk.root / ".cache").glob("*.sqlite")] == ["newsgen.sqlite"]


def test_texts_are_found_without_the_cache(desk: Desk) -> None:
    """Somebody deletes it while the server runs."""
    shutil.rmtree(desk.root / ".cache")

    assert "Nine people." in desk.shown(FARM)
    assert not (desk.root / ".cache").exists()


def test_a_broken_configuration_stops_the_site_and_a_mended_one_brings_it_back(desk: Desk) -> None:
    """With the place and the help that `check` gives."""
    stopped = desk.compose(desk.change("newsgen.yaml", "base_url", "bose_url"))
    mended = desk.compose(desk.change("newsgen.yaml", "bose_url", "base_url"))

    assert (stopped.stopped, mended.stopped) == (True, False)
    assert {found.place.path for found in stopped.problems} == {"newsgen.yaml"}
    assert mended.pages.keys() == stopped.pages.keys()


def test_a_folder_may_be_deleted(desk: Desk) -> None:
    """The content first, then the site itself."""
    shutil.rmtree(desk.root / "content")
    assert FARM[len("/newsroom/") :] + "index.html" not in desk.compose().pages
    shutil.rmtree(desk.root)
    assert desk.compose().stopped
    assert desk.bugs == []


def test_a_stylesheet_that_leads_nowhere_stops_the_site(desk: Desk) -> None:
    """The sentence names the file and the line."""
    file = desk.save("static/assets/site.css", "body { background: url(gone.png) }\n")
    assert "static/assets/site.css:1" in desk.compose(file).fault
    assert desk.proof.stopped

    assert not desk.compose(desk.save("static/assets/site.css", "body { color: red }\n")).stopped


def test_a_template_at_fault_is_told_before_its_pages_are_met(desk: Desk) -> None:
    """The rest of the site is shown, with a bar; the page says what is wrong."""
    file = desk.save("templates/article.html", "<p>\n{{ view.titel }}\n")
    proof = desk.compose(file)

    assert "article.html, line 2" in proof.fault
    assert not proof.stopped
    assert "article.html, line 2" in desk.shown("/newsroom/")
    assert desk.answer(FARM).status == 500
    file.unlink()
    assert desk.compose(file).fault == ""
    assert desk.answer(FARM).status == 200


def test_a_bug_of_ours_is_a_sentence(desk: Desk) -> None:
    """The evening goes on."""
    broken = desk.means.__class__(
        options=desk.means.options,
        origin=desk.means.origin,
        now=lambda: 1 / 0,  # type: ignore[arg-type, return-value]
        read=desk.means.read,
        recent={},
        bug=desk.bug,
    )
    desk.means = broken
    proof = desk.compose()

    assert (proof.stopped, proof.fault) == (True, "a bug: division by zero")


def test_drafts_are_shown_and_marked(desk: Desk) -> None:
    """And kept out of search engines, should a preview ever leave this machine."""
    desk.compose(desk.change("content/flash/farm.md", "date:", "draft: true\ndate:"))

    assert "noindex" in desk.shown(FARM)
    assert "flag" in desk.shown(FARM)


def test_an_item_whose_picture_was_missing_is_read_again(desk: Desk) -> None:
    """The picture comes later than the text that shows it."""
    text = "---\ntitle: The farm\ndate: 2026-01-05\n---\n\n![A field](field.png)\n"
    desk.compose(desk.save("content/flash/farm.md", text))
    assert desk.proof.problems
    Image.new("RGB", (8, 8)).save(desk.root / "content/flash/field.png")

    assert desk.compose(desk.root / "content/flash/field.png").problems == ()


def test_asking_twice_gives_the_same(desk: Desk) -> None:
    """A proof only plans: a page is rendered whenever somebody asks for it."""
    assert desk.answer(FARM) == desk.answer(FARM)
