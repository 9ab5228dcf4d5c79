"""`docs/rules.md`, made from the tables of rules and from the pages that explain them."""

from itertools import groupby

from ht_newsgen.build.explanations import PAGES
from ht_newsgen.cli.rules import CHECKED, RULES
from ht_newsgen.kit.problems import Rule

INTRODUCTION = """\
# Rules

Every problem that the program tells carries the id of its rule.
An error keeps its file out of the site; a warning does not, unless `--strict` is given.
Rules marked with `check` are asked by that command alone; `checks:` in `newsgen.yaml` changes how \
much they weigh, and `silence:` in an item sets one aside.
`ht-newsgen explain RULE` prints what is written here about one of them.
This page is made from the tables of rules and from `src/ht_newsgen/explanations/`: \
`python3 build.py test --update`.
"""
HEAD = "| rule | severity | asked by | what it asks for |\n|---|---|---|---|\n"


def page_of_rules() -> str:
    """A table of all, then a section for each, family by family."""
    parts = [INTRODUCTION, HEAD + "".join(map(_row, RULES))]
    for family, rules in groupby(RULES, key=lambda rule: rule.id.partition("/")[0]):
        parts.append(f"## {family}\n")
        parts += map(_section, rules)
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    asked_by = "`check`" if rule.id in CHECKED else ""
    link = f"[`{rule.id}`](#{_anchor(rule)})"
    return f"| {link} | {rule.severity.value} | {asked_by} | {rule.summary} |\n"


def _anchor(rule: Rule) -> str:
    """Of its heading, as GitHub makes it."""
    return rule.id.replace("/", "")


def _section(rule: Rule) -> str:
    page = (PAGES / f"{rule.id}.md").read_text("utf-8")
    explained = page.replace("\n## Wrong\n", "\nWrong:\n").replace("\n## Right\n", "\nRight:\n")
    return f"### {rule.id}\n\n*{rule.summary}*\n\n{explained}"
