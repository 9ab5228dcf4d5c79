"""Every example of every page that explains a rule is performed: Wrong is told, Right is not.

Files of the site are laid over `broken/_base/` and checked. An output is given to the rule's own
function, for there content can do nothing right or wrong.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from ht_newsgen.build.explanations import PAGES, Example, explanation
from ht_newsgen.checks.kinds import OutputCheck
from ht_newsgen.checks.output import Output
from ht_newsgen.checks.table import OUTPUT_CHECKS
from ht_newsgen.cli.app import run
from ht_newsgen.cli.rules import RULES
from ht_newsgen.model.page import PageKind
from tests.support.sites import make_site

BASE = Path(__file__).parent / "broken" / "_base"
EXPLAINED = sorted(
    file.relative_to(PAGES).with_suffix("").as_posix() for file in PAGES.rglob("*.md")
)
CHECKS = {check.rule.id: check for check in OUTPUT_CHECKS}
OF_THE_SITE = ("newsgen.yaml", "content", "templates", "static")
"""Whatever else a path begins with, it is an output's."""
NAMED = {
    "rss.xml": PageKind.RSS,
    "atom.xml": PageKind.ATOM,
    "feed.json": PageKind.JSON_FEED,
    "feeds.opml": PageKind.OPML,
}
"""Kinds of outputs by their names; any other output is of a kind that the rule looks at."""


@pytest.mark.parametrize("rule", EXPLAINED)
def test_the_wrong_example_breaks_the_rule(
    rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the right one breaks no rule at all."""
    page = explanation(rule)
    assert page is not None

    assert rule in told(rule, page.wrong, tmp_path / "wrong", capsys)
    assert told(rule, page.right, tmp_path / "right", capsys) == []


def test_every_page_is_that_of_a_rule() -> None:
    """A page of a rule that went away goes with it."""
    assert set(EXPLAINED) <= {rule.id for rule in RULES}


def told(
    rule: str, files: Iterable[Example], folder: Path, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """The ids of the rules that these files break."""
    of_site = {file.path: file.text for file in files if file.path.partition("/")[0] in OF_THE_SITE}
    broken = [rule for file in files if file.path not in of_site for _ in found(rule, file)]
    if of_site:
        shutil.copytree(BASE, folder)
        make_site(folder, {"newsgen.yaml": (BASE / "newsgen.yaml").read_text(), **of_site})
        run(["check", "--format", "json", "--site", str(folder), "--clock", "2026-06-01T12:00Z"])
        broken += [one["rule"] for one in json.loads(capsys.readouterr().out)]
    return broken


def found(rule: str, file: Example) -> list[object]:
    """What the rule finds in an output."""
    check: OutputCheck = CHECKS[rule]
    kind = NAMED.get(Path(file.path).name, min(check.kinds))
    output = Output(
        path=file.path, kind=kind, data=file.text.encode(), base_url="https://example.org/"
    )
    return list(check.find(output))
