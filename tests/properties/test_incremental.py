"""An incremental build equals a clean one, to the byte, after any history of edits."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from ht_newsgen.build import settled
from tests.support import edits
from tests.support.history import History

TICK_NS = 20_000_000
"""Files are edited moments apart here; with the real margin, every one would be read every time."""

which = st.integers(min_value=0, max_value=40)
texts = st.sampled_from(edits.BODIES)
titles = st.sampled_from(edits.TITLES)
names = st.sampled_from(("floods", "raids", "note-1", "index", "Поплаве"))
folders = st.sampled_from(("flash/2025", "flash/2026", "stories/2026", "pages", "newsletter"))
keys = st.sampled_from(sorted(edits.KEYS)).flatmap(
    lambda key: st.tuples(st.just(key), st.sampled_from(edits.KEYS[key]))
)
marks = st.sampled_from(("", "one mark", "two marks"))
pictures = st.sampled_from(
    ("content/stories/2026/square.png", "content/media/shared.png", "static/shared.png")
)
colours = st.sampled_from(("", "teal", "red"))
statics = st.sampled_from(("assets/site.css", "robots.txt", "favicon.svg", "assets/print.css"))


class Newsroom(RuleBasedStateMachine):
    """A newsroom at work; every rule is an edit, after which both builds are made."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
        self.margin, settled.RACY_NS = settled.RACY_NS, TICK_NS
        self.history = History(self.folder)
        self.root = self.history.root
        self.history.check()

    def teardown(self) -> None:
        settled.RACY_NS = self.margin
        shutil.rmtree(self.folder)

    def item(self, number: int) -> Path:
        return (found := edits.items(self.root))[number % len(found)]

    @rule(folder=folders, name=names, title=titles, body=texts)
    def add(self, folder: str, name: str, title: str, body: str) -> None:
        edits.add(self.root, folder.partition("/")[0], name, title, body)
        self.history.check()

    @rule(number=which, body=texts)
    def edit_a_body(self, number: int, body: str) -> None:
        edits.edit_body(self.item(number), body)
        self.history.check()

    @rule(number=which, title=titles)
    def edit_a_title(self, number: int, title: str) -> None:
        edits.set_key(self.item(number), "title", title)
        self.history.check()

    @rule(number=which, key=keys)
    def edit_front_matter(self, number: int, key: tuple[str, str]) -> None:
        edits.set_key(self.item(number), *key)
        self.history.check()

    @rule(number=which, language=st.sampled_from(edits.KEYS["language"]))
    def edit_the_language(self, number: int, language: str) -> None:
        edits.set_key(self.item(number), "language", language)
        self.history.check()

    @rule(number=which, folder=folders, name=names)
    def rename(self, number: int, folder: str, name: str) -> None:
        edits.move(self.root, self.item(number), folder, name)
        self.history.check()

    @rule(number=which)
    def delete(self, number: int) -> None:
        if len(edits.items(self.root)) > 6:
            self.item(number).unlink()
        self.history.check()

    @rule(number=which)
    def withdraw(self, number: int) -> None:
        edits.set_key(self.item(number), "status", "withdrawn")
        self.history.check()

    @rule(number=which, other=which)
    def swap(self, number: int, other: int) -> None:
        one, two = self.item(number), self.item(other)
        aside = one.with_suffix(".aside")
        one.rename(aside)
        if two.exists():
            two.rename(one)
        aside.rename(two)
        self.history.check()

    @rule(number=which, body=texts)
    def edit_and_take_it_back(self, number: int, body: str) -> None:
        file = self.item(number)
        kept = self.folder / "kept"
        shutil.copy2(file, kept)
        edits.edit_body(file, body)
        self.history.check()
        shutil.copy2(kept, file)
        self.history.check()

    @rule(name=st.sampled_from(edits.TEMPLATES), mark=marks)
    def change_a_template(self, name: str, mark: str) -> None:
        edits.override(self.root, name, mark)
        self.history.check()

    @rule(mark=marks)
    def compute_a_name(self, mark: str) -> None:
        edits.compute_a_name(self.root, mark)
        self.history.check()

    @rule(name=statics, text=st.sampled_from(("", "a { color: red }", "a { color: tan }")))
    def change_a_static_file(self, name: str, text: str) -> None:
        edits.static(self.root, name, text)
        self.history.check()

    @rule(path=pictures, colour=colours)
    def change_a_picture(self, path: str, colour: str) -> None:
        edits.picture(self.root / path, colour)
        self.history.check()

    @rule(number=st.integers(0, len(edits.REGISTERS) - 1))
    def change_a_register(self, number: int) -> None:
        edits.declare(self.root, number)
        self.history.check()

    @rule(number=st.integers(0, len(edits.CONFIGURATION) - 1))
    def change_the_configuration(self, number: int) -> None:
        edits.configure(self.root, number)
        self.history.check()

    @rule(hours=st.sampled_from((-24 * 40, 0, 5, 21, 22, 60, 24 * 40, 24 * 200)))
    def move_the_clock(self, hours: int) -> None:
        self.history.now(hours)
        self.history.check()

    @rule(
        drafts=st.booleans(),
        strict=st.booleans(),
        keep_going=st.booleans(),
        base_url=st.sampled_from(("", "https://other.example/", "https://other.example/a/")),
    )
    def wish(self, **wishes: Any) -> None:
        self.history.wish(**wishes)
        self.history.check()

    @rule(number=st.integers(0, 1))
    def build_elsewhere(self, number: int) -> None:
        self.history.into(number)
        self.history.check()

    @rule()
    def delete_the_output(self) -> None:
        shutil.rmtree(self.history.options.output, ignore_errors=True)
        self.history.check()

    @rule()
    def delete_the_cache(self) -> None:
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        self.history.check()

    @rule(when=st.sampled_from((1_000_000_000, 1_500_000_000)))
    def check_out_afresh(self, when: int) -> None:
        edits.touch(self.root, when)
        edits.touch(self.history.options.output, when)
        self.history.check()

    @rule(number=which, how=st.sampled_from(("deleted", "edited", "linked", "touched")))
    def meddle_with_the_output(self, number: int, how: str) -> None:
        edits.meddle(self.history.options.output, number, how)
        self.history.check()


def run(examples: int, steps: int) -> None:
    """So many newsrooms, each with so many edits."""
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_an_incremental_build_equals_a_clean_one() -> None:
    """A few short histories, for the run while writing."""
    run(1, 12)


@pytest.mark.slow
def test_an_incremental_build_equals_a_clean_one_after_long_histories() -> None:
    """Whatever was edited, in whatever order, and whatever the last builds were."""
    run(4, 25)
