"""A build may be killed at any moment, in any of its processes; the next one repairs it."""

import random
import shutil
import time
from multiprocessing import Pipe
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import WORTH_A_WORKER
from ht_newsgen.build.start import build
from tests.support.history import differing
from tests.support.killing import ended, gone, half_written, kill, started
from tests.support.sites import NOW, ROOT, make_site, tree

pytestmark = pytest.mark.slow
CONFIGURATION = """\
base_url: https://example.org/
title: {title}
page_size: 20
sections: [{{id: flash, title: Flash, kind: flash}}]
"""
ITEMS = 2 * WORTH_A_WORKER
"""Enough for two workers to read them, and to render what comes of them; no more."""
MOMENT = 0.002
"""Seconds between two looks at what is published: to look all the time would hold up the build."""


class Newsroom:
    """A site that is edited, built, killed and built again."""

    def __init__(self, folder: Path) -> None:
        self.root = make_site(
            folder / "site",
            {
                f"content/flash/2026/item-{number}.md": (
                    f"---\ntitle: Item {number}\ndate: 2025-{number % 12 + 1:02}-01\n---\n\n"
                    + f"Paragraph {number} with *emphasis* and a [link](/).\n\n" * 3
                )
                for number in range(ITEMS)
            },
        )
        output = folder / "public"
        self.options = Options(root=self.root, output=output, theme=ROOT, now=NOW, jobs=2)
        self.expected = {}
        for title in ("One", "Two"):
            self.retitle(title)
            clean = folder / title
            build(replace(self.options, output=clean, cache=False))
            self.expected[title] = tree(clean)
            shutil.rmtree(clean)

    def retitle(self, title: str) -> None:
        """Every page changes."""
        self.title = title
        (self.root / "newsgen.yaml").write_text(CONFIGURATION.format(title=title))

    def forget(self) -> None:
        """Every item must be read."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    def is_as_expected(self) -> bool:
        return self.amiss() == {}

    def amiss(self) -> dict[str, object]:
        """What is not published as it should be."""
        return differing(tree(self.options.output), self.expected[self.title])


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """One for all tests: in whatever state the last has left it, the next build repairs it."""
    return Newsroom(tmp_path_factory.mktemp("newsroom"))


def kill_builds(newsroom: Newsroom, rounds: int, dice: random.Random) -> dict[str, int]:
    """So many builds, each killed somewhere; the number of those that were still at work."""
    began = time.monotonic()
    assert ended(started(newsroom.options)) == 0
    longest = time.monotonic() - began
    killed = {"parent": 0, "worker": 0, "group": 0}
    for number in range(rounds):
        newsroom.retitle(("One", "Two")[number % 2])
        if dice.random() < 0.4:
            newsroom.forget()
        if dice.random() < 0.25:  # a new site moves into place in another way
            shutil.rmtree(newsroom.options.output)
        process = started(newsroom.options)
        whom = dice.choice(tuple(killed))
        until = time.monotonic() + dice.random() * longest
        while time.monotonic() < until:
            assert half_written(newsroom.options.output) == []
            time.sleep(MOMENT)
        if not process.is_alive():
            longest *= 0.8  # the first build had less of the machine than this one
        found = kill(process, whom)
        killed[whom] += found
        code = ended(process)
        assert code == 0 or (found and whom != "worker" and code == -9), (number, whom, code)
        assert process.pid is not None
        assert gone(process.pid), f"a worker has outlived its parent in round {number}"
        assert half_written(newsroom.options.output) == []
        if whom == "worker":
            # It may have been the indexer: then the site stands without its index for once.
            assert [path for path in newsroom.amiss() if "search/index/" not in path] == []
        assert ended(started(newsroom.options)) == 0, f"no repair in round {number}"
        assert newsroom.amiss() == {}, f"round {number}, {whom}"
    return killed


def test_a_killed_build_is_repaired_by_the_next(newsroom: Newsroom) -> None:
    """Parent alone, a worker alone, or all of them; and no page is ever half there."""
    killed = kill_builds(newsroom, 40, random.Random("killed"))

    assert sum(killed.values()) > 10


def test_a_lost_worker_is_told_and_done_without(newsroom: Newsroom) -> None:
    """The system ends processes when it needs memory; the site is published all the same."""
    notes: list[str] = []
    ours, theirs = Pipe(duplex=False)
    for _ in range(50):
        newsroom.forget()
        process = started(newsroom.options, theirs.send)
        while not kill(process, "worker") and process.is_alive():
            time.sleep(0.001)
        assert ended(process) == 0
        while ours.poll():
            notes.append(ours.recv())
        if notes:
            break

    assert "worker process was lost" in notes[0]
    assert newsroom.is_as_expected()


def test_of_two_builds_at_once_the_second_waits_and_says_so_once(newsroom: Newsroom) -> None:
    """Into one folder, or into two with one cache; both end well."""
    ours, theirs = Pipe(duplex=False)
    elsewhere = newsroom.options.output.with_name("elsewhere")
    for output in (newsroom.options.output, elsewhere):
        newsroom.forget()
        shutil.rmtree(newsroom.options.output, ignore_errors=True)
        first = started(newsroom.options)
        while not (newsroom.root / ".cache" / "newsgen.lock").exists():
            time.sleep(0.001)
        second = started(replace(newsroom.options, output=output), theirs.send)
        assert (ended(first), ended(second)) == (0, 0)
        assert newsroom.is_as_expected()
        assert ours.poll()
        assert (ours.recv(), ours.poll()) == ("waiting", False)

    assert differing(tree(elsewhere), newsroom.expected[newsroom.title]) == {}
