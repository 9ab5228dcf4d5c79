"""SARIF, as the standard and code scanning want it."""

import json
from pathlib import Path

import jsonschema

from ht_newsgen.build.reports.sarif import as_sarif
from ht_newsgen.cli.rules import RULES
from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import UNSAID, say

SCHEMA = json.loads(Path(__file__).with_name("sarif.schema.json").read_text("utf-8"))
COLON = Problem(
    place=Place("content/flash/2018/raid č.md", 3, 25),
    rule="front-matter/yaml",
    message=say('a value with ": " in it needs quotes'),
    help=say("Put the value in quotes if it is a text"),
)
WHOLE_FILE = Problem(Place("content/a.md"), "content/empty", say("this file is empty"))
NO_FILE = Problem(Place(""), "languages/catalogue", say("odd"), UNSAID, severity=Severity.WARNING)


def test_every_report_is_valid() -> None:
    """Against what SARIF 2.1.0 and code scanning ask of the parts that we write."""
    for problems in ([], [COLON], [NO_FILE, WHOLE_FILE, COLON]):
        text = as_sarif(problems, RULES)
        assert text.isascii()
        jsonschema.validate(json.loads(text), SCHEMA)


def test_a_result_names_its_rule_its_place_and_what_to_do() -> None:
    """The path is from the top of the repository; columns are characters."""
    run = json.loads(as_sarif([WHOLE_FILE, COLON], RULES, folder="site"))["runs"][0]
    rules, (whole, colon) = run["tool"]["driver"]["rules"], run["results"]

    assert [rule["id"] for rule in rules] == ["content/empty", "front-matter/yaml"]
    assert colon == {
        "ruleId": "front-matter/yaml",
        "ruleIndex": 1,
        "level": "error",
        "message": {
            "text": 'a value with ": " in it needs quotes\nPut the value in quotes if it is a text'
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "site/content/flash/2018/raid%20%C4%8D.md",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 3, "startColumn": 25},
                }
            }
        ],
    }
    assert whole["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "quotes" in rules[1]["help"]["text"]


def test_a_problem_of_no_file_is_shown_at_the_configuration() -> None:
    """Code scanning drops a result without a place."""
    (result,) = json.loads(as_sarif([NO_FILE], RULES))["runs"][0]["results"]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "newsgen.yaml"
    assert result["level"] == "warning"
