"""Which stream, which colours, which paths."""

import io
from pathlib import Path

import pytest

from ht_newsgen.cli.telling import folder_in_repository, may_colour, progress, typed_path


class Terminal(io.StringIO):
    """A stream at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    stream: io.StringIO, environ: dict[str, str], coloured: bool
) -> None:
    """As no-color.org asks: an empty variable forbids nothing."""
    assert may_colour(stream, environ) is coloured


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown while something lasts, makes room for a sentence, and leaves no trace."""
    gone = f"\r{' ' * 10}\r"
    told = {}
    for name, stream, quiet in (
        ("terminal", Terminal(), False),
        ("quiet", Terminal(), True),
        ("file", io.StringIO(), False),
    ):
        monkeypatch.setattr("sys.stderr", stream)
        with progress("Building …", quiet=quiet) as say:
            during = stream.getvalue()
            say("Waiting.")
        told[name] = (during, stream.getvalue().removeprefix(during))

    assert told == {
        "terminal": ("Building …", f"{gone}Waiting.\nBuilding …{gone}"),
        "quiet": ("", "Waiting.\n"),
        "file": ("", "Waiting.\n"),
    }


def test_a_path_is_told_as_one_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative below the folder one is in, absolute elsewhere."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    assert [typed_path(here / "a" / "b.md"), typed_path(Path("c")), typed_path(tmp_path)] == [
        str(Path("a", "b.md")),
        "c",
        str(tmp_path),
    ]


def test_the_folder_of_the_site_counts_from_the_top_of_the_repository(tmp_path: Path) -> None:
    """GITHUB_WORKSPACE is that top; a site elsewhere has no folder in it."""
    site = tmp_path / "sites" / "one"
    environ = {"GITHUB_WORKSPACE": str(tmp_path)}

    assert folder_in_repository(site, environ) == "sites/one"
    assert folder_in_repository(tmp_path, environ) == ""
    assert folder_in_repository(tmp_path.parent, environ) == ""
