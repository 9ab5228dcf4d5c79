"""`ht-newsgen schema`, and what `init` makes for VS Code of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ht_newsgen.reading.schema.documents import SCHEMAS
from tests.sites.test_broken import MISTAKES
from tests.unit.cli.conftest import Bench
from tests.unit.cli.test_init import STARTER


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed_as_json(bench: Bench, name: str) -> None:
    """Nothing else stands on standard output."""
    code, out, err = bench("schema", name)

    assert (code, err) == (0, "")
    assert json.loads(out) == SCHEMAS[name]()


def test_all_schemas_are_written_into_a_folder(bench: Bench, tmp_path: Path) -> None:
    """What was there is made anew."""
    folder = tmp_path / "new" / "schemas"
    assert bench("schema", "--into", str(folder)) == (0, "", "")
    (folder / "config.json").write_text("old")

    assert bench("schema", "--into", str(folder))[0] == 0

    assert {path.stem for path in folder.iterdir()} == set(SCHEMAS)
    assert json.loads((folder / "config.json").read_text()) == SCHEMAS["config"]()


def test_wrong_use_names_all_schemas(bench: Bench, tmp_path: Path) -> None:
    """As for a name that is none, and for none at all."""
    assert "There is no schema 'conf': front-matter, edition, config" in bench("schema", "conf")[2]
    assert "Name a schema: front-matter," in bench("schema")[2]
    assert bench("schema", "config", "--into", str(tmp_path))[0] == 2
    (tmp_path / "file").write_text("")
    assert "cannot be written" in bench("schema", "--into", str(tmp_path / "file"))[2]


# -- in VS Code


def settings(name: str) -> Any:
    """JSON with comments, as VS Code reads its own files."""
    text = (STARTER / "vscode" / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_every_file_of_settings_has_its_schema(bench: Bench, tmp_path: Path) -> None:
    """Each lies where the settings say, and nothing is fetched from anywhere."""
    bench("init", str(tmp_path / "site"))
    schemas = settings("settings.json")["yaml.schemas"]

    assert all((tmp_path / "site" / path).is_file() for path in (*schemas, *schemas.values()))
    assert {Path(path).stem for path in schemas} == SCHEMAS.keys() - {"front-matter", "edition"}
    assert settings("settings.json")["yaml.schemaStore.enable"] is False


def test_the_problems_of_a_check_are_found_in_its_output() -> None:
    """The pattern of the task finds each place that `check` tells, in all broken sites."""
    task = settings("tasks.json")["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"], re.MULTILINE)

    for mistake in MISTAKES:
        told = (mistake / "expected.txt").read_text(encoding="utf-8")
        places = re.findall(r"^\S.*?:\d+(?::\d+)?: .*$", told, re.MULTILINE)
        assert [found[0] for found in pattern.finditer(told)] == places
