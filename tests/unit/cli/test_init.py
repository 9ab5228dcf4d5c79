"""`ht-newsgen init`: a newsroom to begin with."""

from pathlib import Path

import pytest
import yaml

import ht_newsgen
from ht_newsgen.reading.schema.documents import SCHEMAS
from tests.unit.cli.conftest import Bench

STARTER = Path(ht_newsgen.__file__).parent / "starter"


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_site_has_all_that_a_site_needs(bench: Bench, tmp_path: Path) -> None:
    """An example of each kind of item, the registers, the standing pages, and what publishes it."""
    folder = tmp_path / "news" / "site"

    code, out, err = bench("init", str(folder))

    assert (code, err) == (0, "")
    assert f"    cd {folder}\n    ht-newsgen build\n" in out
    assert files_in(folder) == {
        ".github/workflows/publish.yml",
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        *(f".vscode/schemas/{name}.json" for name in SCHEMAS),
        "README.md",
        "content/data/authors.yaml",
        "content/data/content_notes.yaml",
        "content/data/helplines.yaml",
        "content/data/sources.yaml",
        "content/data/topics.yaml",
        "content/flash/2024/this-newsroom-opens.md",
        "content/flash/2024/world-day-against-trafficking-in-persons.md",
        "content/newsletter/index.md",
        "content/pages/about.md",
        "content/pages/accessibility.md",
        "content/pages/privacy.md",
        "content/pages/safety.md",
        "content/stories/2024/how-to-write-for-this-newsroom.md",
        "newsgen.yaml",
        "requirements.txt",
    }


def test_a_fresh_repository_is_as_good_as_empty(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What belongs to version control stays as it is, and is told of."""
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath(".git").mkdir()
    tmp_path.joinpath(".gitignore").write_text("*.bak\n")

    code, out, err = bench("init", ".")

    assert code == 0
    assert "    ht-newsgen build\n" in out
    assert "cd " not in out
    assert err == "Kept your .gitignore; /public/ and /.cache/ belong in it.\n"
    assert tmp_path.joinpath(".gitignore").read_text() == "*.bak\n"
    assert tmp_path.joinpath("newsgen.yaml").exists()


def test_a_folder_with_something_in_it_is_left_alone(bench: Bench, tmp_path: Path) -> None:
    """Nothing of anybody's is ever overwritten or mixed with ours."""
    tmp_path.joinpath("thesis.txt").touch()

    code, out, err = bench("init", str(tmp_path))

    assert (code, out) == (2, "")
    assert err.endswith("is not empty (it holds thesis.txt); name a new folder.\n")
    assert files_in(tmp_path) == {"thesis.txt"}


def test_a_file_is_no_folder(bench: Bench, tmp_path: Path) -> None:
    """Neither is anything below one."""
    file = tmp_path / "file"
    file.touch()

    assert bench("init", str(file))[::2] == (
        2, f"ht-newsgen: {file} is a file; a folder is needed.\n"
    )  # fmt: skip
    assert bench("init", str(file / "site"))[0] == 2


def test_the_starter_asks_for_this_version() -> None:
    """Whoever begins a site today gets what it was made for."""
    major, minor, _ = ht_newsgen.__version__.split(".")

    assert f"\nht-newsgen=={major}.{minor}.*\n" in STARTER.joinpath("requirements.txt").read_text()


def test_the_starter_s_workflow_checks_builds_and_publishes() -> None:
    """It is YAML, and its commands are those of this program."""
    text = STARTER.joinpath("github", "workflows", "publish.yml").read_text()

    jobs = yaml.safe_load(text)["jobs"]

    assert [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step] == [
        "python -m pip install --requirement requirements.txt",
        "ht-newsgen check --strict --format github",
        "ht-newsgen build --strict",
    ]
