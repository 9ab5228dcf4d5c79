"""A desk that corrects texts all day: what is published equals a clean build, after any history."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from ht_newsgen.build import pipeline, settled
from tests.support import edits
from tests.support.history import History

NOTES = (
    "flash/2026/one",
    "flash/2026/two",
    "stories/2026/three",
    "pages/four",
    "stories/2025/five",
)
FRONT = "---\ntitle: {}\nstandfirst: In one sentence.\n{}---\n\n{}\n"
DAY = "date: 2026-05-30\n"
TEXTS = (
    "Nine people are safe.",
    "Five people are safe.",
    "A note.[^1]\n\n[^1]: With a [link](/about/).",
    "Nine people are safe.\n\nSo are nine others.",
    "",
)
notes = st.sampled_from(NOTES)
texts = st.sampled_from(TEXTS)


class Desk(RuleBasedStateMachine):
    """Some items that are corrected, and now and then something else."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        self.margin, settled.RACY_NS = settled.RACY_NS, 1_000_000
        self.history = History(self.folder)
        for number, name in enumerate(NOTES):
            self.write(name, f"Text {number}.", name)
        assert self.history.check().published

    def teardown(self) -> None:
        settled.RACY_NS = self.margin
        shutil.rmtree(self.folder)

    def file(self, name: str) -> Path:
        return self.history.root / "content" / f"{name}.md"

    def write(self, name: str, text: str, title: str) -> None:
        day = "" if name.startswith("pages") else DAY
        self.file(name).parent.mkdir(parents=True, exist_ok=True)
        self.file(name).write_text(FRONT.format(title, day, text))

    @rule(name=notes, text=texts)
    def correct(self, name: str, text: str) -> None:
        self.write(name, text, name)
        self.history.check()

    @rule(name=notes, text=texts, other=notes, another=texts)
    def correct_two(self, name: str, text: str, other: str, another: str) -> None:
        self.write(name, text, name)
        self.write(other, another, other)
        self.history.check()

    @rule(name=notes, other=notes)
    def exchange(self, name: str, other: str) -> None:
        one, two = self.file(name).read_text(), self.file(other).read_text()
        self.file(name).write_text(two)
        self.file(other).write_text(one)
        self.history.check()

    @rule(name=notes, text=texts)
    def correct_and_take_it_back(self, name: str, text: str) -> None:
        before = self.file(name).read_text()
        self.write(name, text, name)
        self.history.check()
        self.file(name).write_text(before)
        self.history.check()

    @rule(name=notes, text=texts)
    def correct_and_only_read(self, name: str, text: str) -> None:
        """What `list` and a build that was stopped do to the store."""
        self.write(name, text, name)
        pipeline.load(self.history.options)

    @rule(name=notes, text=texts, title=st.sampled_from(edits.TITLES))
    def retitle(self, name: str, text: str, title: str) -> None:
        self.write(name, text, title.partition("<")[0])
        self.history.check()

    @rule(hours=st.sampled_from((0, 5, 60)))
    def move_the_clock(self, hours: int) -> None:
        self.history.now(hours)

    @rule(number=st.integers(0, 1))
    def build_elsewhere(self, number: int) -> None:
        self.history.into(number)

    @rule(drafts=st.booleans(), base_url=st.sampled_from(("", "https://other.example/")))
    def wish(self, *, drafts: bool, base_url: str) -> None:
        self.history.wish(drafts=drafts, base_url=base_url)

    @rule()
    def delete_the_cache(self) -> None:
        shutil.rmtree(self.history.root / ".cache", ignore_errors=True)

    @rule(number=st.integers(0, 40), how=st.sampled_from(("deleted", "edited", "touched")))
    def meddle_with_the_output(self, number: int, how: str) -> None:
        edits.meddle(self.history.options.output, number, how)


def run(examples: int, steps: int) -> None:
    """So many desks, each with so many corrections."""
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
            deadline=None,
        ),
    )


def test_corrected_texts_are_published_as_a_clean_build_would() -> None:
    """A few short histories, for the run while writing."""
    run(examples=2, steps=6)


@pytest.mark.slow
def test_corrected_texts_are_published_as_a_clean_build_would_after_long_histories() -> None:
    """Longer ones."""
    run(examples=4, steps=15)
