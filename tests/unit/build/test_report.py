"""How problems are told, to a person, a program and a pull request."""

import json
from pathlib import Path

import pytest

from ht_newsgen.build.report import Format, report
from ht_newsgen.build.reports.github import as_github
from ht_newsgen.build.reports.lines import line_reader
from ht_newsgen.build.reports.tally import tally
from ht_newsgen.build.reports.text import SHOWN_OF_A_KIND, as_text
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say

RAIDS = "content/flash/2018/raids.md"
COLON = Problem(
    place=Place(RAIDS, 3, 25),
    rule="front-matter/yaml",
    message=say('a value with ": " in it needs quotes'),
    help=say('Write it as: title: "Human trafficking: MEPs call on EU"'),
)
TOPIC = Problem(
    place=Place("content/flash/2017/floods.md", 5, 10),
    rule="registers/unknown-topic",
    message=say("`police-work` is no declared topic"),
    help=say("Did you mean `police`?\nTopics are declared in content/data/topics.yaml"),
    severity=Severity.WARNING,
)
EMPTY = Problem(
    place=Place("content/flash/2018/empty.md"), rule="article/empty", message=say("empty")
)

LINES = {
    (RAIDS, 3): "title: Human trafficking: MEPs call on EU",
    ("content/flash/2017/floods.md", 5): "topics: [police-work]",
}


def read_line(path: str, line: int) -> str:
    return LINES.get((path, line), "")


def test_a_problem_shows_its_place_its_line_a_caret_and_help() -> None:
    """The form of the design, to the letter."""
    assert as_text([COLON], read_line) == (
        "content/flash/2018/raids.md:3:25: front-matter/yaml: "
        'a value with ": " in it needs quotes\n'
        "    title: Human trafficking: MEPs call on EU\n"
        "                            ^\n"
        '    Write it as: title: "Human trafficking: MEPs call on EU"'
    )


def test_a_flood_of_one_kind_in_one_file_is_counted() -> None:
    """What is wrong elsewhere would be drowned; programs are told all of them."""
    flood = [
        Problem(place=Place("content/a.md", line), rule="a/b", message=say("m{line}", line=line))
        for line in range(1, SHOWN_OF_A_KIND + 1_003)
    ]
    last = Problem(place=Place("content/z.md"), rule="a/b", message=say("m"))

    *shown, after, counted, _ = as_text([*flood, last], read_line).split("\n\n")

    assert shown == [f"content/a.md:{line}: a/b: m{line}" for line in range(1, SHOWN_OF_A_KIND + 1)]
    assert (counted, after) == (
        "content/a.md: a/b: 1,002 more of these in this file\n    With --format json, all are told",
        "content/z.md: a/b: m",
    )
    assert as_github(flood).count("\n") == len(flood) - 1


def test_errors_are_sorted_by_place_and_warnings_come_after_them() -> None:
    """One reads a file from top to bottom; what does not stop a build says so."""
    assert as_text([COLON, EMPTY, TOPIC], read_line) == (
        "content/flash/2018/empty.md: article/empty: empty\n"
        "\n" + as_text([COLON], read_line) + "\n"
        "\n"
        "content/flash/2017/floods.md:5:10: warning: registers/unknown-topic: "
        "`police-work` is no declared topic\n"
        "    topics: [police-work]\n"
        "             ^\n"
        "    Did you mean `police`?\n"
        "    Topics are declared in content/data/topics.yaml"
    )


def test_a_place_without_a_column_has_no_caret() -> None:
    """The line is shown, but nothing in it is blamed."""
    found = Problem(place=Place(RAIDS, 3), rule="a/b", message=say("m"))

    assert as_text([found], read_line) == f"{RAIDS}:3: a/b: m\n    {LINES[RAIDS, 3]}"


def test_a_problem_of_no_file_has_no_place() -> None:
    """The message stands alone."""
    assert as_text([Problem(place=Place(""), rule="a/b", message=say("m"))], read_line) == "a/b: m"


def test_colour_changes_nothing_but_the_colour() -> None:
    """Without the escape sequences the text is the same."""
    coloured = as_text([COLON, TOPIC], read_line, colour=True)

    plain = coloured
    for style in ("1", "31", "33", "0"):
        plain = plain.replace(f"\x1b[{style}m", "")
    assert plain != coloured
    assert plain == as_text([COLON, TOPIC], read_line)


def test_content_cannot_steer_the_terminal() -> None:
    """Escape sequences in paths, messages, lines and help are shown, not sent."""
    evil = "\x1b]0;owned\x07\x9b2J\u202e"
    found = Problem(
        place=Place(evil, 1, 1),
        rule="a/b",
        message=say("{evil}", evil=evil),
        help=say("{evil}", evil=evil),
    )

    told = as_text([found], lambda _path, _line: evil)

    assert not set(told) & set("\x1b\x07\x9b\u202e")
    assert told.count("␛]0;owned␇\\u009b2J\\u202e") == 4


def test_the_tally_counts_errors_warnings_and_files() -> None:
    """Singular and plural; what does not occur is not counted."""
    assert [tally([]), tally([EMPTY]), tally([COLON, EMPTY, TOPIC, TOPIC, COLON])] == [
        "no problems",
        "1 error in 1 file",
        "3 errors and 2 warnings in 3 files",
    ]


def test_json_is_one_list_of_objects() -> None:
    """For programs: every part of a problem under a name of its own, in ASCII."""
    text = report([COLON, TOPIC], Format.JSON, read_line)

    assert text.isascii()
    assert json.loads(text)[1] == {
        "file": RAIDS,
        "line": 3,
        "column": 25,
        "rule": "front-matter/yaml",
        "severity": "error",
        "message": str(COLON.message),
        "help": str(COLON.help),
        "mends": [],
    }
    assert json.loads(report([], Format.JSON, read_line)) == []


def test_workflow_commands_are_escaped() -> None:
    """Percent signs, line ends, colons and commas as the runner decodes them."""
    found = Problem(
        place=Place("content/a,b:50%.md", 3, 8),
        rule="a/b",
        message=say("50% too, much"),
        help=say("x\ny"),
    )

    assert as_github([found, TOPIC], folder="site") == (
        "::error file=site/content/a%2Cb%3A50%25.md,line=3,col=8,title=a/b::"
        "50%25 too, much%0Ax%0Ay\n"
        "::warning file=site/content/flash/2017/floods.md,line=5,col=10,"
        "title=registers/unknown-topic::`police-work` is no declared topic%0A"
        "Did you mean `police`?%0ATopics are declared in content/data/topics.yaml"
    )


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    """Whatever a message holds, one problem is one line."""
    found = Problem(
        place=Place("a.md", 1, 1), rule="a/b", message=say("x\r\n::stop-commands::y\x85z")
    )

    assert as_github([found]).splitlines() == [
        "::error file=a.md,line=1,col=1,title=a/b::x%0A::stop-commands::y%0Az"
    ]


def test_lines_end_where_an_editor_ends_them(tmp_path: Path) -> None:
    """A byte order mark is no character; vertical tabs and U+2028 end no line."""
    tmp_path.joinpath("a.md").write_bytes("\ufeffone\r\ntwo\u2028\x0b2\rthree\n\xe9".encode())
    tmp_path.joinpath("b.md").write_bytes(b"caf\xe9")
    read = line_reader(tmp_path)

    assert [read("a.md", number) for number in range(6)] == [
        "", "one", "two\u2028\x0b2", "three", "é", "",
    ]  # fmt: skip
    assert read("b.md", 1) == "caf\ufffd"


@pytest.mark.parametrize("path", ["absent.md", "../secret.md", "a\0b.md", "folder"])
def test_a_file_that_cannot_be_read_has_no_lines(tmp_path: Path, path: str) -> None:
    """A report never fails for want of a line, and never shows a file from elsewhere."""
    tmp_path.joinpath("secret.md").write_text("secret")
    root = tmp_path / "site"
    root.joinpath("folder").mkdir(parents=True)

    assert line_reader(root)(path, 1) == ""
