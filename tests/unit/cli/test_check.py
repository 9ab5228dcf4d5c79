"""`ht-newsgen check`: problems are its result."""

import json

import pytest

from ht_newsgen.build.result import Result
from tests.unit.cli.conftest import Bench
from tests.unit.cli.test_build import ERROR, ERROR_TEXT, WARNING

pytestmark = pytest.mark.usefixtures("site")


def test_a_check_writes_nothing(bench: Bench) -> None:
    """It asks for a dry run."""
    bench("check")

    assert [options.dry_run for options in bench.asked] == [True]


def test_the_problems_of_a_check_go_to_standard_output(bench: Bench) -> None:
    """They are what one asked for, so `check | less` works."""
    bench.result = Result(problems=(ERROR, WARNING), published=False)

    code, out, err = bench("check")

    assert (code, err) == (1, "")
    assert out == (
        f"{ERROR_TEXT}\n"
        "newsgen.yaml:1: warning: config/odd: odd\n"
        "    base_url: https://newsroom.example/\n\n"
        "1 error and 1 warning in 1 file.\n"
    )


def test_a_site_without_mistakes_is_said_to_be_one(bench: Bench) -> None:
    """Silence could mean that nothing was read; whoever wants it asks for it."""
    assert bench("check") == (0, "No problems.\n", "")
    assert bench("check", "--quiet") == (0, "", "")


def test_a_warning_fails_only_a_strict_check(bench: Bench) -> None:
    """The same problems, two exit codes."""
    bench.result = Result(problems=(WARNING,), published=False)

    assert bench("check")[0] == 0
    assert bench("check", "--strict")[0] == 1


def test_a_check_for_programs_prints_only_the_document(bench: Bench) -> None:
    """The sentence that counts goes to the error stream."""
    bench.result = Result(problems=(WARNING,), published=False)

    code, out, err = bench("check", "--format", "json")

    assert code == 0
    assert len(json.loads(out)) == 1
    assert err == "1 warning in 1 file.\n"
