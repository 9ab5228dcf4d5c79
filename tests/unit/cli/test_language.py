"""In which language an editor is told what is wrong."""

import pytest

from ht_newsgen.build.result import Result
from ht_newsgen.cli.language import language_of, words_of
from ht_newsgen.kit.problems import Place, Problem
from ht_newsgen.kit.sentences import say, say_counted, spoken
from tests.unit.cli.conftest import Bench


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en-GB"),
        ({"LANG": "bs_BA.UTF-8"}, "bs-BA"),
        ({"LANG": "sr_RS@latin"}, "sr-RS"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "hr_HR"}, "hr-HR"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "hr_HR", "LC_ALL": "C"}, "en"),
        ({"LANG": "bs_BA", "LC_ALL": ""}, "bs-BA"),
    ],
)
def test_the_environment_names_a_language(environ: dict[str, str], expected: str) -> None:
    """As POSIX has it: LC_ALL before LC_MESSAGES before LANG, and an empty one is none."""
    assert language_of(environ) == expected


@pytest.mark.parametrize("tag", ["bs", "bs_BA", "hr_HR", "sr_RS", "sr_RS@latin", "sr_ME", "cnr"])
def test_neighbours_are_told_in_bosnian(tag: str) -> None:
    """They read it as their own; other languages are told in English."""
    words = words_of("", {"LANG": f"{tag}.UTF-8"})

    assert spoken(say("this file is empty"), words) == "ova datoteka je prazna"
    assert spoken(say("this file is empty"), words_of("", {"LANG": "de_AT.UTF-8"})) == (
        "this file is empty"
    )


def test_counts_are_said_as_bosnian_says_them() -> None:
    """One, few, many; a point between thousands."""
    words = words_of("bs", {})

    assert [
        spoken(say_counted("{count} error", "{count} errors", count=count), words)
        for count in (1, 2, 5, 21, 1_200)
    ] == ["1 greška", "2 greške", "5 grešaka", "21 greška", "1.200 grešaka"]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("command", ["check", "build"])
def test_the_language_that_is_asked_for_counts_more_than_the_environments(
    bench: Bench, command: str
) -> None:
    """The whole report is in it: what is wrong, what to do, and how much there is."""
    found = Problem(
        Place("newsgen.yaml", 1), "content/empty", say("this file is empty"), say("Remove it")
    )
    bench.result = Result(problems=(found,), published=False)
    bench.environ = {"LANG": "de_AT.UTF-8"}

    _, out, err = bench(command, "--language", "bs")
    told = out + err

    assert "newsgen.yaml:1: content/empty: ova datoteka je prazna\n" in told
    assert "    Uklonite to\n" in told
    assert "\n1 greška u 1 datoteci." in told
    bench.environ = {"LANG": "bs_BA.UTF-8"}
    assert "this file is empty" in "".join(bench(command, "--language", "en")[1:])
