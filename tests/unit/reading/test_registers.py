"""The registers: what may stand in them, and what is told of the rest."""

from datetime import date
from pathlib import Path

import pytest

from ht_newsgen.model.people import Author
from ht_newsgen.model.registers import DeclaredSource, Helpline, Registers
from ht_newsgen.model.taxonomy import ContentNote, Topic
from ht_newsgen.reading.registers import read_registers
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import Case, cases, told


def site(folder: Path, registers: dict[str, str]) -> Path:
    data = folder / "content" / "data"
    data.mkdir(parents=True, exist_ok=True)
    for name, text in registers.items():
        (data / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def earned(case: Case, folder: Path) -> str:
    first, _, text = case.text.partition("\n")
    registers, problems = read_registers(site(folder, {first.removeprefix("@ "): text}), CONFIG)
    assert {problem.place.path for problem in problems} <= {f"content/data/{first[2:]}.yaml"}
    if not problems:
        assert registers != Registers() or "#" in text
    return told(sorted(problems))


@pytest.mark.parametrize("case", cases("registers.txt"), ids=lambda case: case.name)
def test_every_mistake_of_a_register_is_told(case: Case, tmp_path: Path) -> None:
    """Each register of `registers.txt` earns what stands below it."""
    assert earned(case, tmp_path) == case.earned


def test_registers_that_are_not_there_are_empty(tmp_path: Path) -> None:
    """A site needs none of them."""
    assert read_registers(tmp_path, CONFIG) == (Registers(), ())


def test_every_key_of_the_registers_is_read(tmp_path: Path) -> None:
    """All registers with all their keys; each keeps the order of its file."""
    root = site(
        tmp_path,
        {
            "topics": "b: {title: {en: B, bs: Be}, description: About B}\na: {title: A}",
            "sources": "europol: {name: Europol, url: https://www.europol.europa.eu/, "
            "feed: https://www.europol.europa.eu/rss.xml, feed_title: News, language: EN}",
            "authors": "ifs-emmaus: {name: IFS-EMMAUS, url: https://mfs-emmaus.ba/}",
            "content_notes": "child-victims: {text: This text is about crimes against children.}",
            "helplines": "- {country: eu, name: Missing children, phone: '116 000', "
            "languages: [en, bs], hours: always, free: true, for: [missing_child], "
            "verified_on: 2026-11-23, source: https://example.org/116000}",
        },
    )
    assert read_registers(root, CONFIG) == (
        Registers(
            topics={
                "b": Topic(id="b", title={"en": "B", "bs": "Be"}, description={"": "About B"}),
                "a": Topic(id="a", title={"": "A"}),
            },
            sources={
                "europol": DeclaredSource(
                    id="europol",
                    name="Europol",
                    url="https://www.europol.europa.eu/",
                    feed="https://www.europol.europa.eu/rss.xml",
                    feed_title="News",
                    language="en",
                )
            },
            authors={
                "ifs-emmaus": Author(
                    id="ifs-emmaus", name="IFS-EMMAUS", url="https://mfs-emmaus.ba/"
                )
            },
            content_notes={
                "child-victims": ContentNote(
                    id="child-victims",
                    text={"": "This text is about crimes against children."},
                )
            },
            helplines=(
                Helpline(
                    country="EU",
                    name={"": "Missing children"},
                    phone="116 000",
                    languages=("en", "bs"),
                    hours={"": "always"},
                    free=True,
                    serves=("missing_child",),
                    verified_on=date(2026, 11, 23),
                    source="https://example.org/116000",
                    line=1,
                    column=142,
                ),
            ),
        ),
        (),
    )


def test_a_mistake_in_one_entry_leaves_the_others(tmp_path: Path) -> None:
    """An entry is whole or absent."""
    root = site(tmp_path, {"topics": "a: {title: A}\nb: {titel: B}\nc: {title: C}"})
    registers, problems = read_registers(root, CONFIG)
    assert (list(registers.topics), len(problems)) == (["a", "c"], 2)


def test_a_register_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    """Rule content/link: nothing is read through a link that leads out."""
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: {title: A}")
    root = site(tmp_path / "site", {})
    (root / "content" / "data" / "topics.yaml").symlink_to(outside)
    registers, problems = read_registers(root, CONFIG)
    assert (registers, [problem.rule for problem in problems]) == (Registers(), ["content/link"])


def test_a_register_that_is_a_folder_is_told(tmp_path: Path) -> None:
    """Rule content/unreadable."""
    (tmp_path / "content" / "data" / "topics.yaml").mkdir(parents=True)
    registers, problems = read_registers(tmp_path, CONFIG)
    assert (registers, [problem.rule for problem in problems]) == (
        Registers(),
        ["content/unreadable"],
    )


def test_a_register_larger_than_anybody_writes_is_not_read(tmp_path: Path) -> None:
    """Rule content/size."""
    root = site(tmp_path, {"topics": "#" * (512 * 1024 + 1)})
    _, problems = read_registers(root, CONFIG)
    assert [problem.rule for problem in problems] == ["content/size"]
