"""After an edit of nothing but a text, its pages are made anew, and no site is put together."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ht_newsgen.build import pipeline, settled
from ht_newsgen.build.start import build
from ht_newsgen.errors import OutputRefused
from tests.support import edits
from tests.support.history import History

STORY = "content/stories/2026/long.md"
NOTE = "content/flash/2026/note.md"
OTHER = "content/flash/2026/other.md"
PAGE = "content/pages/house.md"
FRONT = "---\ntitle: {}\nstandfirst: In one sentence.\ndate: 2026-05-20\n---\n\n{}\n"
OF_PAGE = "---\ntitle: House rules\nstandfirst: In one sentence.\n---\n\n{}\n"
Edit = Callable[[History], object]


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A site that was built, with two notes; what is written later has other times."""
    monkeypatch.setattr(settled, "RACY_NS", 0)
    history = History(tmp_path)
    for path, body in (
        (NOTE, "Nine people."),
        (OTHER, "Five [people](/about/)."),
        (STORY, "Long.\n\n## Longer\n\nLongest."),
    ):
        text(path, body)(history)
    write(history, PAGE, OF_PAGE.format("Ours."))
    assert build(history.options).published
    return history


def write(history: History, path: str, text: str) -> None:
    """A file of the site, as an editor saves it."""
    file = history.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def text(path: str, body: str, title: str = "") -> Edit:
    """An edit that gives a note this text."""
    return lambda history: write(history, path, FRONT.format(title or Path(path).stem, body))


def all_of(*several: Edit) -> Edit:
    """One edit of several."""
    return lambda history: [one(history) for one in several]


def wishes_elsewhere(history: History) -> None:
    text(NOTE, "Two people.")(history)
    history.wish(base_url="https://other.example/")


def meddled(history: History) -> None:
    text(NOTE, "Two people.")(history)
    (history.options.output / "robots.txt").write_text("by somebody else")


def same_text_built(history: History) -> None:
    text(OTHER, "Nine people.")(history)
    history.check()
    text(NOTE, "Two people.")(history)


def of_other_readings(history: History) -> None:
    """A build was stopped after it had read, and before it published."""
    text(NOTE, "Two people.")(history)
    pipeline.load(history.options)
    with sqlite3.connect(history.root / ".cache/newsgen.sqlite") as store:
        store.execute("DELETE FROM meta WHERE key = 'published'")


ALONE: dict[str, Edit] = {
    "a word": text(NOTE, "Two people."),
    "a text of three paragraphs": text(NOTE, "One.\n\nTwo.\n\nThree."),
    "a comment": text(NOTE, "Nine people.\n"),
    "two texts": all_of(text(NOTE, "Two."), text(OTHER, "Three.")),
    "two texts that change places": all_of(
        text(NOTE, "Five [people](/about/)."), text(OTHER, "Nine people.")
    ),
    "a text that another item has": text(NOTE, "Five [people](/about/)."),
    "a story in feeds": text(STORY, "Shorter now."),
    "a standing page": lambda history: write(history, PAGE, OF_PAGE.format("Ours, too.")),
}
WITH_MORE: dict[str, Edit] = {
    "a title": text(NOTE, "Two people.", title="Another"),
    "no text": text(NOTE, ""),
    "a line of front matter": lambda history: write(
        history, NOTE, FRONT.format("note", "Two.").replace("title", "# seen\ntitle", 1)
    ),
    "an excerpt": lambda history: write(
        history, NOTE, "---\ntitle: note\ndate: 2026-05-20\n---\n\nTwo.\n"
    ),
    "a picture": text(NOTE, "![A square.](/shared.png)"),
    "a problem": text(NOTE, "![A square.](nowhere.png)"),
    "a mistake": lambda history: write(history, NOTE, "---\ntitle: [\n---\n\nTwo.\n"),
    "a new item": all_of(text(NOTE, "Two."), text("content/flash/2026/third.md", "Three.")),
    "an item gone": all_of(text(NOTE, "Two."), lambda history: (history.root / OTHER).unlink()),
    "a register": all_of(text(NOTE, "Two."), lambda history: edits.declare(history.root, 0)),
    "the configuration": all_of(
        text(NOTE, "Two."), lambda history: edits.configure(history.root, 0)
    ),
    "a template": all_of(
        text(NOTE, "Two."), lambda history: edits.override(history.root, "article.html", "one")
    ),
    "the day": all_of(text(NOTE, "Two."), lambda history: history.now(60)),
    "the output": meddled,
    "the address of the site": wishes_elsewhere,
    "a text that two items had": same_text_built,
    "what was read since": of_other_readings,
}


def test_nothing_but_texts_needs_no_whole_build(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One such edit after the other; what is published equals a clean build each time."""
    whole = counted(monkeypatch)
    for what, edit in ALONE.items():
        edit(history)
        whole.clear()
        build(history.options)
        assert not whole, what
        history.check()


def test_whatever_more_has_changed_is_for_a_whole_build(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There and back again."""
    whole, options, before = counted(monkeypatch), history.options, files(history.root)
    for what, edit in WITH_MORE.items():
        edit(history)
        whole.clear()
        build(history.options)
        assert len(whole) == 1, what
        history.options = options
        put_back(history.root, before)
        build(options)


def test_a_folder_that_became_somebody_elses_is_refused_as_ever(history: History) -> None:
    """Nothing of ours is made in it."""
    text(NOTE, "Two people.")(history)
    shutil.rmtree(history.options.output)
    history.options.output.mkdir()
    (history.options.output / "thesis.txt").write_text("mine")
    with pytest.raises(OutputRefused):
        build(history.options)
    assert [file.name for file in history.options.output.iterdir()] == ["thesis.txt"]


def files(root: Path) -> dict[Path, bytes]:
    """What an editor has written."""
    found = (path for path in root.rglob("*") if path.is_file())
    ours = (".cache", "public")
    return {path: path.read_bytes() for path in found if not {*path.parts} & {*ours}}


def put_back(root: Path, before: dict[Path, bytes]) -> None:
    """Make the site what it was."""
    for path in files(root).keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A list that grows with each whole build."""
    whole: list[object] = []
    before = pipeline.attempt

    def attempt(*given: object) -> object:
        whole.append(given[0])
        return before(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "attempt", attempt)
    return whole
