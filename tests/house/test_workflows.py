"""What CI does on GitHub, done here: the workflows are read, and their commands run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ht_newsgen.reading.link_report import LINK_REPORT_FILE
from tests.support.checkout import ROOT, clone, run, shell, succeed

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PERFORMED = [path for path in WORKFLOWS if path.stem != "links"]
"""All but the one whose only work is to ask other hosts, and to push."""


class Strict(yaml.SafeLoader):
    """YAML 1.2's reading of `on`, and no key twice."""


Strict.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in known if tag != "tag:yaml.org,2002:bool"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Strict.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def without_duplicates(loader: Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    """A mapping, refused if it names a key twice."""
    keys = [loader.construct_object(key) for key, _ in node.value]
    assert len(keys) == len(set(keys)), f"a key stands twice{node.start_mark}"
    return loader.construct_mapping(node, deep=True)


Strict.add_constructor("tag:yaml.org,2002:map", without_duplicates)


def read(path: Path) -> dict[str, Any]:
    """A workflow as a mapping."""
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), Strict)
    return workflow


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step of every job, in the order written."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def actions(workflow: dict[str, Any]) -> list[str]:
    """The actions used, in order and without their versions."""
    return [step["uses"].partition("@")[0] for step in steps(workflow) if "uses" in step]


def test_the_newsroom_is_published_on_merge_each_night_and_by_hand() -> None:
    """Embargo and expiry are a matter of the clock: a merge alone would let them wait."""
    workflow = read(ROOT / ".github/workflows/publish.yml")

    assert workflow["on"] == {
        "push": {"branches": ["main"]},
        "schedule": [{"cron": "17 1 * * *"}],
        "workflow_dispatch": None,
    }
    assert actions(workflow) == [
        "actions/checkout",
        "actions/setup-python",
        "actions/cache",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_a_pull_request_shows_its_mistakes_and_its_site() -> None:
    """Annotations come from the check; the built site is an artifact even when there are some."""
    workflow = read(ROOT / ".github/workflows/check.yml")

    assert workflow["on"] == {"pull_request": None}
    assert workflow["permissions"] == {"contents": "read"}
    *_, check, build, keep = steps(workflow)
    assert "--format github" in check["run"]
    assert build["if"] == keep["if"] == "${{ !cancelled() }}"
    assert (keep["uses"].partition("@")[0], keep["with"]["path"]) == (
        "actions/upload-artifact",
        "public",
    )


def test_links_are_asked_in_slices_and_what_was_learned_is_kept() -> None:
    """A night is bounded, and one that found mistakes in the content was not for nothing."""
    workflow = read(ROOT / ".github/workflows/links.yml")
    *_, ask, keep = steps(workflow)

    assert workflow["permissions"] == {"contents": "write"}
    assert "check --external --external-limit 300 --external-minutes 20" in ask["run"]
    assert keep["if"] == "${{ !cancelled() }}"
    assert LINK_REPORT_FILE in keep["run"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_an_action_is_used_in_a_stated_version(path: Path) -> None:
    """A branch name would let tomorrow's change of an action into today's newsroom."""
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]

    assert [name for name in used if not re.search(r"@(v\d+|[0-9a-f]{40})$", name)] == []


@pytest.fixture(scope="module")
def cloned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone for all workflows, one after the other."""
    return clone(tmp_path_factory.mktemp("workflows") / "clone")


@pytest.mark.slow
@pytest.mark.parametrize("path", PERFORMED, ids=lambda path: path.stem)
def test_the_commands_of_a_workflow_succeed_in_a_clean_clone(path: Path, cloned: Path) -> None:
    """Each `run:` step, in order, and what is uploaded afterwards is there.

    Of what another workflow left, only `.venv` stays: the same locked packages, set up once.
    """
    succeed(run(["git", "clean", "-ffdx", "--exclude=.venv"], cloned))
    workflow = read(path)

    for step in steps(workflow):
        if "run" in step:
            succeed(shell(step["run"], cloned))

    uploaded = [
        step["with"]["path"] for step in steps(workflow) if "upload" in step.get("uses", "")
    ]
    assert [name for name in uploaded if not (cloned / name / "index.html").is_file()] == []
