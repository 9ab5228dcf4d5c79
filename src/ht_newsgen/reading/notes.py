"""The problems of one file, gathered while it is read."""

from datetime import UTC, tzinfo

from ht_newsgen.kit.problems import Mend, Place, Problem, Rule, Severity, problem
from ht_newsgen.kit.sentences import UNSAID, Sentence
from ht_newsgen.reading.rules import Family
from ht_newsgen.reading.tree import Node


class Notes:
    """Problems of one file; reading goes on after a mistake, so that all are told in one run."""

    def __init__(self, path: str, rules: Family, zone: tzinfo = UTC) -> None:
        self.path = path
        self.rules = rules
        self.zone = zone
        """The time zone in which the dates of the file are meant."""
        self.problems: list[Problem] = []
        self.altered: set[int] = set()
        """Lines that were read otherwise than they stand in the file; nothing there is mended."""

    def add(
        self,
        rule: Rule,
        at: Node | tuple[int, int] | None,
        message: Sentence,
        advice: Sentence = UNSAID,
        mends: tuple[Mend, ...] = (),
    ) -> None:
        """Take down a problem at a node, at a line and column, or of the file as a whole."""
        if at is None:
            line, column = 0, 0
        elif isinstance(at, tuple):
            line, column = at
        else:
            line, column = at.line, at.column
        if any(mend.line in self.altered for mend in mends):
            mends = ()
        self.problems.append(problem(rule, Place(self.path, line, column), message, advice, mends))

    @property
    def has_errors(self) -> bool:
        """Whether what is read so far cannot be used."""
        return any(found.severity is Severity.ERROR for found in self.problems)
