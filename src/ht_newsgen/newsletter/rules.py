"""What a mail must be to arrive whole."""

from ht_newsgen.kit.problems import Rule, Severity

LARGE, TOO_LARGE = 70_000, 90_000
"""Bytes of HTML in UTF-8. Gmail cuts a message near 102 KB, and providers add to it."""

MAIL_LARGE = Rule(
    "newsletter/large", f"The HTML of a mail has at most {LARGE:,} bytes.", Severity.WARNING
)
MAIL_TOO_LARGE = Rule(
    "newsletter/too-large",
    f"The HTML of a mail never has more than {TOO_LARGE:,} bytes: its end would be cut off.",
)

RULES = (MAIL_LARGE, MAIL_TOO_LARGE)
