"""The rules of this family over the texts of items and over pictures."""

from ht_newsgen.checks.kinds import PictureCheck, TextCheck
from ht_newsgen.checks.privacy.pictures import telling
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

PRIVACY_PICTURE_CHECKS: tuple[PictureCheck, ...] = (
    PictureCheck(
        Rule(
            "privacy/picture",
            "A picture tells nothing beside what it shows.",
            Severity.WARNING,
        ),
        telling,
    ),
)
