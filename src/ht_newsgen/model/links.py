"""What is known of addresses outside of the site: the report that `check --external` keeps."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class LinkState(StrEnum):
    """What the last look at an address has shown."""

    GOOD = "good"
    FAILING = "failing"
    """It did not answer, or has nothing there; once says little."""
    UNKNOWN = "unknown"
    """It does not talk to programs; a person may see the page."""


class LinkRecord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One address, and what came of looking at it."""

    checked: date
    """The day of the last look, in UTC."""
    status: str
    """The status of HTTP, such as `404`, or a word for what happened before there was one."""
    state: LinkState = LinkState.GOOD
    failures: int = 0
    """Days on which it failed, since it was good last."""
    first_failed: date | None = None
    """The first of these."""
    moved_to: str = ""
    """Where it has moved for good."""


LinkReport = dict[str, LinkRecord]
"""By address, without fragments."""
