"""The ways in which the program ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import ht_newsgen.cli
from ht_newsgen.cli.app import app
from ht_newsgen.cli.commands import COMMANDS, command_named
from ht_newsgen.errors import OutputRefused, ThemeBroken
from tests.support.loading import is_ours, libraries, loaded_by
from tests.unit.cli.conftest import Bench


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (OutputRefused("public/ is not ours."), 2, "ht-newsgen: public/ is not ours.\n"),
        (ThemeBroken("base.html is broken."), 1, "ht-newsgen: base.html is broken.\n"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_each_way_of_ending_has_its_exit_code(
    bench: Bench, raised: BaseException, code: int, told: str
) -> None:
    """What we stop for is a sentence; interruptions and closed pipes are quiet."""
    bench.result = raised

    ended, out, err = bench("check")

    assert (ended, out, err.lstrip("\n")) == (code, "", told)


@pytest.mark.usefixtures("site")
def test_a_bug_of_ours_is_a_sentence_and_a_file(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to read a traceback; it is kept where it can be sent from."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    bench.result = ZeroDivisionError("a secret")

    code, out, err = bench("check")

    (kept,) = tmp_path.glob("ht-newsgen-bug-*.txt")
    assert (code, out) == (3, "")
    assert err == (
        "ht-newsgen: this is a bug in ht-newsgen, not in your content (ZeroDivisionError).\n"
        f"Where it happened is written in {kept}; please report it.\n"
    )
    assert "ZeroDivisionError: a secret" in kept.read_text()


@pytest.mark.usefixtures("site")
def test_debug_shows_the_traceback(bench: Bench) -> None:
    """For us, who want to see it at once."""
    bench.result = ZeroDivisionError("a secret")

    code, _, err = bench("--debug", "check")

    assert code == 3
    assert "Traceback" in err
    assert "ZeroDivisionError: a secret" in err


@pytest.mark.parametrize(
    "words", [["buidl"], ["build", "--no-such"], ["list", "nothing"], ["init"], ["new"]]
)
def test_wrong_use_is_told_with_the_usage(bench: Bench, words: list[str]) -> None:
    """Exit code 2, and nothing on standard output."""
    code, out, err = bench(*words)

    assert (code, out) == (2, "")
    assert err.startswith("Usage: ht-newsgen ")


def test_a_command_needs_a_site(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside of one it says what to do."""
    monkeypatch.chdir(tmp_path)

    code, out, err = bench("build")

    assert (code, out) == (2, "")
    assert err.startswith("ht-newsgen: There is no newsgen.yaml in ")


def test_the_version_is_that_of_the_package(bench: Bench) -> None:
    """One source."""
    assert bench("--version") == (0, f"ht-newsgen {ht_newsgen.__version__}\n", "")


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)])
def test_every_help_explains_itself(bench: Bench, words: list[str]) -> None:
    """A sentence, examples that begin with the program's name, and the exit codes."""
    code, out, err = bench(*words, "--help")

    assert (code, err) == (0, "")
    assert out.startswith("Usage: ht-newsgen")
    assert "\nExamples:\n  ht-newsgen " in out
    assert "\nExit codes:\n  0  fine\n" in out
    assert max(map(len, out.splitlines())) <= 100


def test_every_option_has_help_and_a_group() -> None:
    """Nothing in the program is undocumented."""
    options = [
        option
        for command in (app, *map(command_named, COMMANDS))
        for option in command.params
        if isinstance(option, click.Option)
    ]
    assert [option.name for option in options if not option.help] == []
    assert {getattr(option, "group", None) for option in options} == {
        "General", "Links out of the site", "Mend", "Output", "Preview", "Site", "Speed",
        "The item", "The source",
    }  # fmt: skip


def test_the_list_of_commands_is_whole() -> None:
    """Each file of a command stands in it."""
    files = Path(ht_newsgen.cli.__file__).parent.glob("*.py")
    commands = {file.stem for file in files if f"\ndef {file.stem}_command(" in file.read_text()}

    assert set(COMMANDS) == commands


def test_the_list_of_commands_says_what_each_command_says(bench: Bench) -> None:
    """Of its own help the first words; and no sentence is cut off."""
    _, listed, _ = bench("--help")

    for name, sentence in COMMANDS.items():
        assert sentence in listed
        assert (command_named(name).help or "").startswith(sentence.split(":")[0].rstrip("."))


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["buidl"], ["--no-such"], []])
def test_help_loads_no_command(words: list[str]) -> None:
    """It is there at once, and so is the answer to a slip of the fingers."""
    loaded = loaded_by(*words)

    assert libraries(loaded) == {"click"}
    assert {name for name in loaded if is_ours(name)} == {"ht_newsgen", "errors"} | {
        f"cli{name}" for name in ("", ".app", ".commands", ".crash", ".hands", ".help")
    }


@pytest.mark.parametrize("columns", ["40", "80", "90", "300", "0", "-1", "many", ""])
def test_help_is_as_wide_as_click_would_make_it(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The width is asked for in another way, which loads less."""
    monkeypatch.setenv("COLUMNS", columns)
    told = app.get_help(click.Context(app, **app.context_settings))
    assert told == click.Command.get_help(app, click.Context(app, **app.context_settings))
    assert "shutil" not in loaded_by("--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_loads_no_other_room(name: str) -> None:
    """No values, and no library but that of the command line."""
    loaded = loaded_by(name, "--help")

    assert libraries(loaded) == {"click"}
    rooms = {module.partition(".")[0] for module in loaded if is_ours(module)}
    assert rooms - {"kit"} == {"ht_newsgen", "cli", "errors"}


def test_everything_is_said_before_the_program_ends() -> None:
    """It ends at once, without taking apart what it has loaded."""
    done = subprocess.run(
        [sys.executable, "-m", "ht_newsgen", "schema", "config"], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["type"] == "object"

    done = subprocess.run(
        [sys.executable, "-m", "ht_newsgen", "schema", "nothing"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"ht-newsgen: There is no schema 'nothing'")


def test_a_profiler_sees_the_end() -> None:
    """It has its own last words."""
    done = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "ht_newsgen", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "function calls" in done.stdout


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """Whoever reads our results may stop at any time; `head` does."""
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "ht_newsgen", "init", str(tmp_path / "site")],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")
