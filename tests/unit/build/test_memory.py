"""What was built last is known, until anything that it was made of is another."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build import pipeline
from ht_newsgen.build.memory import FILE, as_it_was
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.sight import look
from ht_newsgen.build.start import build
from ht_newsgen.model.site import Show
from tests.support import edits
from tests.support.sites import NOW, ROOT

STORY = "content/stories/2026/everything.md"
NO_TIME = timedelta(0)


class Built:
    """A site that has been built once, at least."""

    def __init__(self, folder: Path) -> None:
        root = edits.fresh_site(folder / "site")
        edits.set_key(root / STORY, "publish", "2026-06-01 20:00")
        edits.set_key(root / "content/flash/2025/note-1.md", "expires", "2026-06-01 22:00")
        self.options = Options(root=root, output=folder / "public", theme=ROOT, now=NOW)
        self.result = build(self.options)
        assert self.result.published

    @property
    def root(self) -> Path:
        """The site's folder."""
        return self.options.root

    def known(self, **wishes: object) -> Result | None:
        """What is known without building."""
        options = replace(self.options, **wishes)
        return as_it_was(options, look(options))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same for all; whoever changes it builds it again."""
    return Built(tmp_path_factory.mktemp("memory"))


def test_the_same_is_told_without_making_a_site(
    site: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Problems, what is left out, how many files there are; and nothing was written."""
    monkeypatch.setattr(pipeline, "attempt", None)
    again = build(site.options)
    assert site.result.problems
    assert site.result.left_out
    assert again == replace(
        site.result,
        written=(),
        unchanged=site.result.planned,
        reasons={},
        seconds=again.seconds,
    )


@pytest.mark.parametrize(
    "wishes",
    [
        {"strict": True},
        {"keep_going": True},
        {"specimen": True},
        {"base_url": "https://other.example/"},
        {"show": Show(drafts=True)},
        {"output": Path("/nowhere")},
        {"cache": False},
        {"dry_run": True},
    ],
    ids=lambda wishes: next(iter(wishes)),
)
def test_another_wish_is_another_build(site: Built, wishes: dict[str, object]) -> None:
    """Nothing is known of it."""
    assert site.known(**wishes) is None


def test_how_it_is_built_and_what_is_told_of_it_are_no_other_wish(site: Built) -> None:
    """Neither changes what comes of it."""
    assert site.known(jobs=7, explain=True)


@pytest.mark.parametrize(
    ("hours", "known"), [(-0.1, False), (0, True), (5.9, True), (6, False), (48, False)]
)
def test_the_clock_brings_what_was_announced(site: Built, hours: float, *, known: bool) -> None:
    """The story appears at eight in the evening of a zone that is two hours ahead."""
    assert bool(site.known(now=NOW + timedelta(hours=hours))) is known


def touched(path: str) -> Callable[[Built], object]:
    """A new time for a file of the site."""
    return lambda site: os.utime(site.root / path)


def test_whatever_is_changed_is_looked_at(site: Built) -> None:
    """One after the other, and what was changed is known when it has been built."""
    changes: list[Callable[[Built], object]] = [
        lambda site: edits.edit_body(site.root / STORY, "Another text."),
        lambda site: edits.edit_body(site.root / STORY, "Another tale."),
        lambda site: edits.add(site.root, "flash", "floods", "Floods", "A text."),
        lambda site: edits.override(site.root, "article.html", "marked"),
        lambda site: edits.static(site.root, "assets/print.css", "a { color: red }"),
        lambda site: edits.picture(site.root / "static/shared.png", "teal"),
        lambda site: (site.root / "static/shared.png").unlink(),
        touched("newsgen.yaml"),
        touched("content/data/topics.yaml"),
        lambda site: (site.options.output / "index.html").unlink(),
        lambda site: (site.options.output / "404.html").write_text("Mine."),
        lambda site: edits.meddle(site.options.output, 3, "linked"),
        lambda site: shutil.rmtree(site.options.output),
        lambda site: (site.root / FILE).unlink(),
        lambda site: (site.root / FILE).write_bytes(b"damaged"),
    ]
    for number, change in enumerate(changes):
        change(site)
        assert site.known() is None, number
        site.result = build(site.options)
        assert site.known() is not None, number


def test_what_is_written_twice_within_a_tick_is_looked_at(
    site: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same size and the same times, its bytes are others."""
    story = site.root / STORY
    edits.edit_body(story, "Nine people are safe.")
    build(site.options)
    assert site.known()
    tree = look(site.options).tree
    status = story.stat()
    edits.edit_body(story, "Five people are safe.")
    os.utime(story, ns=(status.st_atime_ns, status.st_mtime_ns))
    within_the_tick = tuple(
        replace(one, ctime_ns=status.st_ctime_ns) if one.path == STORY else one
        for one in look(site.options).files
    )
    monkeypatch.setattr("ht_newsgen.build.sight.scan", lambda _: (within_the_tick, ()))
    assert look(site.options).tree == tree
    assert site.known() is None


def test_a_site_with_links_is_never_taken_as_known(site: Built) -> None:
    """What they lead to has times of its own."""
    file = site.root / "static" / "file.txt"
    file.write_text("A text.")
    link = file.with_name("link.txt")
    link.symlink_to(file)
    assert build(site.options).published
    assert site.known() is None
    link.unlink()
