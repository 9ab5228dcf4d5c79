"""Every example of every page that explains a rule is performed: Wrong is told, Right is not.

Files of the site are laid over `broken/_base/` and checked. An output is given to the rule's own
function, for there content can do nothing right or wrong.
"""

import os
import re
import shutil
from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from ht_newsgen.build.explanations import PAGES, Example, explanation
from ht_newsgen.build.rules import RULES as OF_BUILD
from ht_newsgen.checks.kinds import OutputCheck
from ht_newsgen.checks.output import Output
from ht_newsgen.checks.table import OUTPUT_CHECKS
from ht_newsgen.cli.app import run
from ht_newsgen.cli.rules import RULES
from ht_newsgen.model.page import PageKind
from ht_newsgen.newsletter.rules import RULES as OF_NEWSLETTER

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

CHECK = ("check", "--format", "json")
TOLD_BY = (
    (("build", "--format", "json"), {rule.id for rule in OF_BUILD}),
    (("newsletter", "build"), {rule.id for rule in OF_NEWSLETTER}),
)
"""Commands that tell of rules which `check` cannot know."""
RULE_ID = re.compile(
    r'(?:"rule": "|^(?:\S+: )?(?:warning: )?)([a-z-]+/[a-z-]+)(?:"|: )', re.MULTILINE
)


@pytest.mark.parametrize("rule", EXPLAINED)
def test_the_wrong_example_breaks_the_rule(
    rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the right one breaks no rule at all."""
    page = explanation(rule)
    assert page is not None

    assert rule in told(rule, page.wrong, tmp_path / "wrong", capsys)
    assert told(rule, page.right, tmp_path / "right", capsys) == []


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    """A rule is explained from its first day, and its page goes when it goes."""
    assert sorted(EXPLAINED) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", EXPLAINED)
def test_a_page_is_short_and_has_a_bad_and_a_good_example(rule: str) -> None:
    """Nobody reads more at night."""
    page = explanation(rule)

    assert page is not None
    assert page.wrong
    assert page.right
    assert 40 < len(page.why) < 1_200


def told(
    rule: str, files: Iterable[Example], folder: Path, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """The ids of the rules that these files break."""
    of_site = [file for file in files if file.path.partition("/")[0] in OF_THE_SITE]
    broken = [rule for file in files if file not in of_site for _ in found(rule, file)]
    if of_site:
        shutil.copytree(BASE, folder)
        for file in of_site:
            lay(folder, file)
        command = next((words for words, told in TOLD_BY if rule in told), CHECK)
        run([*command, "--site", str(folder), "--clock", "2026-06-01T12:00Z"])
        answer = capsys.readouterr()
        broken += RULE_ID.findall(answer.out if command is CHECK else answer.out + answer.err)
    return broken


def lay(folder: Path, file: Example) -> None:
    """Put the file of an example into a site."""
    target = folder / os.fsdecode(unquote_to_bytes(file.path))
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.form == "link":
        target.symlink_to(file.text.strip())
    else:
        target.write_bytes(data_of(file))


def data_of(file: Example) -> bytes:
    """The bytes of the file, with its last line as often as the example wants it."""
    if file.encoding == "base64":
        return b64decode(file.text)
    *lines, last = file.text.splitlines(keepends=True)
    return ("".join(lines) + last * file.times).encode(file.encoding)


def found(rule: str, file: Example) -> list[object]:
    """What the rule finds in an output."""
    check: OutputCheck = CHECKS[rule]
    kind = NAMED.get(Path(file.path).name, min(check.kinds))
    output = Output(path=file.path, kind=kind, data=data_of(file), base_url="https://example.org/")
    return list(check.find(output))
