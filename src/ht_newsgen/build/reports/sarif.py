"""Problems as they are told to code scanning: SARIF 2.1.0 (OASIS), with the rules' own pages.

What GitHub asks for beyond the standard: a location in the repository with a line for every result,
and a short and a full description for every rule ("SARIF support for code scanning").
"""

import json
from collections.abc import Iterable
from gettext import NullTranslations
from typing import Any
from urllib.parse import quote

import ht_newsgen
from ht_newsgen.build.explanations import explanation
from ht_newsgen.build.reports.grouping import in_order
from ht_newsgen.kit.problems import Place, Problem, Rule
from ht_newsgen.kit.sentences import ENGLISH, spoken

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""What GitHub takes for the top of the repository."""
CONFIG_FILE = "newsgen.yaml"
"""Where a problem of no file is shown."""


def as_sarif(
    problems: Iterable[Problem],
    rules: Iterable[Rule],
    words: NullTranslations = ENGLISH,
    *,
    folder: str = "",
) -> str:
    """One run with all problems; `rules` are all that there are, of which the broken ones are told.

    `folder` is where the site lies in its repository. ASCII only, as JSON may be.
    """
    found = in_order(problems)
    broken = {one.rule for one in found}
    told = [rule for rule in sorted(rules) if rule.id in broken]
    index = {rule.id: position for position, rule in enumerate(told)}
    driver = {
        "name": "ht-newsgen",
        "semanticVersion": ht_newsgen.__version__,
        "rules": [_rule(rule, words) for rule in told],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, index, words, folder) for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule, words: NullTranslations) -> dict[str, Any]:
    """A reportingDescriptor (3.49)."""
    summary, page = words.gettext(rule.summary), explanation(rule.id)
    why = page.why if page else summary
    return {
        "id": rule.id,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": f"{summary}\n\n{why}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(
    found: Problem, index: dict[str, int], words: NullTranslations, folder: str
) -> dict[str, Any]:
    """A result (3.27)."""
    said = filter(None, (spoken(sentence, words) for sentence in (found.message, found.help)))
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "level": found.severity.value,
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": _location(found.place, folder)}],
    }
    if found.rule in index:
        result["ruleIndex"] = index[found.rule]
    return result


def _location(place: Place, folder: str) -> dict[str, Any]:
    """A physicalLocation (3.29); a problem of a whole file is shown at its first line."""
    path = "/".join(filter(None, (folder, place.path or CONFIG_FILE)))
    region = {"startLine": place.line or 1}
    if place.line and place.column:
        region["startColumn"] = place.column
    return {"artifactLocation": {"uri": quote(path), "uriBaseId": ROOT}, "region": region}
