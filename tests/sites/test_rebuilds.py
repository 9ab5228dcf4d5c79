"""Each thing that can be edited, by itself: a rebuild follows it, and equals a clean build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ht_newsgen.build.start import build
from tests.support import edits
from tests.support.history import History

STORY = "content/stories/2026/everything.md"
Edit = Callable[[History], object]


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History(tmp_path)
    assert build(history.options).published
    return history


def followed(history: History, edit: Edit) -> dict[str, str]:
    """What was rendered after an edit, and why."""
    edit(history)
    return history.check().reasons


@pytest.mark.slow
def test_every_key_of_the_configuration_is_followed(history: History) -> None:
    """There and back again."""
    file = history.root / "newsgen.yaml"
    before = file.read_text()
    for number, changed in enumerate(edits.CONFIGURATION):
        edits.configure(history.root, number)
        result = history.check()
        assert result.reasons or result.removed or not result.published, changed
        file.write_text(before)
        assert history.check().published


@pytest.mark.slow
def test_every_register_is_followed(history: History) -> None:
    """Names, titles and numbers stand on many pages; there and back again."""
    for number, (name, *changed) in enumerate(edits.REGISTERS):
        file = history.root / "content" / "data" / f"{name}.yaml"
        before = file.read_text()
        edits.declare(history.root, number)
        assert history.check().reasons, (name, changed)
        file.write_text(before)
        assert history.check().reasons, (name, changed)


@pytest.mark.slow
def test_every_key_of_an_item_is_followed(history: History) -> None:
    """Each of its values, one after the other, and taken away in the end."""
    for key, values in edits.KEYS.items():
        for value in (*values, values[0]):
            edits.set_key(history.root / STORY, key, value)
        history.check()
    before = (history.root / STORY).read_text()
    for key, values in edits.KEYS.items():
        edits.set_key(history.root / STORY, key, values[-1])
        history.check()
        (history.root / STORY).write_text(before)


@pytest.mark.slow
def test_every_template_is_followed_by_the_pages_that_are_made_of_it(history: History) -> None:
    """A template of the site's own, another one, and the theme's again."""
    for name in edits.TEMPLATES:
        for mark in ("one", "two", ""):
            edits.override(history.root, name, mark)
            assert history.check().reasons, (name, mark)


def test_a_corrected_text_renders_its_page_and_the_feeds_that_carry_it(history: History) -> None:
    """And no list: the excerpt is that of the standfirst."""
    reasons = followed(
        history, lambda site: edits.edit_body(site.root / STORY, "Another text altogether.")
    )
    assert sorted(path for path in reasons if path.endswith(".html")) == [
        "stories/2026/everything/index.html"
    ]
    assert set(reasons.values()) == {"what it shows has changed"}


def test_touched_files_render_nothing(history: History) -> None:
    """Neither those of the site nor those that are published."""

    def touch(history: History) -> None:
        edits.touch(history.root, 1_500_000_000)
        edits.touch(history.options.output, 1_500_000_000)

    assert followed(history, touch) == {}


@pytest.mark.parametrize("how", ["deleted", "edited", "linked"])
def test_only_what_somebody_has_meddled_with_is_rendered(history: History, how: str) -> None:
    """And told so."""
    reasons = followed(history, lambda site: edits.meddle(site.options.output, 3, how))
    assert list(reasons.values()) == ["its file is missing, or somebody else has changed it"]


def test_without_the_cache_everything_is_read_and_nothing_rendered(history: History) -> None:
    """The manifest knows what the pages were made of."""
    assert followed(history, lambda site: shutil.rmtree(site.root / ".cache")) == {}


def test_without_the_output_everything_is_rendered_and_nothing_read(history: History) -> None:
    """The store knows what was read."""
    reasons = followed(history, lambda site: shutil.rmtree(site.options.output))
    assert set(reasons.values()) == {"it is new"}


def test_a_computed_name_of_a_template_follows_what_it_means(history: History) -> None:
    """No one can tell which; so any may be."""
    edits.compute_a_name(history.root, "one")
    history.check()
    reasons = followed(history, lambda site: edits.compute_a_name(site.root, "two"))
    assert list(reasons) == ["404.html"]


def test_an_embargo_and_an_expiry_pass_without_an_edit(history: History) -> None:
    """Only the clock moves: in, and out again."""
    edits.set_key(history.root / STORY, "publish", "2026-06-02 08:00")
    edits.set_key(history.root / STORY, "expires", "2026-06-03 08:00")
    page = "stories/2026/everything/index.html"
    shown = []
    for hours in (0, 24, 48, 24 * 200):
        history.now(hours)
        history.check()
        shown.append((history.options.output / page).exists())
    assert shown == [False, True, False, False]


def test_a_preview_and_a_public_build_take_turns_in_one_folder(history: History) -> None:
    """What was shown in the one is gone from the other."""
    draft = history.options.output / "flash" / "2026" / "a-draft" / "index.html"
    history.wish(drafts=True)
    history.check()
    assert draft.exists()
    history.wish()
    history.check()
    assert not draft.exists()


def test_a_site_that_moves_takes_every_page_along_and_comes_back(history: History) -> None:
    """`--base-url` for once; what pages may load from there moves with it."""
    for base_url in ("https://other.example/", ""):
        history.wish(base_url=base_url)
        assert history.check().reasons


def test_what_may_be_loaded_is_judged_again_when_the_site_moves(history: History) -> None:
    """A template may load from the site's own address, until that is another one."""
    edits.override(history.root, "redirect.html", '<img src="https://example.org/newsroom/a.svg">')
    assert history.check().published
    history.wish(base_url="https://other.example/")
    result = history.check()
    assert "privacy/off-site-request" in {found.rule for found in result.problems}


def test_a_mistake_keeps_the_last_good_site_and_is_forgotten_when_mended(
    history: History,
) -> None:
    """Or is left out, for those who keep going."""
    before = (history.root / STORY).read_text()
    problems = history.check().problems
    edits.set_key(history.root / STORY, "date", "never")
    assert not history.check().published
    history.wish(keep_going=True)
    result = history.check()
    assert (result.published, bool(result.removed)) == (True, True)
    (history.root / STORY).write_text(before)
    assert history.check().problems == problems
