"""Which builds a round has, and what each finds before it."""

from argparse import Namespace
from pathlib import Path

import pytest

from benchmarks.desk import Desk
from benchmarks.edits import KINDS, Edit
from benchmarks.generators.generator import Generator
from benchmarks.items import Item
from benchmarks.report import Series, tables
from benchmarks.rounds import checked, is_due, measure_size
from benchmarks.run import parse


def text_of(item: Item) -> str:
    """A text that is its own page."""
    return f"{item.slug} /{item.permalink} {item.title}\n{item.body}"


def shell(script: str, *words: Path) -> list[str]:
    """A small program."""
    return ["/bin/sh", "-c", script, "sh", *map(str, words)]


def build(root: Path, output: Path) -> list[str]:
    """Publishes each text at its address."""
    script = (
        'cd "$1/content" && find . -name "*.md" | while read -r file; do '
        'folder="$2/${file%.md}"; folder=$(echo "$folder" | sed s,/pages/,/,); '
        'mkdir -p "$folder"; cp "$file" "$folder/index.html"; done; echo build >> "$1/../runs"'
    )
    return shell(script, root, output)


def check(root: Path) -> list[str]:
    """Finds nothing."""
    return shell('echo check >> "$1/../runs"', root)


def generator(name: str, *, can_check: bool) -> Generator:
    """As little of one as builds."""
    return Generator(
        name=name,
        text_of=text_of,
        prepare=lambda _: None,
        command=build,
        template="base",
        check=check if can_check else None,
    )


def note(desk: Desk) -> None:
    """An edit that leaves a trace."""
    with (desk.folder / "runs").open("a") as file:
        file.write("edit\n")


def runs(desk_folder: Path) -> list[str]:
    """What was run there, in its order."""
    return (desk_folder / "runs").read_text().split()


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_that_is_wanted_is_measured_in_each_round(kind: str, turn: int) -> None:
    """And nothing else but the first clean build, which the others need."""
    wishes = Namespace(only=[kind], growth=None)
    due = [other for other in KINDS if is_due(other, turn, wishes)]

    assert due == ([kind] if turn > 1 or kind == "clean" else ["clean", kind])


def test_where_sizes_are_compared_a_site_is_built_clean_once() -> None:
    """And edited in every round: a large site shall have several edits in bearable time."""
    wishes = parse(["--growth", "10,20", "--peers", "none"])

    assert wishes.sizes == [10, 20]
    assert [kind for kind in KINDS if is_due(kind, 1, wishes)] == ["clean", "nothing", "body"]
    assert [kind for kind in KINDS if is_due(kind, 2, wishes)] == ["nothing", "body"]


def test_a_check_is_measured_between_a_check_and_a_build(tmp_path: Path) -> None:
    """The first so that what is known already is known; the build so that the edit can be seen."""
    desk = Desk(generator("checker", can_check=True), tmp_path)
    desk.site.mkdir()
    (desk.site / "content").mkdir()
    cost = checked(desk, Edit(note))

    assert runs(tmp_path) == ["check", "edit", "check", "build"]
    assert cost.wall > 0


def test_a_generator_that_cannot_check_shows_a_dash(tmp_path: Path) -> None:
    """Its site is left as it is then."""
    able, unable = generator("able", can_check=True), generator("unable", can_check=False)
    series, said = Series(items=12), list[str]()
    wishes = Namespace(
        generators=[able, unable], rounds=2, only=["check-body"], growth=None, verify=False
    )
    measure_size(series, wishes, tmp_path, said.append)

    rows = [line for line in tables(series).splitlines() if line.startswith("| check, one body")]
    assert runs(tmp_path / "unable") == ["build"]
    assert runs(tmp_path / "able") == ["build", *["check", "check", "build"] * 2]
    assert [row.split("|")[3].strip() for row in rows] == ["–"] * 4
    assert sum("check, one body: able" in sentence for sentence in said) == 2
