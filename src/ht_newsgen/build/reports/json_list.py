"""Problems as they are told to a program: one JSON list."""

import json
from collections.abc import Iterable
from gettext import NullTranslations

from msgspec.structs import asdict

from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import ENGLISH, spoken


def as_json(problems: Iterable[Problem], words: NullTranslations = ENGLISH) -> str:
    """A list of objects; ASCII only, so that no encoding and no terminal can spoil it."""
    return json.dumps(
        [
            {
                "file": found.place.path,
                "line": found.place.line,
                "column": found.place.column,
                "rule": found.rule,
                "severity": found.severity.value,
                "message": spoken(found.message, words),
                "help": spoken(found.help, words),
                "mends": [asdict(mend) for mend in found.mends],
            }
            for found in sorted(set(problems))
        ],
        indent=2,
    )
