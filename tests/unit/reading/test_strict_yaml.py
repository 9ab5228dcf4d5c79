"""What strict YAML makes of texts, and of slips."""

import pytest

from ht_newsgen.reading import strict_yaml
from ht_newsgen.reading.notes import Notes
from ht_newsgen.reading.rules import FRONT_MATTER
from ht_newsgen.reading.strict_yaml import parse_yaml
from ht_newsgen.reading.tree import Mapping, Node, Scalar, Sequence, Value, value_of
from tests.unit.reading.tables import Case, cases, told


def plain(node: Node | None) -> object:
    """A tree as Python's own values."""
    match node:
        case Scalar():
            return value_of(node)
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
    return None


def earned(case: Case) -> str:
    notes = Notes("content/flash/raids.md", FRONT_MATTER)
    parse_yaml(case.text.removesuffix("\n"), notes)
    return told(notes.problems)


@pytest.mark.parametrize("case", cases("slips.txt"), ids=lambda case: case.name)
def test_a_slip_is_told_in_words_with_its_place_and_its_mending(case: Case) -> None:
    """Each slip of `slips.txt` earns what stands below it."""
    assert earned(case) == case.earned


@pytest.mark.parametrize("case", cases("slips.txt"), ids=lambda case: case.name)
def test_a_slip_is_told_alike_without_libyaml(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages do not depend on how PyYAML was installed."""
    monkeypatch.setattr(strict_yaml, "FAST_LOADER", None)
    assert earned(case) == case.earned


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("yes", "yes"),
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("10:30", "10:30"),
        ("2018-02-19", "2018-02-19"),
        ("2018-02-19 10:00:10 -0400", "2018-02-19 10:00:10 -0400"),
        ("=", "="),
        ('"12"', "12"),
        ("'true'", "true"),
        ("raids # not in Leeds", "raids"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: Value) -> None:
    """Only what people mean as a number or as yes and no is one; dates, times and `no` are text."""
    notes = Notes("x.md", FRONT_MATTER)
    assert (plain(parse_yaml(f"key: {text}", notes)), notes.problems) == ({"key": value}, [])


def test_places_count_characters_in_the_file() -> None:
    """Lines count from where the front matter stands, columns in characters, not bytes."""
    notes = Notes("x.md", FRONT_MATTER)
    tree = parse_yaml('"čćž": [a, š]\nb: c', notes, first_line=4)
    assert tree == Mapping(
        (
            (
                Scalar("čćž", 4, 1, quoted=True, raw='"čćž"'),
                Sequence((Scalar("a", 4, 9, raw="a"), Scalar("š", 4, 12, raw="š")), 4, 8, "[a, š]"),
            ),
            (Scalar("b", 5, 1, raw="b"), Scalar("c", 5, 4, raw="c")),
        ),
        4,
        1,
    )


def test_a_mended_slip_does_not_hide_the_rest() -> None:
    """What follows a slip is read, as if it had been written rightly."""
    notes = Notes("x.md", FRONT_MATTER)
    tree = parse_yaml("title: Raids: the day after\nslug: @raids\nweight: 3", notes)
    assert plain(tree) == {"title": "Raids: the day after", "slug": "@raids", "weight": 3}


def test_a_text_longer_than_the_limit_is_not_parsed() -> None:
    """Half a megabyte is more than anybody writes."""
    notes = Notes("x.md", FRONT_MATTER)
    assert parse_yaml("a" * (strict_yaml.LARGEST + 1), notes) is None
    assert told(notes.problems) == (
        "1:1 front-matter/yaml: this is longer than 524,288 characters\n"
        "    Split it, or move what is not needed elsewhere"
    )


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "a: {"])
def test_deep_nesting_ends_in_a_problem(opening: str) -> None:
    """However deep, and without recursion."""
    notes = Notes("x.md", FRONT_MATTER)
    assert parse_yaml(opening * 3000, notes) is None
    assert [problem.rule for problem in notes.problems] == ["front-matter/yaml"]
