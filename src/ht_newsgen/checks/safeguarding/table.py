"""The safeguarding rules, read top to bottom."""

from ht_newsgen.checks.kinds import TextCheck
from ht_newsgen.checks.safeguarding.children import recognisable
from ht_newsgen.checks.safeguarding.pictures import showing, stereotyped
from ht_newsgen.checks.safeguarding.terms import shaming
from ht_newsgen.kit.problems import Rule, Severity


def rule(name: str, summary: str) -> Rule:
    """One of this family; each of them is a question to a person, who may answer it."""
    return Rule(f"safeguarding/{name}", summary, Severity.WARNING)


SAFEGUARDING_CHECKS: tuple[TextCheck, ...] = (
    TextCheck(
        rule("age", "No age of a child stands beside a name, a street or a school."),
        recognisable,
    ),
    TextCheck(
        rule("words", "No words of our own put the shame on those to whom harm was done."),
        shaming,
    ),
    TextCheck(
        rule("picture", "No picture shows somebody to whom harm was done."),
        showing,
    ),
    TextCheck(
        rule("stereotype", "No picture shows chains, bruises or barcodes."),
        stereotyped,
    ),
)
