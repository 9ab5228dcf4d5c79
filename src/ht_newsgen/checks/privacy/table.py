"""The rules of this family over the texts of items."""

from ht_newsgen.checks.kinds import TextCheck
from ht_newsgen.checks.privacy.tracking import tracked
from ht_newsgen.kit.problems import Rule, Severity

PRIVACY_TEXT_CHECKS: tuple[TextCheck, ...] = (
    TextCheck(
        Rule(
            "privacy/tracking",
            "No address counts the readers who follow it.",
            Severity.WARNING,
        ),
        tracked,
    ),
)
