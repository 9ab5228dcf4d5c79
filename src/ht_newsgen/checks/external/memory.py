"""What is remembered of a link, when it is asked again, and when it is called dead.

Never after one look: servers rest, and newsrooms move their pages at night. All days are in UTC.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from ht_newsgen.checks.external.verdicts import GONE, Verdict
from ht_newsgen.model.links import LinkRecord, LinkReport, LinkState

FAILURES = 3
"""Days on which a link has failed, before it is dead; two may be one bad night."""
GONE_FOR = timedelta(days=3)
"""Between the first and the last failure, when the host itself says that the page is not there."""
SILENT_FOR = timedelta(days=7)
"""The same when it says nothing or is in trouble: longer than a long weekend without anybody to
mend it."""

AGAIN = {
    LinkState.GOOD: timedelta(days=30),
    LinkState.UNKNOWN: timedelta(days=14),
    LinkState.FAILING: timedelta(days=1),
}
"""How long a host is left alone after a look. What works today works next week; what fails is
looked at daily until one is sure."""
DEAD_AGAIN = timedelta(days=14)
"""The dead rise now and then."""

_GONE = frozenset(map(str, GONE))
_FIRST = (LinkState.FAILING, None, LinkState.UNKNOWN, LinkState.GOOD)
"""Whose turn comes first: what fails, what was never asked, then the rest."""


def remember(record: LinkRecord | None, verdict: Verdict, today: date) -> LinkRecord:
    """The record after one more look."""
    if verdict.state is LinkState.GOOD:
        return LinkRecord(checked=today, status=verdict.status, moved_to=verdict.moved_to)
    failures = record.failures if record else 0
    first_failed = record.first_failed if record else None
    if verdict.state is LinkState.FAILING:
        counted = record is not None and record.checked == today and failures > 0
        failures += 0 if counted else 1
        first_failed = first_failed or today
    return LinkRecord(
        checked=today,
        status=verdict.status,
        state=verdict.state,
        failures=failures,
        first_failed=first_failed,
    )


def is_dead(record: LinkRecord) -> bool:
    """Whether enough failures over enough days stand against the link."""
    if record.state is not LinkState.FAILING or record.first_failed is None:
        return False
    span = GONE_FOR if record.status in _GONE else SILENT_FOR
    return record.failures >= FAILURES and record.checked - record.first_failed >= span


def is_due(record: LinkRecord | None, today: date) -> bool:
    """Whether it is time to look again."""
    if record is None:
        return True
    wait = DEAD_AGAIN if is_dead(record) else AGAIN[record.state]
    return today - record.checked >= wait


def due(urls: Iterable[str], report: LinkReport, today: date) -> list[str]:
    """The links to look at, the most urgent first; among equals the one not seen for longest."""

    def turn(url: str) -> tuple[int, date, str]:
        record = report.get(url)
        if record is None:
            return _FIRST.index(None), date.min, url
        return _FIRST.index(record.state), record.checked, url

    return sorted((url for url in set(urls) if is_due(report.get(url), today)), key=turn)


def kept(report: LinkReport, urls: Iterable[str]) -> LinkReport:
    """The report without links that no item has any more, in the order of addresses."""
    return {url: report[url] for url in sorted(set(urls)) if url in report}
