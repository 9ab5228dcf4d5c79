"""`ht-newsgen build`: what it asks for, and what it says of what came of it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

import ht_newsgen
from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.build.verifying import Difference
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import StandingPage
from ht_newsgen.model.site import LeftOut, Reason, Show
from tests.unit.cli.conftest import NOON, Bench

pytestmark = pytest.mark.usefixtures("site")

ERROR = Problem(place=Place("newsgen.yaml", 1, 11), rule="config/value", message=say("is no URL"))
WARNING = Problem(
    place=Place("newsgen.yaml", 1), rule="config/odd", message=say("odd"), severity=Severity.WARNING
)
ERROR_TEXT = (
    "newsgen.yaml:1:11: config/value: is no URL\n"
    "    base_url: https://newsroom.example/\n"
    "              ^\n"
)
DONE = Result(
    problems=(),
    published=True,
    planned=84,
    written=("a", "b"),
    unchanged=82,
    removed=("c",),
    seconds=0.42,
)


def test_the_defaults_are_public_now_and_the_readers_view(bench: Bench, site: Path) -> None:
    """Nothing that readers do not see, in public/, with the theme that came along."""
    bench("build")

    top = Path(ht_newsgen.__file__).parents[2]
    assert bench.asked == [Options(root=site, output=site / "public", theme=top, now=NOON)]


def test_every_wish_reaches_the_build(bench: Bench, site: Path) -> None:
    """Short and long forms; a folder given here counts from here."""
    elsewhere = site / "content"

    bench(
        "build", "-DFE", "-b", "https://example.org/x/", "-d", "out", "-C", str(elsewhere),
        "--clock", "2018-02-22T09:00+01:00", "--strict", "--dry-run", "--keep-going", "--force",
        "--explain", "--no-cache", "-j", "3",
    )  # fmt: skip

    assert bench.asked == [
        Options(
            root=site,
            output=site / "out",
            theme=bench.asked[0].theme,
            now=datetime(2018, 2, 22, 8, 0, tzinfo=UTC),
            show=Show(drafts=True, future=True, expired=True),
            base_url="https://example.org/x/",
            strict=True,
            dry_run=True,
            keep_going=True,
            force=True,
            explain=True,
            cache=False,
            jobs=3,
        )
    ]


def test_success_is_one_line_on_standard_output(bench: Bench) -> None:
    """How much, where, how long."""
    bench.result = DONE

    code, out, err = bench("build")

    assert code == 0
    assert out == "84 files in public: 2 written, 82 unchanged, 1 removed (0.4 s).\n"
    assert err == "Waiting for another build of this folder to end …\n"


def test_quiet_is_silent_when_all_is_well(bench: Bench) -> None:
    """For scripts; the waiting is told all the same, since it can last."""
    bench.result = DONE

    assert bench("build", "-q")[:2] == (0, "")


@pytest.mark.parametrize(
    ("last_site", "consequence"),
    [
        (False, "Nothing was published."),
        (True, "Nothing was published; the last good site stays."),
    ],
)
def test_problems_go_to_standard_error_and_nothing_is_published(
    bench: Bench, site: Path, last_site: bool, consequence: str
) -> None:
    """All of them, counted, with what they mean for the site."""
    if last_site:
        site.joinpath("public").mkdir()
        site.joinpath("public", "index.html").touch()
    bench.result = Result(problems=(ERROR,), published=False)

    code, out, err = bench("build")

    assert (code, out) == (1, "")
    assert err.endswith(f"{ERROR_TEXT}\n1 error in 1 file. {consequence}\n")


def test_a_build_that_keeps_going_still_fails(bench: Bench) -> None:
    """What is good is published, and the exit code tells that not all is."""
    bench.result = Result(problems=(ERROR,), published=True, planned=3, written=("a",), unchanged=2)

    code, out, err = bench("build", "--keep-going")

    assert (code, out) == (1, "3 files in public: 1 written, 2 unchanged (0.0 s).\n")
    assert err.endswith("\n\n1 error in 1 file. The rest was published.\n")


def test_a_warning_stops_nothing(bench: Bench) -> None:
    """It is told and the site is published."""
    bench.result = Result(problems=(WARNING,), published=True, planned=1, written=("a",))

    code, out, err = bench("build")

    assert (code, out) == (0, "1 file in public: 1 written (0.0 s).\n")
    assert "newsgen.yaml:1: warning: config/odd: odd\n" in err
    assert err.endswith("\n1 warning in 1 file.\n")


def test_strict_makes_errors_of_warnings(bench: Bench) -> None:
    """In what is told and in the exit code."""
    bench.result = Result(problems=(WARNING,), published=False)

    code, _, err = bench("build", "--strict")

    assert code == 1
    assert "newsgen.yaml:1: config/odd: odd\n" in err
    assert err.endswith("\n1 error in 1 file. Nothing was published.\n")


def test_a_dry_run_says_what_would_be(bench: Bench) -> None:
    """And that nothing was done."""
    bench.result = Result(problems=(), published=False, planned=84)

    code, out, _ = bench("build", "--dry-run")

    assert (code, out) == (0, "84 files planned, nothing written (0.0 s).\n")


def test_what_is_left_out_is_counted_by_reason(bench: Bench) -> None:
    """Nobody shall wonder where an item is."""
    page = StandingPage(
        path="content/pages/a.md", section="pages", language="en", id="a", title="A", slug="a"
    )
    reasons = (Reason.FUTURE, Reason.DRAFT, Reason.FUTURE)
    left_out = tuple(LeftOut(item=page, reason=reason) for reason in reasons)
    bench.result = Result(problems=(), published=True, left_out=left_out)

    _, _, err = bench("build")

    assert err.endswith(
        "Not shown: 1 draft, 2 future. Why, and when that changes: ht-newsgen list\n"
    )


def test_json_alone_is_on_standard_output(bench: Bench) -> None:
    """One document, with or without problems; all else goes to the error stream."""
    bench.result = DONE
    assert bench("build", "--format", "json")[1] == "[]\n"

    bench.result = Result(problems=(ERROR,), published=False)
    code, out, _ = bench("build", "--format", "json")
    assert code == 1
    assert [found["rule"] for found in json.loads(out)] == ["config/value"]


def test_annotations_name_files_from_the_top_of_the_repository(bench: Bench, site: Path) -> None:
    """GitHub knows nothing of where the site lies in it."""
    bench.environ["GITHUB_WORKSPACE"] = str(site.parent)
    bench.result = Result(problems=(ERROR,), published=False)

    _, out, _ = bench("build", "--format", "github")

    assert out == (
        f"::error file={site.name}/newsgen.yaml,line=1,col=11,title=config/value::is no URL\n"
    )


def test_each_rendered_file_is_explained_in_the_order_of_paths(bench: Bench) -> None:
    """`--explain` is what was asked for, so it is on standard output, even of a quiet build."""
    bench.result = replace(DONE, reasons={"b": "it is new", "a": "what it shows has changed"})

    code, out, _ = bench("build", "--explain", "-q")

    assert (code, out) == (0, "a: what it shows has changed\nb: it is new\n")


def test_reasons_make_way_for_json(bench: Bench) -> None:
    """Standard output holds one document."""
    bench.result = replace(DONE, reasons={"b": "it is new"})

    _, out, err = bench("build", "--explain", "--format", "json")

    assert out == "[]\n"
    assert "b: it is new\n" in err


def test_what_is_odd_about_the_cache_is_told_on_standard_error(bench: Bench) -> None:
    """The build went on without what failed; somebody should know, even of a quiet build."""
    bench.result = replace(DONE, notes=("The cache was damaged.",))

    code, _, err = bench("build", "-q")

    assert code == 0
    assert err.endswith("The cache was damaged.\n")


def test_a_verified_build_says_so(bench: Bench) -> None:
    """After what was done."""
    bench.result = DONE

    code, out, _ = bench("build", "--verify")

    assert code == 0
    assert out.endswith("(0.4 s).\nA clean build makes the same.\n")


def test_a_build_that_a_clean_one_contradicts_is_a_bug_of_ours(bench: Bench) -> None:
    """Exit code 3, with the paths and the first line that differs."""
    bench.result = DONE
    bench.differences = (Difference(path="a.html", what="line 1 is `x`, in a clean build `y`"),)

    code, _, err = bench("build", "--verify")

    assert code == 3
    assert "a.html: line 1 is `x`, in a clean build `y`\n" in err
    assert "this is a bug in ht-newsgen" in err


def test_of_many_differences_the_first_are_named(bench: Bench) -> None:
    """They have one cause, most likely."""
    bench.result = DONE
    bench.differences = tuple(
        Difference(path=f"{number:02}.html", what="differs") for number in range(25)
    )

    _, _, err = bench("build", "--verify")

    assert "19.html: differs\n… and 5 more\n" in err
    assert "20.html" not in err


def test_a_dry_run_cannot_be_verified(bench: Bench) -> None:
    """It writes nothing that could be compared."""
    code, _, err = bench("build", "--verify", "--dry-run")

    assert (code, bench.asked) == (2, [])
    assert "--verify" in err


def test_no_build_has_less_than_one_process(bench: Bench) -> None:
    """Zero might mean anything."""
    assert bench("build", "--jobs", "0")[0] == 2


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("content", "content"),
        ("content/new/out", "content"),
        ("static/out", "static"),
        ("public/../templates", "templates"),
    ],
)
def test_no_website_is_written_among_what_it_is_made_of(
    bench: Bench, site: Path, folder: str, name: str
) -> None:
    """The next build would read it."""
    code, _, err = bench("build", "--output", str(site / folder))

    assert (code, bench.asked) == (2, [])
    assert f"{site / Path(name)}" in err
    assert f"lies in {name}/, which the site is made of" in err
